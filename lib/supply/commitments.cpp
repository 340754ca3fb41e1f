#include "supply/commitments.hpp"

#include <algorithm>
#include <iterator>

namespace bcp {

Commitments::Commitments(const Plan& plan, const Presence& presence,
                         const std::vector<Source>& sources)
    : plan_(plan),
      presence_(presence),
      people_(plan.staff.size()),
      splits_(plan),
      known_(std::vector<Drawer>{}) {
  std::vector<std::vector<const Source*>> by_type(plan.resource_types.size());
  for (const Source& source : sources) by_type[source.type.value].push_back(&source);
  for (std::uint32_t type = 0; type < by_type.size(); ++type) {
    std::vector<Source> of_type;
    for (const Source* source : by_type[type]) of_type.push_back(*source);
    drawings_.emplace_back(plan, presence, of_type, ResourceTypeId{type});
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
std::vector<Choice> Commitments::choices(const MorePeople& more, Instant deadline) const {
  std::vector<Choice> choices;
  for (const StaffId staff : choosers_) {
    for (const auto& [from, people] : with_more(staff, more, deadline)) {
      if (people > 0) choices.push_back({staff, from, people});
    }
  }
  return choices;
}

bool Commitments::feasible(const MorePeople& more, Instant deadline) {
  if (!are_present(more, deadline)) return false;
  const std::vector<Drawer> fixed = fixed_drawers(more, deadline);
  const std::vector<Choice> open = choices(more, deadline);
  if (open.empty()) return suffice(fixed);
  bool is_found = false;
  const auto find = [&](const std::vector<Drawer>& split) {
    found_ = Found{more, deadline, split};
    is_found = true;
    return std::optional<Whole>{};
  };
  if (splits_.visit_all(drawings_, fixed, open, find)) return is_found;
  if (extends_known(fixed, more, deadline)) return true;
  ++cut_off_;
  return false;
}

bool Commitments::may_be_feasible(const MorePeople& more, Instant deadline) {
  return are_present(more, deadline) &&
         splits_.may_suffice(drawings_, fixed_drawers(more, deadline), choices(more, deadline));
}

/// Whether a known split suffices with everyone who comes on one alternative.
bool Commitments::extends_known(const std::vector<Drawer>& fixed, const MorePeople& more,
                                Instant deadline) {
  std::size_t most = 0;
  for (const auto& [staff, people] : more) most = std::max(most, alternatives_of(plan_, staff));
  for (std::size_t alternative = 0; known_ && alternative < most; ++alternative) {
    std::vector<Drawer> split = with_more_on(alternative, *known_, more, deadline);
    std::vector<Drawer> drawers = fixed;
    drawers.insert(drawers.end(), split.begin(), split.end());
    if (!suffice(drawers)) continue;
    found_ = Found{more, deadline, std::move(split)};
    return true;
  }
  return false;
}

void Commitments::commit(const MorePeople& more, Instant deadline) {
  const std::vector<Drawer> drawers = fixed_drawers(more, deadline);
  for (Drawing& drawing : drawings_) drawing.commit(drawers);
  keep_split(more, deadline);
  for (const auto& [staff, people] : more) {
    if (people > 0) people_[staff.value][deadline] += people;
  }
}

void Commitments::keep_split(const MorePeople& more, Instant deadline) {
  if (std::ranges::all_of(more, [](const auto& one) { return one.second == 0; })) return;
  if (choices(more, deadline).empty()) return;
  if (found_ && found_->deadline == deadline && found_->more == more) {
    known_ = std::move(found_->split);
    found_.reset();
  } else {
    known_.reset();
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

/// The groups with alternatives once these people have come, on that alternative or, with fewer, their last.
std::vector<Drawer> Commitments::with_more_on(std::size_t alternative, std::vector<Drawer> split,
                                              const MorePeople& more, Instant deadline) const {
  for (const auto& [staff, people] : more) {
    const std::size_t alternatives = alternatives_of(plan_, staff);
    if (people == 0 || alternatives < 2) continue;
    auto drawer = std::ranges::find(split, staff, &Drawer::staff);
    if (drawer == split.end()) drawer = split.insert(split.end(), {staff, {}});
    auto step = std::ranges::lower_bound(drawer->steps, deadline, {}, &Step::from);
    if (step == drawer->steps.end() || step->from != deadline)
      step = drawer->steps.insert(step, {deadline, std::vector<Count>(alternatives, 0)});
    step->people[std::min(alternative, alternatives - 1)] += people;
  }
  return split;
}

std::vector<Shortfall> Commitments::shortfalls(const MorePeople& more, Instant deadline) {
  if (feasible(more, deadline)) return {};
  // Those committed take the splits with most people on their first alternatives; of several the least figure counts.
  std::vector<std::optional<Shortfall>> least(drawings_.size());
  Whole most_on_first = -1;
  const auto measure = [&](const std::vector<Drawer>& split) {
    if (on_first(split) > most_on_first) std::ranges::fill(least, std::nullopt);
    most_on_first = on_first(split);
    std::vector<Drawer> drawers = fixed_drawers(more, deadline);
    std::ranges::move(with_more_on(0, split, more, deadline), std::back_inserter(drawers));
    for (std::uint32_t type = 0; type < drawings_.size(); ++type) {
      Exact missing = drawings_[type].missing(drawers);
      if (!least[type] || missing < least[type]->missing)
        least[type] = Shortfall{ResourceTypeId{type}, std::move(missing), drawers, split};
    }
    return std::optional{most_on_first};
  };
  if (!splits_.visit_all(drawings_, {}, choices({}, deadline), measure)) {
    ++cut_off_;
    if (most_on_first < 0 && known_) measure(*known_);
  }
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
  std::vector<Drawer> best;
  const auto keep = [&](const std::vector<Drawer>& split) {
    best = split;
    return std::optional<Whole>{on_first(split) + 1};
  };
  if (!splits_.visit_all(drawings_, {}, choices({}, {}), keep)) {
    ++cut_off_;
    if (best.empty() && known_) best = *known_;
  }
  return best;
}

std::vector<std::vector<UnitsOfLot>> Commitments::hand_out(ResourceTypeId type,
                                                           std::span<const Drawer> spread,
                                                           std::span<const Draw> draws) {
  return drawings_[type.value].hand_out(spread, draws);
}

}  // namespace bcp
