// How is each kind of value read into the model?
#pragma once

#include <concepts>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plan/reading/reader.hpp"

/// Each kind names itself for findings and reads one value, or adds a finding and reads nothing.
namespace bcp::kind {

#define BCP_KIND(Name, Type)                                          \
  struct Name {                                                       \
    static Text noun();                                               \
    static std::optional<Type> read(Reader& reader, const Entry& at); \
  }
/// A kind that looks alike in every plan.
#define BCP_KIND_LIKE(Name, Type, text)                               \
  struct Name {                                                       \
    static constexpr std::string_view example = text;                 \
    static Text noun();                                               \
    static std::optional<Type> read(Reader& reader, const Entry& at); \
  }

// Scalars.
BCP_KIND(PlainText, std::string);
BCP_KIND(Word, std::string);
BCP_KIND_LIKE(Duration, Seconds, "4h");
BCP_KIND_LIKE(MomentInTime, Instant, "2020-03-16T10:00");
BCP_KIND_LIKE(Day, Date, "2020-03-16");
BCP_KIND_LIKE(CalendarPeriod, Period, "1y");
BCP_KIND_LIKE(Flag, bool, "true");
BCP_KIND_LIKE(AmountOfMoney, Money, "1250.50");
BCP_KIND_LIKE(Share, Ratio, "60%");
BCP_KIND_LIKE(PlainQuantity, Quantity, "0.5");
BCP_KIND_LIKE(WholeNumber, Count, "12");
BCP_KIND_LIKE(PositiveNumber, Count, "12");
BCP_KIND_LIKE(ShareOrNumber, ShareOrCount, "40%");
BCP_KIND(Tier, TierId);
BCP_KIND(ConditionText, Condition);
/// A file of text beside the plan; it is checked to exist, not read.
BCP_KIND(File, std::string);

// Scalars or small maps.
BCP_KIND(EstimatedDuration, Estimate);
BCP_KIND(EstimatedEffort, Estimate);
BCP_KIND(Translated, LocalText);
BCP_KIND(TranslatedFile, LocalText);
BCP_KIND(NamedParts, Contact);
BCP_KIND(TextsByWord, Contact);
BCP_KIND(NumberOrBounds, Bounds);

// References.
BCP_KIND(AnyNode, NodeId);
BCP_KIND(AnyId, std::string);
BCP_KIND(PolicyOrFreeze, std::string);
BCP_KIND(SiteRef, NodeId);
BCP_KIND(SupplierRef, NodeId);
BCP_KIND(ChannelRef, NodeId);
BCP_KIND(StaffRef, StaffId);
BCP_KIND(TypeRef, ResourceTypeId);
BCP_KIND(ProfileRef, ProfileId);
BCP_KIND(TeamRef, TeamId);
BCP_KIND(CalendarRef, CalendarId);
BCP_KIND(ServiceRef, ServiceId);
BCP_KIND(OptionRef, OptionId);
BCP_KIND(RoleRef, RoleId);
using StaffOrTeam = std::variant<StaffId, TeamId>;
BCP_KIND(StaffOrTeamRef, StaffOrTeam);
BCP_KIND(SubjectName, Subject);
BCP_KIND(AudienceName, Audience);
BCP_KIND(PredecessorRef, Predecessor);

// Lists and maps of their own form.
BCP_KIND(Requirements, std::vector<Requirement>);
BCP_KIND(StaffNeeds, std::vector<StaffNeed>);
BCP_KIND(RecoveryTeam, std::vector<TeamNeed>);
BCP_KIND(TaskTeam, std::vector<TeamNeed>);
BCP_KIND(Amounts, std::vector<Amount>);
BCP_KIND(NeedsOfProfile, Needs);
BCP_KIND(Impacts, std::vector<Impact>);
BCP_KIND(Reaches, std::vector<Reach>);
BCP_KIND(Failures, std::vector<Scenario::Failure>);
BCP_KIND(AbsentPeople, std::vector<Scenario::Away>);
BCP_KIND(Milestones, std::vector<Milestone>);

#undef BCP_KIND_LIKE
#undef BCP_KIND

/// The texts of a list so far, each with the place where it stands first.
using SeenItems = std::map<std::string_view, Value>;

/// `item` stands in a list before: a finding with both places. Otherwise it is noted.
[[nodiscard]] bool is_repeated(const Reader& reader, const Value& item, SeenItems& seen);

/// A list of another kind, no item twice where items can be compared.
template <class Item>
struct ListOf {
  using Element = typename decltype(Item::read(std::declval<Reader&>(),
                                               std::declval<const Entry&>()))::value_type;

