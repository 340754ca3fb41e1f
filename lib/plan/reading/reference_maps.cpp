// Maps whose keys are references: who is needed, reached, lost or away.
#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "plan/instants.hpp"
#include "plan/reading/kinds.hpp"

namespace bcp::kind {

namespace {

/// The entries of a map whose keys refer to something; `make` builds an element of what both sides read.
template <class Reference, class Item, class Make>
auto read_by_reference(Reader& reader, const Entry& at, Text wanted, Make make) {
  using Made = std::decay_t<decltype(make(*Reference::read(reader, at), *Item::read(reader, at)))>;
  std::optional<std::vector<Made>> made;
  const auto entries = reader.map(at, std::move(wanted));
  if (!entries) return made;
  made.emplace();
  for (const Entry& entry : *entries) {
    auto reference = Reference::read(reader, {entry.key, entry.key});
    auto item = Item::read(reader, entry);
    if (reference && item) made->push_back(make(std::move(*reference), std::move(*item)));
  }
  return made;
}

constexpr std::array<std::string_view, 1> everyone = {"everyone"};

struct StaffOrEveryone {
  static Text noun() { return tr("a staff group or `everyone`"); }
  static std::optional<std::optional<StaffId>> read(Reader& reader, const Entry& at) {
    if (at.value.text() == "everyone") return std::optional<StaffId>{};
    static constexpr std::array sections = {Section::staff};
    const auto place = reader.reference(at.value, sections, noun(), everyone);
    if (!place) return std::nullopt;
    return std::optional{StaffId{place->position}};
  }
};

using WhoIsAway = std::variant<std::monostate, StaffId, TeamId>;

struct StaffTeamOrEveryone {
  static Text noun() { return tr("a staff group, a team or `everyone`"); }
  static std::optional<WhoIsAway> read(Reader& reader, const Entry& at) {
    if (at.value.text() == "everyone") return WhoIsAway{};
    static constexpr std::array sections = {Section::staff, Section::teams};
    const auto place = reader.reference(at.value, sections, noun(), everyone);
    if (!place) return std::nullopt;
    if (place->section == Section::staff) return WhoIsAway{StaffId{place->position}};
    return WhoIsAway{TeamId{place->position}};
  }
};

std::optional<ImpactStep> read_impact_step(Reader& reader, const Entry& entry) {
  const auto after = Duration::read(reader, {entry.key, entry.key});
  auto level = Word::read(reader, entry);
  if (!after || !level) return std::nullopt;
  const auto& scale = reader.plan.impact_scale;
  if (scale && !scale->levels.empty() &&
      std::ranges::find(scale->levels, *level) == scale->levels.end()) {
    Diagnostic& diagnostic =
        reader.fault(Code::bad_choice, entry.value,
                     tr("`{word}` is not a level of the impact scale", {{"word", *level}}));
    suggest_of(diagnostic, entry.value, scale->levels);
    return std::nullopt;
  }
  return ImpactStep{*after, std::move(*level)};
}

/// The steps of one category by time; two at the same time contradict each other.
std::vector<ImpactStep> read_impact_steps(Reader& reader, const std::vector<Entry>& entries) {
  std::vector<ImpactStep> steps;
  std::map<Seconds, Value> seen;
  for (const Entry& entry : entries) {
    auto step = read_impact_step(reader, entry);
    if (!step) continue;
    const auto [before, is_new] = seen.try_emplace(step->after, entry.key);
    if (!is_new) {
      Diagnostic& diagnostic = reader.fault(Code::duplicate_key, entry.key,
                                            tr("`{key}` is the same time as `{other}`",
                                               {{"key", std::string{entry.key.text()}},
                                                {"other", std::string{before->second.text()}}}));
      diagnostic.also.push_back({before->second.span(), tr("it stands here first")});
      diagnostic.help = tr("keep one of the two");
    }
    steps.push_back(std::move(*step));
  }
  std::ranges::stable_sort(steps, {}, &ImpactStep::after);
  return steps;
}

/// Milestones may stand on other ones, which are read before them.
class MilestoneReading {
public:
  MilestoneReading(Reader& reader, const std::vector<Entry>& entries)
      : reader_(reader),
        entries_(entries),
        states_(entries.size(), State::open) {
    for (std::size_t i = 0; i < entries.size(); ++i) positions_.emplace(entries[i].key.text(), i);
  }

  void read_all() {
    for (std::size_t i = 0; i < entries_.size(); ++i) read_chain(i);
    const auto circle = std::ranges::find(states_, State::in_circle);
    if (circle == states_.end()) return;
    const auto first = static_cast<std::size_t>(circle - states_.begin());
    reader_
        .fault(Code::bad_instant, entries_[first].value, tr("these milestones stand on each other"))
        .help = tr("give one of them an instant of its own");
  }

private:
  enum class State : std::uint8_t { open, on_the_way, read, in_circle };

  /// The milestone that another one stands on.
  [[nodiscard]] std::optional<std::size_t> below(std::size_t entry) const {
    const Value& value = entries_[entry].value;
    const auto other = positions_.find(value.text());
    if (!value.is_scalar() || other == positions_.end()) return std::nullopt;
    return other->second;
  }

