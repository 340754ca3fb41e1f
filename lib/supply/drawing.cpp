#include "supply/drawing.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "supply/flow.hpp"

namespace bcp {

/// Works on one kind of whole number, as small as will do.
class Drawing::Engine {
 public:
  Engine() = default;
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;
  virtual ~Engine() = default;
  [[nodiscard]] virtual bool concerns(StaffId staff) const = 0;
  [[nodiscard]] virtual bool suffices(std::span<const Drawer> changed) const = 0;
  [[nodiscard]] virtual Exact missing(std::span<const Drawer> changed) const = 0;
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

template <class Amount>
class TypedEngine : public Drawing::Engine {
 public:
  TypedEngine(const Plan& plan, const Presence& presence, std::span<const Source> sources, ResourceTypeId type,
              Whole grains)
      : plan_(plan), presence_(presence), grains_(std::move(grains)), group_of_(plan.staff.size(), nobody) {
    std::map<std::vector<std::optional<Seconds>>, std::uint32_t> classes;
    for (std::uint32_t number = 0; number < plan.staff.size(); ++number) {
      Group group;
      group.staff = StaffId{number};
      for (std::size_t choice = 0; choice < alternatives_of(plan, group.staff); ++choice) {
        group.needs.push_back(whole(need_of_one(plan, group.staff, type, choice)));
      }
      if (std::ranges::all_of(group.needs, [](const Amount& need) { return need == 0; })) continue;
      group.equipped = whole(equipped(plan, group.staff, type));
      std::vector<std::optional<Seconds>> delays;
      for (const Source& source : sources) delays.push_back(transfer(plan, source, group.staff));
      const auto fresh = static_cast<std::uint32_t>(classes.size());
      group.access = classes.try_emplace(std::move(delays), fresh).first->second;
      group_of_[number] = static_cast<std::uint32_t>(groups_.size());
      groups_.push_back(std::move(group));
    }
    delays_.resize(classes.size());
    for (const auto& [delays, access] : classes) delays_[access] = delays;
    for (const Source& source : sources) {
      Units& units = units_.emplace_back();
      for (const Lot& lot : source.lots) units.push_back({lot.ready, whole(lot.units)});
    }
    network_ = built(deadlines_, demands_);
    network_.flow.augment(supply, sink);
  }

  [[nodiscard]] bool concerns(StaffId staff) const override { return group_of_[staff.value] != nobody; }

  [[nodiscard]] bool suffices(std::span<const Drawer> changed) const override { return unmet(changed, nullptr) == 0; }

  [[nodiscard]] Exact missing(std::span<const Drawer> changed) const override {
    return Exact{Whole{unmet(changed, nullptr)}, grains_};
  }

  void commit(std::span<const Drawer> changed) override {
    Network network;
    static_cast<void>(unmet(changed, &network));
    for (const Drawer& drawer : changed) {
      if (!concerns(drawer.staff)) continue;
      Group& group = groups_[group_of_[drawer.staff.value]];
      add(demands_, group.access, group.drawn, -1);
      group.drawn = drawn(group, drawer.steps);
      add(demands_, group.access, group.drawn, +1);
    }
    for (const auto& [key, amount] : demands_) deadlines_.insert(key.second);
    network_ = std::move(network);
  }

 private:
  using Units = std::vector<std::pair<Instant, Amount>>;           // of a source, by lot
  using Demands = std::map<std::pair<std::uint32_t, Instant>, Amount>;  // by class of access and deadline

  struct Group {
    StaffId staff;
    std::vector<Amount> needs;  // of one person, by alternative
    Amount equipped{0};
    std::uint32_t access = 0;
    std::vector<std::pair<Instant, Amount>> drawn;
  };

  /// Where the arcs into the sink are, which carry the demands.
  struct Layout {
    std::vector<Instant> deadlines;
    std::vector<typename FlowNetwork<Amount>::Arc> arcs;  // by class, then deadline

    [[nodiscard]] auto arc_of(const std::pair<std::uint32_t, Instant>& demand) const {
      const auto column = std::ranges::lower_bound(deadlines, demand.second) - deadlines.begin();
      return arcs[demand.first * deadlines.size() + static_cast<std::size_t>(column)];
    }
  };
  struct Network {
    FlowNetwork<Amount> flow{2};
    std::shared_ptr<const Layout> layout;  // copies of a network only differ in their flow
  };
  static constexpr std::uint32_t supply = 0;
  static constexpr std::uint32_t sink = 1;

  [[nodiscard]] Amount whole(const Exact& units) const { return static_cast<Amount>(in_grains(units, grains_)); }

