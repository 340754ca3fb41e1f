#include "supply/commitments.hpp"

#include <algorithm>
#include <functional>
#include <iterator>

namespace bcp {

namespace {

constexpr int most_splits = 200'000;

/// How many people a split puts on their first alternatives.
Count on_first(const std::vector<Drawer>& split) {
  Count people = 0;
  for (const Drawer& drawer : split) {
    for (const Step& step : drawer.steps) people += step.people.front();
  }
  return people;
}

}  // namespace

Commitments::Commitments(const Plan& plan, const Presence& presence,
                         const std::vector<Source>& sources)
    : plan_(plan),
      presence_(presence),
      people_(plan.staff.size()) {
  std::vector<std::vector<Source>> by_type(plan.resource_types.size());
  for (const Source& source : sources) by_type[source.type.value].push_back(source);
  for (std::uint32_t type = 0; type < by_type.size(); ++type) {
    drawings_.emplace_back(plan, presence, by_type[type], ResourceTypeId{type});
  }
  for (std::uint32_t group = 0; group < plan.staff.size(); ++group) {
    if (alternatives_of(plan_, StaffId{group}) > 1) choosers_.push_back(StaffId{group});
  }
}

Commitments::People Commitments::with_more(StaffId staff, const MorePeople& more,
                                           Instant deadline) const {
  People people = people_[staff.value];
  const auto added = more.find(staff);
  if (added != more.end() && added->second > 0) people[deadline] += added->second;
  return people;
}

bool Commitments::are_present(const MorePeople& more, Instant deadline) const {
  return std::ranges::all_of(more, [&](const auto& one) {
    if (one.second == 0) return true;
    Count total = 0;
    for (const auto& [from, people] : with_more(one.first, more, deadline)) {
      total += people;
      if (total > presence_.present(one.first, from)) return false;
    }
    return true;
  });
}

bool Commitments::suffice(const std::vector<Drawer>& drawers) {
  return std::ranges::all_of(drawings_,
                             [&](Drawing& drawing) { return drawing.suffices(drawers); });
}

/// The groups that get more people and have no alternatives.
std::vector<Drawer> Commitments::fixed_drawers(const MorePeople& more, Instant deadline) const {
  std::vector<Drawer> drawers;
  for (const auto& [staff, people] : more) {
    if (people == 0 || alternatives_of(plan_, staff) > 1) continue;
    Drawer drawer{staff, {}};
    for (const auto& [from, count] : with_more(staff, more, deadline))
      drawer.steps.push_back({from, {count}});
    drawers.push_back(std::move(drawer));
  }
  return drawers;
}

/// All people who have alternatives, those committed before as well.
std::vector<Commitments::Choice> Commitments::choices(const MorePeople& more,
                                                      Instant deadline) const {
  std::vector<Choice> choices;
  for (const StaffId staff : choosers_) {
    for (const auto& [from, people] : with_more(staff, more, deadline)) {
      if (people > 0) choices.push_back({staff, from, people});
    }
  }
  return choices;
}

/// Spreads the people of one choice after the other, most on the first alternative first; stops where `found` says so.
template <class Found>
bool Commitments::search_splits(const std::vector<Choice>& choices, std::vector<Drawer>& drawers,
                                Found found) {
  tries_left_ = most_splits;
  if (!suffice(drawers)) return false;
  return search_from(choices, 0, drawers, found);
}

template <class Found>
bool Commitments::search_from(const std::vector<Choice>& choices, std::size_t at,
                              std::vector<Drawer>& drawers, Found found) {
  if (at == choices.size()) return found(drawers);
  const Choice& choice = choices[at];
  if (at == 0 || choices[at - 1].staff != choice.staff) drawers.push_back({choice.staff, {}});
  const std::size_t mine = drawers.size() - 1;
  std::vector<Count> people(alternatives_of(plan_, choice.staff), 0);
  // Every way to spread the people: the rest of those before always goes to the last alternative.
  const std::function<bool(std::size_t, Count)> spread = [&](std::size_t alternative, Count left) {
    if (alternative + 1 < people.size()) {
      for (Count here = left; here >= 0; --here) {
        people[alternative] = here;
        if (spread(alternative + 1, left - here)) return true;
      }
      return false;
    }
    people[alternative] = left;
    if (tries_left_-- <= 0) {
      is_exact_ = false;
      return false;
    }
    drawers[mine].steps.push_back({choice.deadline, people});
    const bool is_found = suffice(drawers) && search_from(choices, at + 1, drawers, found);
    drawers.resize(mine + 1);
    drawers[mine].steps.pop_back();
    return is_found;
  };
  const bool is_found = spread(0, choice.people);
  if (drawers[mine].steps.empty()) drawers.pop_back();
  return is_found;
}

bool Commitments::feasible(const MorePeople& more, Instant deadline) {
  if (!are_present(more, deadline)) return false;
  std::vector<Drawer> drawers = fixed_drawers(more, deadline);
  const std::vector<Choice> open = choices(more, deadline);
  if (open.empty()) return suffice(drawers);
  return search_splits(open, drawers, [](const std::vector<Drawer>&) { return true; });
}

void Commitments::commit(const MorePeople& more, Instant deadline) {
  const std::vector<Drawer> drawers = fixed_drawers(more, deadline);
  for (Drawing& drawing : drawings_) drawing.commit(drawers);
  for (const auto& [staff, people] : more) {
    if (people > 0) people_[staff.value][deadline] += people;
  }
}

Count Commitments::committed(StaffId staff, Instant by) const {
  Count people = 0;
  for (const auto& [from, count] : people_[staff.value]) {
    if (from <= by) people += count;
  }
  return people;
}

Count Commitments::left_present(StaffId staff, Instant deadline) const {
  Count left = presence_.present(staff, deadline) - committed(staff, deadline);
  for (const auto& [from, count] : people_[staff.value]) {
    if (from > deadline)
      left = std::min(left, presence_.present(staff, from) - committed(staff, from));
  }
  return std::max<Count>(0, left);
}

/// The groups with alternatives once these people have come, on their first ones.
std::vector<Drawer> Commitments::with_more_on_first(std::vector<Drawer> split,
                                                    const MorePeople& more,
                                                    Instant deadline) const {
  for (const auto& [staff, people] : more) {
    const std::size_t alternatives = alternatives_of(plan_, staff);
    if (people == 0 || alternatives < 2) continue;
    auto drawer = std::ranges::find(split, staff, &Drawer::staff);
    if (drawer == split.end()) drawer = split.insert(split.end(), {staff, {}});
    auto step = std::ranges::lower_bound(drawer->steps, deadline, {}, &Step::from);
    if (step == drawer->steps.end() || step->from != deadline)
      step = drawer->steps.insert(step, {deadline, std::vector<Count>(alternatives, 0)});
    step->people.front() += people;
  }
  return split;
}

std::vector<Shortfall> Commitments::shortfalls(const MorePeople& more, Instant deadline) {
  if (feasible(more, deadline)) return {};
  // Those committed take the splits with most people on their first alternatives; of several the least figure counts.
  std::vector<std::optional<Shortfall>> least(drawings_.size());
  Count most_on_first = -1;
  const auto measure = [&](const std::vector<Drawer>& split) {
    const Count here = on_first(split);
    if (here < most_on_first) return false;
    if (here > most_on_first) std::ranges::fill(least, std::nullopt);
    most_on_first = here;
    std::vector<Drawer> drawers = fixed_drawers(more, deadline);
    std::ranges::move(with_more_on_first(split, more, deadline), std::back_inserter(drawers));
    for (std::uint32_t type = 0; type < drawings_.size(); ++type) {
      Exact missing = drawings_[type].missing(drawers);
      if (!least[type] || missing < least[type]->missing)
        least[type] = Shortfall{ResourceTypeId{type}, std::move(missing), drawers, split};
    }
    return false;
  };
  std::vector<Drawer> none;
  search_splits(choices({}, deadline), none, measure);
  std::vector<Shortfall> shortfalls;
  for (auto& one : least) {
    if (one && one->missing > 0) shortfalls.push_back(*std::move(one));
  }
  return shortfalls;
}

std::vector<std::pair<ResourceTypeId, Whole>> Commitments::missing_units(const MorePeople& more,
                                                                         Instant deadline) {
  std::vector<std::pair<ResourceTypeId, Whole>> units;
  for (const Shortfall& one : shortfalls(more, deadline))
    units.emplace_back(one.type, ceiling(one.missing));
  return units;
}

DrawingCut Commitments::cut(const Shortfall& shortfall) {
  return drawings_[shortfall.type.value].cut(shortfall.drawers);
}

std::vector<Drawer> Commitments::spread() {
  const std::vector<Choice> open = choices({}, {});
  Count all = 0;
  for (const Choice& choice : open) all += choice.people;
  std::vector<Drawer> best;
  Count most_on_first = -1;
  std::vector<Drawer> none;
  search_splits(open, none, [&](const std::vector<Drawer>& split) {
    if (on_first(split) > most_on_first) {
      most_on_first = on_first(split);
      best = split;
    }
    return most_on_first == all;
  });
  return best;
}

std::vector<std::vector<UnitsOfLot>> Commitments::hand_out(ResourceTypeId type,
                                                           std::span<const Drawer> spread,
                                                           std::span<const Draw> draws) {
  return drawings_[type.value].hand_out(spread, draws);
}

}  // namespace bcp
