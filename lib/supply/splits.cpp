#include "supply/splits.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <ranges>
#include <set>

#include "supply/stock.hpp"

namespace bcp {

namespace {

constexpr std::int64_t effort_of_all = 15'000'000;
constexpr std::int64_t effort_of_each = 5'000;
constexpr std::size_t most_weights = 64;

std::vector<AlternativeNeeds::Alternative> compared(const std::vector<Exact>& needs) {
  std::vector<AlternativeNeeds::Alternative> compared(needs.size());
  std::size_t least = needs.size() - 1;
  for (std::size_t i = needs.size(); i-- > 0;) {
    compared[i].needs_more = needs[i] > needs[least];
    compared[i].needs_less = needs[i] < needs[least];
    if (needs[i] <= needs[least]) least = i;
    compared[i].least_from = least;
  }
  return compared;
}

/// One type of each alternative weighs as much as makes the alternative weigh 1: all such choices, as far as they are few.
std::set<Weights> weights_for(const std::set<std::vector<Exact>>& alternatives) {
  std::set<Weights> weights{Weights(alternatives.begin()->size())};
  for (const std::vector<Exact>& units : alternatives) {
    std::set<Weights> next;
    for (const Weights& one : weights) {
      for (std::size_t type = 0; type < units.size() && next.size() < most_weights; ++type) {
        if (units[type] == 0) continue;
        Weights more = one;
        more[type] = std::max(more[type], Exact{1 / units[type]});
        next.insert(std::move(more));
      }
    }
    if (!next.empty()) weights = std::move(next);
  }
  return weights;
}

/// One search through the splits of some people.
class Searching {
public:
  Searching(const Plan& plan, const std::vector<AlternativeNeeds>& types,
            const std::vector<Weights>& weights, std::vector<Drawing>& drawings,
            const std::vector<Drawer>& fixed, const std::vector<Choice>& choices,
            const Splits::Visit& visit, std::int64_t& effort)
      : plan_(plan),
        types_(types),
        weights_(weights),
        drawings_(drawings),
        fixed_(fixed),
        choices_(choices),
        visit_(visit),
        people_behind_(choices.size(), 0),
        effort_(effort) {
    for (const Choice& choice : choices) {
      if (split_.empty() || split_.back().staff != choice.staff)
        split_.push_back({choice.staff, {}});
      places_.push_back({split_.size() - 1, split_.back().steps.size()});
      const std::size_t alternatives = alternatives_of(plan, choice.staff);
      split_.back().steps.push_back({choice.deadline, std::vector<Count>(alternatives, 0)});
    }
    for (std::size_t i = choices.size(); i-- > 1;)
      people_behind_[i - 1] = people_behind_[i] + choices[i].people;
    std::vector<Drawer> all = fixed;
    all.insert(all.end(), split_.begin(), split_.end());
    drawers_.assign(types.size(), all);
    for (const Drawer& drawer : all) steps_ += static_cast<std::int64_t>(drawer.steps.size());
    for (std::size_t i = 0; i < choices.size(); ++i) leave_open(i);
  }

  /// Also of types that no alternative needs.
  [[nodiscard]] bool suffice_at_least() {
    for (std::uint32_t type = 0; type < drawings_.size(); ++type) {
      const bool is_open =
          std::ranges::binary_search(types_, ResourceTypeId{type}, {}, &AlternativeNeeds::type);
      if (!is_open && !drawings_[type].suffices(fixed_)) return false;
    }
    return suffice();
  }

  [[nodiscard]] bool may_suffice() { return suffice_at_least() && have_enough_together(); }

  /// False: the effort was used up. What most questions come to costs none of it.
  [[nodiscard]] bool visit_all() {
    const std::int64_t effort = effort_;
    if (!suffice_at_least()) return true;
    if (suffice_on_first()) {
      visit_(split_);  // no other has as many
      return true;
    }
    if (!have_enough_together()) return true;
    for (std::size_t i = 0; i < choices_.size(); ++i) leave_open(i);
    effort_ = effort;
    return search();
  }

private:
  /// People on one alternative of one choice: from `next` down to `least` are still to be tried.
  struct Level {
    std::size_t choice = 0;
    std::size_t alternative = 0;
    Count people = 0;  // whom the alternatives before it leave
    Whole decided_on_first;
    Count least = 0;
    Count next = 0;
  };
  struct Place {
    std::size_t drawer;
    std::size_t step;
  };

  [[nodiscard]] const std::vector<AlternativeNeeds::Alternative>& needs(std::size_t type,
                                                                        std::size_t choice) const {
    return types_[type].of.at(choices_[choice].staff);
  }

  [[nodiscard]] std::vector<Count>& decided(std::size_t choice) {
    const Place place = places_[choice];
    return split_[place.drawer].steps[place.step].people;
  }

  [[nodiscard]] std::vector<Count>& drawn(std::size_t type, std::size_t choice) {
    const Place place = places_[choice];
    return drawers_[type][fixed_.size() + place.drawer].steps[place.step].people;
  }

