#include "supply/drawing.hpp"

#include <algorithm>
#include <limits>

#include "supply/grains.hpp"
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
  [[nodiscard]] virtual Exact missing(std::span<const Drawer> changed) = 0;
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

  [[nodiscard]] Amount whole(const Exact& units) const {
    return static_cast<Amount>(in_grains(units, grains_));
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
Exact Drawing::missing(std::span<const Drawer> changed) { return engine_->missing(changed); }
void Drawing::commit(std::span<const Drawer> changed) { engine_->commit(changed); }

}  // namespace bcp
