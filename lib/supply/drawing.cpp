#include "supply/drawing.hpp"

#include <algorithm>
#include <limits>

namespace bcp {

/// Works on one kind of whole number, as small as will do.
class Drawing::Engine {
 public:
  Engine() = default;
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;
  virtual ~Engine() = default;
  [[nodiscard]] virtual bool concerns(StaffId staff) const = 0;
  [[nodiscard]] virtual bool suffices(std::span<const Drawer> changed) = 0;
  [[nodiscard]] virtual Exact missing(std::span<const Drawer> changed) = 0;
  virtual void commit(std::span<const Drawer> changed) = 0;
};

namespace {

constexpr std::uint32_t nobody = ~std::uint32_t{0};

std::size_t alternatives_of(const Plan& plan, StaffId staff) {
  const auto& profile = plan.staff[staff.value].profile;
  return profile ? std::max<std::size_t>(1, plan.profiles[profile->value].needs.alternatives.size()) : 1;
}

/// Grains so small that all that can occur is whole: needs, holdings while some are away, units of lots.
Whole grains_of(const Plan& plan, const Presence& presence, std::span<const Source> sources, ResourceTypeId type) {
  Whole grains{1};
  const auto divide = [&](const Whole& by) { grains = boost::multiprecision::lcm(grains, by); };
  for (std::uint32_t group = 0; group < plan.staff.size(); ++group) {
    const StaffId staff{group};
    for (std::size_t choice = 0; choice < alternatives_of(plan, staff); ++choice) {
      divide(boost::multiprecision::denominator(need_of_one(plan, staff, type, choice)));
    }
    const Exact holding = equipped(plan, staff, type);
    const bool is_divided = holding != 0 && presence.may_be_away(staff);
    const Whole parts{is_divided ? std::max<Count>(1, plan.staff[group].headcount) : 1};
    divide(boost::multiprecision::denominator(holding) * parts);
  }
  for (const Source& source : sources) {
    for (const Lot& lot : source.lots) divide(boost::multiprecision::denominator(lot.units));
  }
  return grains;
}

Whole in_grains(const Exact& units, const Whole& grains) {
  return boost::multiprecision::numerator(units) * (grains / boost::multiprecision::denominator(units));
}

/// Which lots serve which demands, and what is left of them.
///
/// A demand that grows takes what is left of the lots that reach it, and what others can take from elsewhere instead:
/// augmenting paths, as in a maximum flow. What was tried is undone move by move. A lot that is used up, and whose users
/// cannot turn to another, stays so while demands only grow; searches leave it out.
template <class Amount>
class Serving {
 public:
  using Delays = std::vector<std::optional<Seconds>>;  // by source

  /// `delays` by class of access.
  Serving(std::span<const Source> sources, std::vector<Delays> delays, const auto& whole) : delays_(std::move(delays)) {
    for (const Source& source : sources) {
      first_lots_.push_back(static_cast<std::uint32_t>(lots_.size()));
      for (const Lot& lot : source.lots) {
        lots_.push_back({lot.ready, whole(lot.units), {}});
        left_ += lots_.back().left;
      }
    }
    first_lots_.push_back(static_cast<std::uint32_t>(lots_.size()));
    is_stuck_.resize(lots_.size());
    was_stuck_ = is_stuck_;
    through_.resize(lots_.size());
  }

  [[nodiscard]] const Amount& left() const { return left_; }

  /// The number of what a class of access demands by an instant.
  std::uint32_t demand(std::uint32_t access, Instant at) {
    const auto fresh = static_cast<std::uint32_t>(demands_.size());
    const auto [known, is_new] = numbers_.try_emplace({access, at}, fresh);
    if (is_new) demands_.push_back({ends_of(access, at), 0, 0});
    return known->second;
  }

  /// Serves so much more of a demand, as far as units reach; how much.
  Amount raise(std::uint32_t demand, const Amount& by) {
    Amount met{0};
    while (met < by) {
      const auto lot = lot_with_units(demand);
      if (!lot) break;
      met += push(demand, *lot, Amount{by - met});
    }
    return met;
  }

  /// Gives units back.
  void lower(std::uint32_t demand, const Amount& by) {
    Amount rest = by;
    for (std::uint32_t lot = 0; lot < lots_.size() && rest > 0; ++lot) {
      const Amount here = std::min(rest, served(lot, demand));
      if (here > 0) move(lot, demand, Amount{-here});
      rest -= here;
    }
    is_stuck_.assign(lots_.size(), false);
  }