  /// One milestone, and before it those below.
  void read_chain(std::size_t entry) {
    std::vector<std::size_t> chain;
    for (std::optional next = entry; next && states_[*next] == State::open; next = below(*next)) {
      states_[*next] = State::on_the_way;
      chain.push_back(*next);
    }
    if (chain.empty()) return;
    const auto last = below(chain.back());
    const bool is_circle = last && states_[*last] != State::read;
    for (; !chain.empty(); chain.pop_back()) {
      states_[chain.back()] = is_circle ? State::in_circle : State::read;
      if (!is_circle) read_one(entries_[chain.back()]);
    }
  }

  void read_one(const Entry& entry) {
    if (const auto instant = MomentInTime::read(reader_, entry))
      reader_.milestones.emplace(entry.key.text(), *instant);
  }

  Reader& reader_;
  const std::vector<Entry>& entries_;
  std::map<std::string_view, std::size_t> positions_;
  std::vector<State> states_;
};

}  // namespace

Text StaffNeeds::noun() { return tr("a map of people by staff group"); }
std::optional<std::vector<StaffNeed>> StaffNeeds::read(Reader& reader, const Entry& at) {
  auto needs = read_by_reference<StaffRef, PositiveNumber>(reader, at, noun(),
                                                           [](StaffId staff, Count people) {
                                                             return StaffNeed{staff, people};
                                                           });
  if (needs) std::ranges::sort(*needs, {}, &StaffNeed::staff);
  return needs;
}

Text RecoveryTeam::noun() { return tr("a map of people by team"); }
std::optional<std::vector<TeamNeed>> RecoveryTeam::read(Reader& reader, const Entry& at) {
  auto needs =
      read_by_reference<TeamRef, PositiveNumber>(reader, at, noun(), [](TeamId team, Count people) {
        return TeamNeed{team, {people, people}};
      });
  if (needs) std::ranges::sort(*needs, {}, &TeamNeed::team);
  return needs;
}

Text TaskTeam::noun() { return tr("a team, or a map of people by team"); }
std::optional<std::vector<TeamNeed>> TaskTeam::read(Reader& reader, const Entry& at) {
  if (at.value.is_scalar()) {
    const auto team = TeamRef::read(reader, at);
    return team ? std::optional{std::vector{TeamNeed{*team, {1, 1}}}} : std::nullopt;
  }
  auto needs = read_by_reference<TeamRef, NumberOrBounds>(reader, at, noun(),
                                                          [](TeamId team, Bounds people) {
                                                            return TeamNeed{team, people};
                                                          });
  if (needs) std::ranges::sort(*needs, {}, &TeamNeed::team);
  return needs;
}

Text Impacts::noun() { return tr("a map of impacts by category"); }
std::optional<std::vector<Impact>> Impacts::read(Reader& reader, const Entry& at) {
  const auto categories = reader.map(at, noun());
  if (!categories) return std::nullopt;
  std::vector<Impact> impacts;
  for (const Entry& category : *categories) {
    const auto entries = reader.map(category, tr("a map of levels by duration"));
    const auto word = Word::read(reader, {category.key, category.key});
    auto steps = read_impact_steps(reader, entries.value_or(std::vector<Entry>{}));
    if (word) impacts.push_back({*word, std::move(steps)});
  }
  std::ranges::sort(impacts, {}, &Impact::category);
  return impacts;
}

Text Reaches::noun() { return tr("a map of ratios by staff group"); }
std::optional<std::vector<Reach>> Reaches::read(Reader& reader, const Entry& at) {
  auto reaches = read_by_reference<StaffOrEveryone, Share>(
      reader, at, noun(), [](std::optional<StaffId> staff, Ratio share) {
        return Reach{staff, share};
      });
  if (reaches) std::ranges::sort(*reaches, {}, &Reach::staff);
  return reaches;
}

Text Failures::noun() { return tr("a list of ids, or a map of durations by id"); }
std::optional<std::vector<Scenario::Failure>> Failures::read(Reader& reader, const Entry& at) {
  std::optional<std::vector<Scenario::Failure>> failures;
  if (at.value.is_sequence()) {
    const auto nodes = ListOf<AnyNode>::read(reader, at);
    failures.emplace();
    for (const NodeId node : nodes.value_or(std::vector<NodeId>{}))
      failures->push_back({node, std::nullopt});
  } else if (at.value.is_mapping()) {
    failures =
        read_by_reference<AnyNode, Duration>(reader, at, noun(), [](NodeId node, Seconds recovery) {
          return Scenario::Failure{node, recovery};
        });
  } else {
    reader.expect(at, noun());
  }
  if (failures) std::ranges::sort(*failures, {}, &Scenario::Failure::node);
  return failures;
}

Text AbsentPeople::noun() { return tr("a map of ratios or numbers by staff group or team"); }
std::optional<std::vector<Scenario::Away>> AbsentPeople::read(Reader& reader, const Entry& at) {
  auto away = read_by_reference<StaffTeamOrEveryone, ShareOrNumber>(
      reader, at, noun(), [](WhoIsAway of, ShareOrCount people) {
        return Scenario::Away{of, people};
      });
  if (away) std::ranges::sort(*away, {}, &Scenario::Away::of);
  return away;
}

Text Milestones::noun() { return tr("a map of instants by id"); }
std::optional<std::vector<Milestone>> Milestones::read(Reader& reader, const Entry& at) {
  const auto entries = reader.map(at, noun());
  if (!entries) return std::nullopt;
  MilestoneReading{reader, *entries}.read_all();
  std::vector<Milestone> milestones;
  for (const auto& [id, instant] : reader.milestones)
    milestones.push_back({std::string{id}, instant});
  return milestones;
}

}  // namespace bcp::kind
