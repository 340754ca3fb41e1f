// The keys of rules, messages, roles, scenarios and what is kept track of.
#include "plan/reading/kinds.hpp"

namespace bcp {

using namespace kind;  // NOLINT(google-build-using-namespace): tables of kinds

namespace {

void check_waiver(const Reader& reader, const Entry& at, const Waiver& waiver) {
  check_order(reader, at, waiver.from, waiver.until);
}

}  // namespace

template <>
const Keys<Policy>& keys_of<Policy>() {
  static const Keys<Policy> keys = {
      "policy", joined(entity_keys<Policy>(),
                       {optional<ListOf<SubjectName>, &Policy::applies_to>("applies_to"),
                        optional<PlainText, &Policy::text>("text")})};
  return keys;
}

template <>
const Keys<Waiver>& keys_of<Waiver>() {
  static const Keys<Waiver> keys = {
      "waiver",
      joined(entity_keys<Waiver>(), {required<PolicyOrFreeze, &Waiver::waives>("waives"),
                                     required<ListOf<AnyId>, &Waiver::given_to>("for"),
                                     optional<MomentInTime, &Waiver::from>("from"),
                                     optional<MomentInTime, &Waiver::until>("until"),
                                     optional<PlainText, &Waiver::approved_by>("approved_by"),
                                     optional<Day, &Waiver::on>("on")}),
      check_waiver};
  return keys;
}

template <>
const Keys<Message>& keys_of<Message>() {
  static const Keys<Message> keys = {
      "message", joined(entity_keys<Message>(),
                        {required<Translated, &Message::subject>("subject"),
                         required<TranslatedFile, &Message::body>("body"),
                         required<ListOf<AudienceName>, &Message::audience>("audience"),
                         required<ListOf<ChannelRef>, &Message::channels>("channels"),
                         optional<MomentInTime, &Message::send>("send"),
                         optional<ListOf<PredecessorRef>, &Message::after>("after"),
                         optional<MomentInTime, &Message::by>("by")})};
  return keys;
}

template <>
const Keys<Support::Tickets>& keys_of<Support::Tickets>() {
  static const Keys<Support::Tickets> keys = {
      "tickets",
      {optional<PlainQuantity, &Support::Tickets::first_time>("first_time"),
       optional<PlainQuantity, &Support::Tickets::everyone>("everyone")}};
  return keys;
}

template <>
const Keys<Support::Answer>& keys_of<Support::Answer>() {
  static const Keys<Support::Answer> keys = {
      "answer",
      {optional<Share, &Support::Answer::share>("share"),
       optional<Duration, &Support::Answer::within>("within")}};
  return keys;
}

template <>
const Keys<Support>& keys_of<Support>() {
  static const Keys<Support> keys = {
      "support", joined(entity_keys<Support>(),
                        {required<ListOf<TeamRef>, &Support::teams>("teams"),
                         optional<Duration, &Support::handling>("handling"),
                         optional<MapOf<Support::Tickets>, &Support::tickets>("tickets"),
                         optional<Duration, &Support::half_life>("half_life"),
                         optional<MomentInTime, &Support::from>("from"),
                         optional<MapOf<Support::Answer>, &Support::answer>("answer")})};
  return keys;
}

template <>
const Keys<Role>& keys_of<Role>() {
  static const Keys<Role> keys = {
      "role",
      joined(entity_keys<Role>(),
             {optional<PlainText, &Role::holder>("holder"),
              optional<ListOf<Word>, &Role::deputies>("deputies"),
              optional<StaffRef, &Role::group>("group"), optional<SiteRef, &Role::site>("site"),
              optional<TextsByWord, &Role::contact>("contact"),
              optional<Duration, &Role::answers_within>("answers_within"),
              optional<File, &Role::duties>("duties")})};
  return keys;
}

template <>
const Keys<Activation>& keys_of<Activation>() {
  static const Keys<Activation> keys = {
      "activation",
      joined(entity_keys<Activation>(), {optional<ListOf<RoleRef>, &Activation::by>("by"),
                                         optional<ConditionText, &Activation::when>("when")})};
  return keys;
}

template <>
const Keys<Scenario>& keys_of<Scenario>() {
  static const Keys<Scenario> keys = {
      "scenario", joined(entity_keys<Scenario>(),
                         {optional<Failures, &Scenario::fail>("fail"),
                          optional<ListOf<AnyNode>, &Scenario::without>("without"),
                          optional<AbsentPeople, &Scenario::absent>("absent"),
                          optional<Duration, &Scenario::lasting>("for"),
                          optional<Word, &Scenario::likelihood>("likelihood"),
                          optional<ListOf<OptionRef>, &Scenario::treated_by>("treated_by")})};
  return keys;
}

template <>
const Keys<Obligation>& keys_of<Obligation>() {
  static const Keys<Obligation> keys = {
      "obligation",
      joined(entity_keys<Obligation>(), {required<PlainText, &Obligation::upon>("upon"),
                                         required<Duration, &Obligation::within>("within"),
                                         optional<PlainText, &Obligation::to>("to"),
                                         optional<RoleRef, &Obligation::by>("by")})};
  return keys;
}

template <>
const Keys<Exercise>& keys_of<Exercise>() {
  static const Keys<Exercise> keys = {
      "exercise",
      joined(entity_keys<Exercise>(), {optional<Word, &Exercise::type>("type"),
                                       required<CalendarPeriod, &Exercise::every>("every"),
                                       optional<File, &Exercise::drill>("drill"),
                                       optional<ListOf<AnyId>, &Exercise::covers>("covers"),
                                       optional<Day, &Exercise::last>("last")})};
  return keys;
}

template <>
const Keys<Action>& keys_of<Action>() {
  static const Keys<Action> keys = {
      "action",
      joined(entity_keys<Action>(),
             {optional<AnyId, &Action::about>("about"), required<PlainText, &Action::text>("text"),
              optional<Day, &Action::due>("due"), optional<Day, &Action::done>("done"),
              optional<File, &Action::from>("from")})};
  return keys;
}

}  // namespace bcp
