// The keys of what people need, of who they are, and of where it comes from.
#include "plan/reading/kinds.hpp"

namespace bcp {

using namespace kind;  // NOLINT(google-build-using-namespace): tables of kinds

namespace {

void check_staff(const Reader& reader, const Entry& at, const StaffGroup& group) {
  const Value headcount = at.value.find("headcount");
  const bool is_headcount_known =
      !headcount.is_tagged() && grammar::count(headcount.text()).has_value();
  if (!is_headcount_known || group.first_time <= group.headcount) return;
  const Value place = at.value.find("first_time");
  Diagnostic& diagnostic = reader.fault(Code::first_time_above_headcount, place,
                                        tr("more people are new to it than the group has"));
  diagnostic.also.push_back({headcount.span(), tr("all people of the group")});
  diagnostic.help =
      tr("write at most the headcount, {count}", {{"count", number(group.headcount)}});
}

void check_option(const Reader& reader, const Entry& at, const Option& /*option*/) {
  exactly_one(reader, at, {"adds", "adds_people", "defers"}, "adds: {type: laptop, count: 20}");
}

void check_people_added(const Reader& reader, const Entry& at,
                        const Option::AddsPeople& /*people*/) {
  exactly_one(reader, at, {"team", "staff"}, "team: technicians");
}

}  // namespace

template <>
const Keys<ResourceType>& keys_of<ResourceType>() {
  static const Keys<ResourceType> keys = {
      "resource_type", joined(entity_keys<ResourceType>(),
                              {optional<Word, &ResourceType::unit>("unit"),
                               optional<Share, &ResourceType::concurrency>("concurrency")})};
  return keys;
}

template <>
const Keys<Profile>& keys_of<Profile>() {
  static const Keys<Profile> keys = {
      "profile",
      joined(entity_keys<Profile>(), {optional<Flag, &Profile::remote>("remote"),
                                      optional<NeedsOfProfile, &Profile::needs>("needs")})};
  return keys;
}

template <>
const Keys<StaffGroup>& keys_of<StaffGroup>() {
  static const Keys<StaffGroup> keys = {
      "staff",
      joined(node_keys<StaffGroup>(),
             {required<WholeNumber, &StaffGroup::headcount>("headcount"),
              optional<SiteRef, &StaffGroup::site>("site"),
              optional<ProfileRef, &StaffGroup::profile>("profile"),
              optional<Amounts, &StaffGroup::equipped>("equipped"),
              optional<Flag, &StaffGroup::reassign>("reassign"),
              optional<WholeNumber, &StaffGroup::first_time>("first_time")}),
      check_staff};
  return keys;
}

template <>
const Keys<Pool>& keys_of<Pool>() {
  static const Keys<Pool> keys = {
      "pool",
      joined(node_keys<Pool>(),
             {required<TypeRef, &Pool::type>("type"), required<WholeNumber, &Pool::count>("count"),
              optional<EstimatedDuration, &Pool::lead_time>("lead_time"),
              optional<EstimatedEffort, &Pool::preparation>("preparation"),
              optional<Share, &Pool::yield>("yield"), optional<TeamRef, &Pool::team>("team"),
              optional<NumberOrBounds, &Pool::people>("people"),
              optional<PositiveNumber, &Pool::lot>("lot"),
              optional<SupplierRef, &Pool::supplier>("supplier"),
              optional<SiteRef, &Pool::site>("site"),
              optional<EstimatedDuration, &Pool::transfer>("transfer"),
              optional<ListOf<StaffRef>, &Pool::only_for>("only_for"),
              optional<ShareOrNumber, &Pool::reserve>("reserve")})};
  return keys;
}

template <>
const Keys<Option::Adds>& keys_of<Option::Adds>() {
  static const Keys<Option::Adds> keys = {
      "adds",
      {required<TypeRef, &Option::Adds::type>("type"),
       required<PositiveNumber, &Option::Adds::count>("count")}};
  return keys;
}

template <>
const Keys<Option::AddsPeople>& keys_of<Option::AddsPeople>() {
  static const Keys<Option::AddsPeople> keys = {
      "adds_people",
      {optional<TeamRef, &Option::AddsPeople::team>("team"),
       optional<StaffRef, &Option::AddsPeople::staff>("staff"),
       required<PositiveNumber, &Option::AddsPeople::count>("count")},
      check_people_added};
  return keys;
}

template <>
const Keys<Decision>& keys_of<Decision>() {
  static const Keys<Decision> keys = {
      "decided",
      {optional<PlainText, &Decision::by>("by"), optional<Day, &Decision::on>("on"),
       optional<PlainText, &Decision::why>("why")}};
  return keys;
}

template <>
const Keys<Option>& keys_of<Option>() {
  static const Keys<Option> keys = {
      "option",
      joined(entity_keys<Option>(),
             {optional<MapOf<Option::Adds>, &Option::adds>("adds"),
              optional<MapOf<Option::AddsPeople>, &Option::adds_people>("adds_people"),
              optional<ServiceRef, &Option::defers>("defers"),
              optional<EstimatedDuration, &Option::lead_time>("lead_time"),
              optional<AmountOfMoney, &Option::cost>("cost"),
              optional<PositiveNumber, &Option::max>("max"),
              optional<MapOf<Decision>, &Option::decided>("decided")}),
      check_option};
  return keys;
}

}  // namespace bcp