  void keep() {
    moves_.clear();
    was_stuck_ = is_stuck_;
  }

  /// Back to what was kept last.
  void undo() {
    while (!moves_.empty()) {
      const Move last = std::move(moves_.back());
      move(last.lot, last.demand, Amount{-last.amount});
      moves_.resize(moves_.size() - 2);
    }
    is_stuck_ = was_stuck_;
  }

 private:
  using Share = std::pair<std::uint32_t, Amount>;  // demand and amount
  struct LotOfUnits {
    Instant ready;
    Amount left;
    std::vector<Share> shares;  // by demand, none is 0
  };
  struct Demand {
    std::vector<std::uint32_t> ends;  // by source: its lots up to this one serve the demand
    std::uint32_t seen = 0;           // in which search
    std::uint32_t from = 0;           // through a share of which lot
  };
  struct Move {
    std::uint32_t lot;
    std::uint32_t demand;
    Amount amount;
  };

  [[nodiscard]] std::vector<std::uint32_t> ends_of(std::uint32_t access, Instant at) const {
    std::vector<std::uint32_t> ends;
    for (std::size_t source = 0; source + 1 < first_lots_.size(); ++source) {
      const auto first = lots_.begin() + first_lots_[source];
      const auto last = lots_.begin() + first_lots_[source + 1];
      const auto& delay = delays_[access][source];
      const auto end = delay ? std::upper_bound(first, last, at - *delay,
                                                [](Instant by, const LotOfUnits& lot) { return by < lot.ready; })
                             : first;
      ends.push_back(static_cast<std::uint32_t>(end - lots_.begin()));
    }
    return ends;
  }

  [[nodiscard]] auto share_of(std::uint32_t lot, std::uint32_t demand) {
    return std::ranges::lower_bound(lots_[lot].shares, demand, {}, &Share::first);
  }

  [[nodiscard]] Amount served(std::uint32_t lot, std::uint32_t demand) {
    const auto share = share_of(lot, demand);
    return share != lots_[lot].shares.end() && share->first == demand ? share->second : Amount{0};
  }

  void move(std::uint32_t lot, std::uint32_t demand, const Amount& amount) {
    auto share = share_of(lot, demand);
    if (share == lots_[lot].shares.end() || share->first != demand) share = lots_[lot].shares.insert(share, {demand, 0});
    share->second += amount;
    if (share->second == 0) lots_[lot].shares.erase(share);
    lots_[lot].left -= amount;
    left_ -= amount;
    moves_.push_back({lot, demand, amount});
  }

  /// A lot with units left from which a chain of shares leads to the demand; later lots, of less use to others, first.
  std::optional<std::uint32_t> lot_with_units(std::uint32_t start) {
    ++search_;
    reached_.assign(first_lots_.begin(), first_lots_.end());
    queue_.clear();
    if (const auto lot = reach_from(start)) return lot;
    for (std::size_t head = 0; head < queue_.size(); ++head) {
      for (const Share& share : lots_[queue_[head]].shares) {
        if (demands_[share.first].seen == search_) continue;
        demands_[share.first].from = queue_[head];
        if (const auto lot = reach_from(share.first)) return lot;
      }
    }
    for (const std::uint32_t lot : queue_) is_stuck_[lot] = true;
    return std::nullopt;
  }

  std::optional<std::uint32_t> reach_from(std::uint32_t number) {
    Demand& demand = demands_[number];
    demand.seen = search_;
    for (std::size_t source = 0; source < demand.ends.size(); ++source) {
      for (std::uint32_t lot = demand.ends[source]; lot > reached_[source];) {
        if (is_stuck_[--lot]) continue;
        through_[lot] = number;
        queue_.push_back(lot);
        if (lots_[lot].left > 0) return lot;
      }
      reached_[source] = std::max(reached_[source], demand.ends[source]);
    }
    return std::nullopt;
  }

  /// Hands units on along the chain that the search found; how many.
  Amount push(std::uint32_t start, std::uint32_t lot, const Amount& most) {
    Amount amount = std::min(most, lots_[lot].left);
    for (std::uint32_t at = lot; through_[at] != start; at = demands_[through_[at]].from) {
      amount = std::min(amount, served(demands_[through_[at]].from, through_[at]));
    }
    for (std::uint32_t at = lot; true; at = demands_[through_[at]].from) {
      move(at, through_[at], amount);
      if (through_[at] == start) return amount;
      move(demands_[through_[at]].from, through_[at], Amount{-amount});
    }
  }