  [[nodiscard]] bool suffices(std::size_t type) {
    effort_ -= 1 + steps_;
    return drawings_[types_[type].type.value].suffices(drawers_[type]);
  }

  [[nodiscard]] bool suffice() {
    return std::ranges::all_of(std::views::iota(std::size_t{0}, types_.size()),
                               [&](std::size_t type) { return suffices(type); });
  }

  void leave_open(std::size_t choice) {
    for (std::size_t type = 0; type < types_.size(); ++type) {
      std::ranges::fill(drawn(type, choice), 0);
      drawn(type, choice)[needs(type, choice).front().least_from] = choices_[choice].people;
    }
  }

  /// By each deadline, of everything ready by then.
  [[nodiscard]] bool have_enough_together() const {
    std::set<Instant> deadlines;
    for (const Choice& choice : choices_) deadlines.insert(choice.deadline);
    return std::ranges::all_of(deadlines, [&](Instant by) { return have_enough_by(by); });
  }

  [[nodiscard]] bool have_enough_by(Instant by) const {
    std::map<StaffId, Whole> people;
    std::map<StaffId, Instant> last;
    for (const Choice& choice : choices_) {
      if (choice.deadline > by) continue;
      people[choice.staff] += choice.people;
      last[choice.staff] = choice.deadline;
    }
    std::vector<Exact> there;
    for (const AlternativeNeeds& type : types_) {
      const Drawing& drawing = drawings_[type.type.value];
      Exact& units = there.emplace_back(drawing.room(fixed_, by));
      for (const auto& [staff, at] : last) units += drawing.held(staff, at);
    }
    return std::ranges::all_of(weights_, [&](const Weights& weights) {
      Exact all;
      for (std::size_t i = 0; i < types_.size(); ++i) all += weights[i] * there[i];
      for (const auto& [staff, count] : people) all -= lightest(staff, weights) * Exact{count};
      return all >= 0;
    });
  }

  [[nodiscard]] Exact lightest(StaffId staff, const Weights& weights) const {
    std::optional<Exact> least;
    for (std::size_t i = 0; i < alternatives_of(plan_, staff); ++i) {
      Exact weight;
      for (std::size_t type = 0; type < types_.size(); ++type)
        weight += weights[type] * types_[type].units.at(staff)[i];
      if (!least || weight < *least) least = std::move(weight);
    }
    return *least;
  }

  [[nodiscard]] bool suffice_on_first() {
    for (std::size_t choice = 0; choice < choices_.size(); ++choice) {
      decided(choice).front() = choices_[choice].people;
      for (std::size_t type = 0; type < types_.size(); ++type)
        drawn(type, choice) = decided(choice);
    }
    return suffice();
  }

  /// Puts so many on the alternative of a level, and those who are left where they need least of the type.
  void put(std::size_t type, const Level& level, Count here) {
    std::vector<Count>& people = drawn(type, level.choice);
    const auto& before = decided(level.choice);
    std::ranges::fill(people, 0);
    std::copy_n(before.begin(), level.alternative, people.begin());
    people[level.alternative] = here;
    people[needs(type, level.choice)[level.alternative + 1].least_from] += level.people - here;
  }

  void decide(const Level& level, Count here) {
    std::vector<Count>& people = decided(level.choice);
    people[level.alternative] = here;
    people[level.alternative + 1] = level.people - here;
    std::fill(people.begin() + static_cast<std::ptrdiff_t>(level.alternative) + 2, people.end(), 0);
    for (std::size_t type = 0; type < types_.size(); ++type) put(type, level, here);
  }

  /// How many people each type allows. As the levels before leave it, nobody on an alternative that needs more is
  /// possible, and everyone on one that needs less.
  void narrow(Level& level) {
    for (std::size_t type = 0; type < types_.size() && level.least <= level.next; ++type) {
      const auto& alternative = needs(type, level.choice)[level.alternative];
      const auto is_possible = [&](Count here) {
        put(type, level, here);
        return suffices(type);
      };
      if (alternative.needs_more && !is_possible(level.next))
        level.next = bisect(0, level.next, is_possible);
      if (alternative.needs_less && !is_possible(level.least))
        level.least = bisect(level.people, level.least, is_possible);
    }
  }

  /// The last number from a possible towards an impossible one that is possible.
  static Count bisect(Count possible, Count impossible, auto is_possible) {
    while (possible + 1 < impossible || impossible + 1 < possible) {
      const Count middle = possible + (impossible - possible) / 2;
      (is_possible(middle) ? possible : impossible) = middle;
    }
    return possible;
  }

  [[nodiscard]] Level opened(std::size_t choice, std::size_t alternative, Count people,
                             const Whole& on_first) {
    Level level{choice, alternative, people, on_first, 0, people};
    narrow(level);
    return level;
  }