  static Text noun() { return tr("a list"); }

  static std::optional<std::vector<Element>> read(Reader& reader, const Entry& at) {
    const auto items = reader.list(at, noun());
    if (!items) return std::nullopt;
    std::vector<Element> elements;
    SeenItems seen;
    for (const Entry& item : *items) {
      if (item.value.is_scalar() && is_repeated(reader, item.value, seen)) continue;
      if (auto element = Item::read(reader, item)) elements.push_back(std::move(*element));
    }
    return elements;
  }
};

/// A map with a table of keys.
template <class Shape>
struct MapOf {
  static Text noun() { return tr("a map"); }

  static std::optional<Shape> read(Reader& reader, const Entry& at) {
    Shape shape{};
    read_map(reader, at, noun(), shape);
    return shape;
  }
};

/// One entity of a map of ids.
template <class Shape>
Shape read_entity(Reader& reader, const Entry& entry) {
  Shape shape{};
  shape.id = entry.key.text();
  shape.named = entry.key.span();
  shape.written = entry.value;
  read_map(reader, entry, tr("a map"), shape);
  return shape;
}

/// A section or another map whose keys are ids and whose values have a table of keys; sorted by id.
template <class Shape>
struct EntitiesOf {
  static Text noun() { return tr("a map of ids"); }

  static std::optional<std::vector<Shape>> read(Reader& reader, const Entry& at) {
    const auto entries = reader.map(at, noun());
    if (!entries) return std::nullopt;
    std::vector<Shape> shapes;
    for (const Entry& entry : *entries) shapes.push_back(read_entity<Shape>(reader, entry));
    std::ranges::sort(shapes, {}, &Shape::id);
    return shapes;
  }
};

/// The rows that every entity has, and those that every node has.
template <class Shape>
std::vector<Key<Shape>> entity_keys() {
  return {optional<Translated, &Shape::name>("name"),
          optional<PlainText, &Shape::owner>("owner"),
          optional<MapOf<Review>, &Shape::review>("review"),
          optional<File, &Shape::procedure>("procedure"),
          optional<ListOf<Word>, &Shape::tags>("tags"),
          optional<PlainText, &Shape::assumption>("assumption")};
}

template <class Shape>
std::vector<Key<Shape>> node_keys() {
  return joined(entity_keys<Shape>(),
                {optional<Requirements, &Shape::requirements>("requires"),
                 optional<EstimatedDuration, &Shape::recovery>("recovery"),
                 optional<RecoveryTeam, &Shape::recovery_team>("recovery_team"),
                 optional<Share, &Shape::failure>("failure"),
                 optional<MapOf<TestedRecovery>, &Shape::tested>("tested")});
}

/// Judges keys of which exactly, or at most, one may stand: a finding at the second that does, or at the owner, with an
/// example of what is missing.
void exactly_one(const Reader& reader, const Entry& owner,
                 std::initializer_list<std::string_view> keys, std::string_view example);
void at_most_one(const Reader& reader, const Entry& owner,
                 std::initializer_list<std::string_view> keys);

void at_least_one(const Reader& reader, const Entry& owner,
                  std::initializer_list<std::string_view> keys, std::string_view example);

/// A finding at the end if it is not after the beginning.
void check_order(const Reader& reader, const Entry& owner, std::optional<Instant> begin,
                 std::optional<Instant> end, std::string_view begin_key = "from",
                 std::string_view end_key = "until");

/// A finding if `key` stands without `other`, with an example of this.
void needs_other(const Reader& reader, const Entry& owner, std::string_view key,
                 std::string_view other, std::string_view example);

}  // namespace bcp::kind