  std::vector<Delays> delays_;
  std::vector<std::uint32_t> first_lots_;  // by source, and the number of lots
  std::vector<LotOfUnits> lots_;           // by source, then time
  std::vector<bool> is_stuck_, was_stuck_;
  Amount left_{0};
  std::map<std::pair<std::uint32_t, Instant>, std::uint32_t> numbers_;
  std::vector<Demand> demands_;
  std::vector<Move> moves_;  // since what was kept
  std::uint32_t search_ = 0;
  std::vector<std::uint32_t> through_;  // by lot: the demand by which the search came to it
  std::vector<std::uint32_t> reached_;  // by source
  std::vector<std::uint32_t> queue_;    // of lots
};

template <class Amount>
class TypedEngine : public Drawing::Engine {
 public:
  TypedEngine(const Plan& plan, const Presence& presence, std::span<const Source> sources, ResourceTypeId type,
              Whole grains)
      : plan_(plan), presence_(presence), grains_(std::move(grains)), group_of_(plan.staff.size(), nobody),
        serving_(sources, add_groups(sources, type), [&](const Exact& units) { return whole(units); }) {}

  [[nodiscard]] bool concerns(StaffId staff) const override { return group_of_[staff.value] != nobody; }

  [[nodiscard]] bool suffices(std::span<const Drawer> changed) override {
    const std::vector<Change> changes = changes_by(changed);
    if (changes.empty()) return true;
    Amount growth{0};
    for (const Change& change : changes) growth += change.amount;
    if (growth > serving_.left()) return false;
    const bool is_met = unmet(changes) == 0;
    serving_.undo();
    return is_met;
  }

  [[nodiscard]] Exact missing(std::span<const Drawer> changed) override {
    const Amount missing = unmet(changes_by(changed));
    serving_.undo();
    return Exact{Whole{missing}, grains_};
  }

  void commit(std::span<const Drawer> changed) override {
    static_cast<void>(unmet(changes_by(changed)));
    serving_.keep();
    for (const Drawer& drawer : changed) {
      if (!concerns(drawer.staff)) continue;
      Group& group = groups_[group_of_[drawer.staff.value]];
      group.drawn = drawn(group, drawer.steps);
    }
  }

 private:
  using Delays = std::vector<std::optional<Seconds>>;
  using Drawn = std::vector<std::pair<Instant, Amount>>;

  struct Group {
    StaffId staff;
    std::vector<Amount> needs;  // of one person, by alternative
    Amount equipped{0};
    std::uint32_t access = 0;
    Drawn drawn;
  };
  /// So much more, or less, is demanded.
  struct Change {
    std::uint32_t demand;
    Amount amount;
  };

  [[nodiscard]] Amount whole(const Exact& units) const { return static_cast<Amount>(in_grains(units, grains_)); }

  /// The groups that may need units, and how long these take to each class of groups.
  std::vector<Delays> add_groups(std::span<const Source> sources, ResourceTypeId type) {
    std::vector<Delays> of_sources;
    for (const Source& source : sources) of_sources.push_back(transfers(plan_, source));
    std::map<Delays, std::uint32_t> classes;
    for (std::uint32_t number = 0; number < plan_.staff.size(); ++number) {
      Group group;
      group.staff = StaffId{number};
      for (std::size_t choice = 0; choice < alternatives_of(plan_, group.staff); ++choice) {
        group.needs.push_back(whole(need_of_one(plan_, group.staff, type, choice)));
      }
      if (std::ranges::all_of(group.needs, [](const Amount& need) { return need == 0; })) continue;
      group.equipped = whole(equipped(plan_, group.staff, type));
      Delays delays;
      for (const Delays& of_source : of_sources) delays.push_back(of_source[number]);
      const auto fresh = static_cast<std::uint32_t>(classes.size());
      group.access = classes.try_emplace(std::move(delays), fresh).first->second;
      group_of_[number] = static_cast<std::uint32_t>(groups_.size());
      groups_.push_back(std::move(group));
    }
    std::vector<Delays> by_class(classes.size());
    for (const auto& [delays, access] : classes) by_class[access] = delays;
    return by_class;
  }