  /// What follows once so many people are on a level's alternative; none: everyone is placed.
  [[nodiscard]] std::optional<Level> behind(const Level& level, Count here) {
    const Whole on_first = level.decided_on_first + (level.alternative == 0 ? here : 0);
    if (level.alternative + 2 < decided(level.choice).size())
      return opened(level.choice, level.alternative + 1, level.people - here, on_first);
    const std::size_t next = level.choice + 1;
    if (next == choices_.size()) return std::nullopt;
    return opened(next, 0, choices_[next].people, on_first);
  }

  /// People on first alternatives if the next are tried and all that is not decided suffices.
  [[nodiscard]] Whole most_on_first(const Level& level) const {
    return level.decided_on_first + (level.alternative == 0 ? level.next : 0) +
           people_behind_[level.choice];
  }

  [[nodiscard]] bool search() {
    Whole least_on_first;
    std::vector<Level> levels = {opened(0, 0, choices_.front().people, 0)};
    while (!levels.empty()) {
      if (effort_ <= 0) return false;
      Level& level = levels.back();
      if (level.next < level.least || most_on_first(level) < least_on_first) {
        if (level.alternative == 0) leave_open(level.choice);
        levels.pop_back();
        continue;
      }
      const Count here = level.next--;
      effort_ -= 1 + steps_;
      decide(level, here);
      if (const auto next = behind(level, here)) {
        levels.push_back(*next);
      } else if (const auto least = visit_(split_)) {
        least_on_first = *least;
      } else {
        return true;
      }
    }
    return true;
  }

  const Plan& plan_;
  const std::vector<AlternativeNeeds>& types_;
  const std::vector<Weights>& weights_;
  std::vector<Drawing>& drawings_;
  const std::vector<Drawer>& fixed_;
  const std::vector<Choice>& choices_;
  const Splits::Visit& visit_;
  std::vector<Drawer> split_;
  std::vector<Place> places_;                 // of each choice, in `split_`
  std::vector<std::vector<Drawer>> drawers_;  // by type: those that are fixed, and those of choices
  std::vector<Whole> people_behind_;          // of the choices behind each
  std::int64_t steps_ = 0;
  std::int64_t& effort_;
};

}  // namespace

Whole on_first(const std::vector<Drawer>& split) {
  Whole people;
  for (const Drawer& drawer : split) {
    for (const Step& step : drawer.steps) people += step.people.front();
  }
  return people;
}

Splits::Splits(const Plan& plan) : plan_(plan), effort_(effort_of_all) {
  for (std::uint32_t number = 0; number < plan.resource_types.size(); ++number) {
    AlternativeNeeds needs{ResourceTypeId{number}, {}, {}};
    bool is_needed = false;
    for (std::uint32_t group = 0; group < plan.staff.size(); ++group) {
      std::vector<Exact> of_one;
      for (std::size_t i = 0; i < alternatives_of(plan, StaffId{group}); ++i)
        of_one.push_back(need_of_one(plan, StaffId{group}, needs.type, i));
      if (of_one.size() < 2) continue;
      is_needed =
          is_needed || std::ranges::any_of(of_one, [](const Exact& one) { return one > 0; });
      needs.of.emplace(StaffId{group}, compared(of_one));
      needs.units.emplace(StaffId{group}, std::move(of_one));
    }
    if (is_needed) types_.push_back(std::move(needs));
  }
  add_weights();
}

/// Those that fit the alternatives of one profile, and those that fit all profiles together.
void Splits::add_weights() {
  if (types_.empty()) return;
  using Alternatives = std::set<std::vector<Exact>>;  // units of each type
  std::set<Alternatives> profiles;
  Alternatives all;
  for (const auto& [staff, of_first] : types_.front().units) {
    Alternatives alternatives;
    for (std::size_t i = 0; i < of_first.size(); ++i) {
      std::vector<Exact> units;
      for (const AlternativeNeeds& type : types_) units.push_back(type.units.at(staff)[i]);
      alternatives.insert(std::move(units));
    }
    all.insert(alternatives.begin(), alternatives.end());
    profiles.insert(std::move(alternatives));
  }
  profiles.insert(std::move(all));
  std::set<Weights> weights;
  for (const Alternatives& alternatives : profiles) {
    if (weights.size() < most_weights) weights.merge(weights_for(alternatives));
  }
  weights_.assign(weights.begin(), weights.end());
}

bool Splits::may_suffice(std::vector<Drawing>& drawings, const std::vector<Drawer>& fixed,
                         const std::vector<Choice>& choices) const {
  std::int64_t effort = 0;
  const Visit nothing;
  return Searching{plan_, types_, weights_, drawings, fixed, choices, nothing, effort}
      .may_suffice();
}

bool Splits::visit_all(std::vector<Drawing>& drawings, const std::vector<Drawer>& fixed,
                       const std::vector<Choice>& choices, const Visit& visit) {
  std::int64_t effort = std::max(effort_, effort_of_each);
  const std::int64_t before = effort;
  const bool is_whole =
      Searching{plan_, types_, weights_, drawings, fixed, choices, visit, effort}.visit_all();
  effort_ = std::max<std::int64_t>(0, effort_ - (before - effort));
  return is_whole;
}

}  // namespace bcp
