#include "supply/drawing.hpp"

#include <algorithm>
#include <limits>

#include "supply/grains.hpp"
#include "supply/known_cuts.hpp"
#include "supply/serving.hpp"

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
  [[nodiscard]] virtual Exact room(std::span<const Drawer> changed, Instant by) const = 0;
  [[nodiscard]] virtual Exact held(StaffId staff, Instant at) const = 0;
  [[nodiscard]] virtual Exact missing(std::span<const Drawer> changed) = 0;
  [[nodiscard]] virtual DrawingCut cut(std::span<const Drawer> changed) = 0;
  [[nodiscard]] virtual std::vector<std::vector<UnitsOfLot>> hand_out(
      std::span<const Drawer> changed, std::span<const Draw> draws) = 0;
  virtual void commit(std::span<const Drawer> changed) = 0;
};

namespace {

constexpr std::uint32_t nobody = ~std::uint32_t{0};

template <class Amount>
class TypedEngine : public Drawing::Engine {
public:
  TypedEngine(const Plan& plan, const Presence& presence, std::span<const Source> sources,
              ResourceTypeId type, Whole grains)
      : plan_(plan),
        presence_(presence),
        grains_(std::move(grains)),
        group_of_(plan.staff.size(), nobody),
        serving_(sources, add_groups(sources, type),
                 [&](const Exact& units) { return whole(units); }) {}

  [[nodiscard]] bool concerns(StaffId staff) const override {
    return group_of_[staff.value] != nobody;
  }

  [[nodiscard]] bool suffices(std::span<const Drawer> changed) override {
    const std::vector<Change> changes = changes_by(changed);
    if (changes.empty()) return true;
    Amount growth{0};
    for (const Change& change : changes) growth += change.amount;
    if (growth > serving_.left() || cuts_.refuse(changes, ends_of_demands())) return false;
    std::vector<std::uint32_t> lacking;
    const Amount missing = unmet(changes, &lacking);
    if (missing > 0) {
      auto cut = serving_.cut_behind(std::move(lacking));
      cuts_.add(std::move(cut.ends), missing, changes, ends_of_demands());
    }
    serving_.undo();
    return missing == 0;
  }

  [[nodiscard]] Exact room(std::span<const Drawer> changed, Instant by) const override {
    Amount room = serving_.ready_by(by);
    const auto take = [&](const Drawn& draws) {
      for (const auto& [at, amount] : draws) {
        if (at <= by) room -= amount;
      }
    };
    for (const Group& group : groups_) {
      const auto other = std::ranges::find(changed, group.staff, &Drawer::staff);
      take(other == changed.end() ? group.drawn : drawn(group, other->steps));
    }
    return Exact{Whole{room}, grains_};
  }

  [[nodiscard]] Exact held(StaffId staff, Instant at) const override {
    if (!concerns(staff)) return {};
    return Exact{Whole{held(groups_[group_of_[staff.value]], at)}, grains_};
  }

  [[nodiscard]] Exact missing(std::span<const Drawer> changed) override {
    const Amount missing = unmet(changes_by(changed));
    serving_.undo();
    return Exact{Whole{missing}, grains_};
  }

  [[nodiscard]] DrawingCut cut(std::span<const Drawer> changed) override {
    std::vector<std::uint32_t> lacking;
    const Amount missing = unmet(changes_by(changed), &lacking);
    const auto limit = serving_.cut_behind(std::move(lacking));
    serving_.undo();
    DrawingCut cut{Exact{Whole{missing}, grains_}, {}, limit.lots};
    for (const Group& group : groups_) {
      const auto other = std::ranges::find(changed, group.staff, &Drawer::staff);
      const Drawn draws = other == changed.end() ? group.drawn : drawn(group, other->steps);
      for (const auto& [at, amount] : draws) {
        if (limit.demands[serving_.demand(group.access, at)])
          cut.drawers.emplace_back(group.staff, at);
      }
    }
    return cut;
  }

  [[nodiscard]] std::vector<std::vector<UnitsOfLot>> hand_out(
      std::span<const Drawer> changed, std::span<const Draw> draws) override {
    static_cast<void>(unmet(changes_by(changed)));
    std::map<std::uint32_t, std::vector<typename Serving<Amount>::Served>> left;
    for (const Draw& draw : draws) {
      const std::uint32_t demand = demand_of(draw);
      if (left.contains(demand)) continue;
      serving_.draw_early(demand);
      left[demand] = serving_.served_to(demand);
      std::ranges::reverse(left[demand]);
    }
    std::vector<std::vector<UnitsOfLot>> handed;
    for (const Draw& draw : draws) {
      auto& lots = handed.emplace_back();
      auto& there = left[demand_of(draw)];
      for (Amount open = whole(draw.units); open > 0 && !there.empty();) {
        auto& next = there.back();
        const Amount taken = std::min(open, next.amount);
        lots.push_back({next.source, next.lot, Exact{Whole{taken}, grains_}});
        open -= taken;
        next.amount -= taken;
        if (next.amount == 0) there.pop_back();
      }
    }
    serving_.undo();
    return handed;
  }