  /// What the group draws at each deadline, beyond what it holds then and has drawn before.
  [[nodiscard]] Drawn drawn(const Group& group, const std::vector<Step>& steps) const {
    Drawn drawn;
    const Count headcount = plan_.staff[group.staff.value].headcount;
    Amount need{0};
    Amount before{0};
    for (const Step& step : steps) {
      for (std::size_t choice = 0; choice < step.people.size(); ++choice) {
        need += group.needs[choice] * Amount{step.people[choice]};
      }
      Amount held{0};
      if (group.equipped > 0 && headcount > 0) {
        const Count present = presence_.present(group.staff, step.from);
        held = present == headcount ? group.equipped : Amount{group.equipped / headcount * present};
      }
      if (need > held + before) {
        drawn.emplace_back(step.from, need - held - before);
        before = need - held;
      }
    }
    return drawn;
  }

  /// By demand, those that stay as they are left out.
  [[nodiscard]] std::vector<Change> changes_by(std::span<const Drawer> changed) {
    std::vector<Change> changes;
    for (const Drawer& drawer : changed) {
      if (!concerns(drawer.staff)) continue;
      const Group& group = groups_[group_of_[drawer.staff.value]];
      for (const auto& [at, amount] : group.drawn) changes.push_back({serving_.demand(group.access, at), Amount{-amount}});
      for (const auto& [at, amount] : drawn(group, drawer.steps)) {
        changes.push_back({serving_.demand(group.access, at), amount});
      }
    }
    std::ranges::sort(changes, {}, &Change::demand);
    for (std::size_t i = 1; i < changes.size(); ++i) {
      if (changes[i].demand != changes[i - 1].demand) continue;
      changes[i].amount += changes[i - 1].amount;
      changes[i - 1].amount = 0;
    }
    std::erase_if(changes, [](const Change& change) { return change.amount == 0; });
    return changes;
  }

  /// What stays unmet with these changes, which are made.
  [[nodiscard]] Amount unmet(const std::vector<Change>& changes) {
    for (const Change& change : changes) {
      if (change.amount < 0) serving_.lower(change.demand, Amount{-change.amount});
    }
    Amount unmet{0};
    for (const Change& change : changes) {
      if (change.amount > 0) unmet += change.amount - serving_.raise(change.demand, change.amount);
    }
    return unmet;
  }

  const Plan& plan_;
  const Presence& presence_;
  Whole grains_;
  std::vector<Group> groups_;
  std::vector<std::uint32_t> group_of_;  // by staff
  Serving<Amount> serving_;
};

/// More than any sum of grains that the type can see.
Whole largest_sum(const Plan& plan, std::span<const Source> sources, ResourceTypeId type, const Whole& grains) {
  Exact sum{1};
  for (const Source& source : sources) {
    for (const Lot& lot : source.lots) sum += lot.units;
  }
  for (std::uint32_t group = 0; group < plan.staff.size(); ++group) {
    const StaffId staff{group};
    for (std::size_t choice = 0; choice < alternatives_of(plan, staff); ++choice) {
      sum += need_of_one(plan, staff, type, choice) * plan.staff[group].headcount;
    }
    sum += equipped(plan, staff, type) * (plan.staff[group].headcount + 1);
  }
  return ceiling(sum * Exact{grains});
}

}  // namespace

Drawing::Drawing(const Plan& plan, const Presence& presence, std::span<const Source> sources, ResourceTypeId type) {
  Whole grains = grains_of(plan, presence, sources, type);
  const Whole largest = largest_sum(plan, sources, type, grains) * 2;
  if (largest < std::numeric_limits<std::int64_t>::max()) {
    engine_ = std::make_unique<TypedEngine<std::int64_t>>(plan, presence, sources, type, std::move(grains));
  } else {
    engine_ = std::make_unique<TypedEngine<Whole>>(plan, presence, sources, type, std::move(grains));
  }
}

Drawing::~Drawing() = default;
Drawing::Drawing(Drawing&&) noexcept = default;
Drawing& Drawing::operator=(Drawing&&) noexcept = default;

bool Drawing::concerns(StaffId staff) const { return engine_->concerns(staff); }
bool Drawing::suffices(std::span<const Drawer> changed) { return engine_->suffices(changed); }
Exact Drawing::missing(std::span<const Drawer> changed) { return engine_->missing(changed); }
void Drawing::commit(std::span<const Drawer> changed) { engine_->commit(changed); }

}  // namespace bcp