  /// What the group draws at each deadline, beyond what it holds then and has drawn before.
  [[nodiscard]] std::vector<std::pair<Instant, Amount>> drawn(const Group& group, const std::vector<Step>& steps) const {
    std::vector<std::pair<Instant, Amount>> drawn;
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

  static void add(Demands& demands, std::uint32_t access, const std::vector<std::pair<Instant, Amount>>& drawn, int sign) {
    for (const auto& [at, amount] : drawn) {
      Amount& demand = demands[{access, at}];
      demand += sign > 0 ? amount : Amount{-amount};
      if (demand == 0) demands.erase({access, at});
    }
  }

  /// What stays unmet with the changed groups; `kept` takes the flow.
  [[nodiscard]] Amount unmet(std::span<const Drawer> changed, Network* kept) const {
    Demands more;
    for (const Drawer& drawer : changed) {
      if (!concerns(drawer.staff)) continue;
      const Group& group = groups_[group_of_[drawer.staff.value]];
      add(more, group.access, group.drawn, -1);
      add(more, group.access, drawn(group, drawer.steps), +1);
    }
    const auto is_growth = [&](const auto& one) { return one.second > 0 && deadlines_.contains(one.first.second); };
    if (std::ranges::all_of(more, is_growth)) return unmet_after_growth(more, kept);
    Demands demands = demands_;
    Amount total{0};
    std::set<Instant> deadlines = deadlines_;
    for (const auto& [key, amount] : more) {
      deadlines.insert(key.second);
      if ((demands[key] += amount) == 0) demands.erase(key);
    }
    for (const auto& [key, amount] : demands) total += amount;
    Network network = built(deadlines, demands);
    const Amount met = network.flow.augment(supply, sink);
    if (kept != nullptr) *kept = std::move(network);
    return total - met;
  }

  [[nodiscard]] Amount unmet_after_growth(const Demands& more, Network* kept) const {
    Network network = network_;
    Amount total{0};
    for (const auto& [key, amount] : more) {
      network.flow.raise_capacity(network.layout->arc_of(key), amount);
      total += amount;
    }
    const Amount met = total > 0 ? network.flow.augment(supply, sink) : Amount{0};
    if (kept != nullptr) *kept = std::move(network);
    return total - met;
  }

  /// Beside the two ends a node a class and deadline, from each an arc to the next deadline, and a node a bucket of lots.
  [[nodiscard]] Network built(const std::set<Instant>& deadlines, const Demands& demands) const {
    auto layout = std::make_shared<Layout>();
    layout->deadlines.assign(deadlines.begin(), deadlines.end());
    const std::vector<Instant>& at = layout->deadlines;
    const auto columns = static_cast<std::uint32_t>(at.size());
    const auto node = [&](std::uint32_t access, std::uint32_t column) { return 2 + access * columns + column; };
    const auto buckets = buckets_by(at);
    Network network;
    const auto classes = static_cast<std::uint32_t>(delays_.size());
    network.flow = FlowNetwork<Amount>{2 + classes * columns + buckets.size()};
    for (std::uint32_t access = 0; access < classes; ++access) {
      for (std::uint32_t column = 0; column < columns; ++column) {
        const auto demand = demands.find({access, at[column]});
        layout->arcs.push_back(
            network.flow.add_arc(node(access, column), sink, demand == demands.end() ? Amount{0} : demand->second));
        if (column + 1 < columns) network.flow.add_arc(node(access, column), node(access, column + 1), std::nullopt);
      }
    }
    std::uint32_t lot = 2 + classes * columns;
    for (const auto& [columns_of, amount] : buckets) {
      network.flow.add_arc(supply, lot, amount);
      for (std::uint32_t access = 0; access < classes; ++access) {
        if (columns_of[access] < columns) network.flow.add_arc(lot, node(access, columns_of[access]), std::nullopt);
      }
      ++lot;
    }
    network.layout = std::move(layout);
    return network;
  }

  /// Lots that reach every class by the same deadlines, taken together: for each class the number of the first one.
  [[nodiscard]] std::map<std::vector<std::uint32_t>, Amount> buckets_by(const std::vector<Instant>& at) const {
    std::map<std::vector<std::uint32_t>, Amount> buckets;
    std::vector<std::uint32_t> columns(delays_.size());
    for (std::size_t source = 0; source < units_.size(); ++source) {
      for (const auto& [ready, amount] : units_[source]) {
        for (std::size_t access = 0; access < delays_.size(); ++access) {
          const auto& delay = delays_[access][source];
          const auto first = delay ? std::ranges::lower_bound(at, ready + *delay) : at.end();
          columns[access] = static_cast<std::uint32_t>(first - at.begin());
        }
        buckets[columns] += amount;
      }
    }
    return buckets;
  }

  const Plan& plan_;
  const Presence& presence_;
  Whole grains_;
  std::vector<Group> groups_;
  std::vector<std::uint32_t> group_of_;                        // by staff
  std::vector<std::vector<std::optional<Seconds>>> delays_;    // by class and source
  std::vector<Units> units_;                                   // by source
  std::set<Instant> deadlines_;
  Demands demands_;
  Network network_;
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
bool Drawing::suffices(std::span<const Drawer> changed) const { return engine_->suffices(changed); }
Exact Drawing::missing(std::span<const Drawer> changed) const { return engine_->missing(changed); }
void Drawing::commit(std::span<const Drawer> changed) { engine_->commit(changed); }

}  // namespace bcp