  void commit(std::span<const Drawer> changed) override {
    const std::vector<Change> changes = changes_by(changed);
    static_cast<void>(unmet(changes));
    serving_.keep();
    cuts_.keep(changes, ends_of_demands());
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
  using Change = DemandChange<Amount>;

  [[nodiscard]] Amount whole(const Exact& units) const {
    return static_cast<Amount>(in_grains(units, grains_));
  }

  [[nodiscard]] auto ends_of_demands() const {
    return [this](std::uint32_t demand) -> const auto& { return serving_.ends(demand); };
  }

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

  [[nodiscard]] Amount held(const Group& group, Instant at) const {
    const Count headcount = plan_.staff[group.staff.value].headcount;
    if (group.equipped == 0 || headcount == 0) return Amount{0};
    const Count present = presence_.present(group.staff, at);
    return present == headcount ? group.equipped : Amount{group.equipped / headcount * present};
  }

  /// What the group draws at each deadline, beyond what it holds then and has drawn before.
  [[nodiscard]] Drawn drawn(const Group& group, const std::vector<Step>& steps) const {
    Drawn drawn;
    Amount need{0};
    Amount before{0};
    for (const Step& step : steps) {
      for (std::size_t choice = 0; choice < step.people.size(); ++choice) {
        need += group.needs[choice] * Amount{step.people[choice]};
      }
      const Amount holds = held(group, step.from);
      if (need > holds + before) {
        drawn.emplace_back(step.from, need - holds - before);
        before = need - holds;
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
      for (const auto& [at, amount] : group.drawn)
        changes.push_back({serving_.demand(group.access, at), Amount{-amount}});
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

  [[nodiscard]] std::uint32_t demand_of(const Draw& draw) {
    return serving_.demand(groups_[group_of_[draw.staff.value]].access, draw.by);
  }

  /// What stays unmet with these changes, which are made, and of which demands.
  [[nodiscard]] Amount unmet(const std::vector<Change>& changes,
                             std::vector<std::uint32_t>* lacking = nullptr) {
    for (const Change& change : changes) {
      if (change.amount < 0) serving_.lower(change.demand, Amount{-change.amount});
    }
    Amount unmet{0};
    for (const Change& change : changes) {
      if (change.amount <= 0) continue;
      const Amount missing = change.amount - serving_.raise(change.demand, change.amount);
      unmet += missing;
      if (missing > 0 && lacking != nullptr) lacking->push_back(change.demand);
    }
    return unmet;
  }

  const Plan& plan_;
  const Presence& presence_;
  Whole grains_;
  std::vector<Group> groups_;
  std::vector<std::uint32_t> group_of_;  // by staff
  Serving<Amount> serving_;
  KnownCuts<Amount> cuts_;
};

/// More than any sum of grains that the type can see.
Whole largest_sum(const Plan& plan, std::span<const Source> sources, ResourceTypeId type,
                  const Whole& grains) {
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

Drawing::Drawing(const Plan& plan, const Presence& presence, std::span<const Source> sources,
                 ResourceTypeId type) {
  Whole grains = grains_of(plan, presence, sources, type);
  const Whole largest = largest_sum(plan, sources, type, grains) * 2;
  if (largest < std::numeric_limits<std::int64_t>::max()) {
    engine_ = std::make_unique<TypedEngine<std::int64_t>>(plan, presence, sources, type,
                                                          std::move(grains));
  } else {
    engine_ =
        std::make_unique<TypedEngine<Whole>>(plan, presence, sources, type, std::move(grains));
  }
}

Drawing::~Drawing() = default;
Drawing::Drawing(Drawing&&) noexcept = default;
Drawing& Drawing::operator=(Drawing&&) noexcept = default;

bool Drawing::concerns(StaffId staff) const { return engine_->concerns(staff); }
bool Drawing::suffices(std::span<const Drawer> changed) { return engine_->suffices(changed); }
Exact Drawing::room(std::span<const Drawer> changed, Instant by) const {
  return engine_->room(changed, by);
}
Exact Drawing::held(StaffId staff, Instant at) const { return engine_->held(staff, at); }
Exact Drawing::missing(std::span<const Drawer> changed) { return engine_->missing(changed); }
DrawingCut Drawing::cut(std::span<const Drawer> changed) { return engine_->cut(changed); }
std::vector<std::vector<UnitsOfLot>> Drawing::hand_out(std::span<const Drawer> changed,
                                                       std::span<const Draw> draws) {
  return engine_->hand_out(changed, draws);
}
void Drawing::commit(std::span<const Drawer> changed) { engine_->commit(changed); }

}  // namespace bcp
