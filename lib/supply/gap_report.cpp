#include "supply/gap_report.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>

#include "graph/recovery.hpp"
#include "rollout/task_times.hpp"
#include "supply/services.hpp"
#include "supply/stock.hpp"

namespace bcp {

namespace {

/// With nothing down a node waits only for the tasks that enable it, and for what it requires.
UpTimes up_times(const Plan& plan, const Outage& outage) {
  const DependencyGraph graph{plan};
  const UpTimes tasks_done = available_from(plan, earliest_task_times(plan));
  return up_times(graph, recover(graph, restart_after(plan, graph, outage, tasks_done)));
}

/// a / b against c / d; with nothing needed nothing is missing.
bool is_larger_share(const Whole& a, const Whole& b, const Whole& c, const Whole& d) {
  if (b == 0) return false;
  if (d == 0) return a > 0;
  return a * d > c * b;
}

class Reporting {
public:
  Reporting(const Plan& plan, const GapOptions& options)
      : plan_(plan),
        options_(options),
        presence_(plan, options.absent),
        up_(up_times(plan, options.outage)),
        stock_(stock(plan, presence_, up_)),
        counting_(plan, presence_, stock_.sources) {}

  GapReport report() {
    GapReport report;
    report.at = options_.at ? *options_.at : chosen_instant();
    report.is_instant_asked = options_.at.has_value();
    report.milestone = milestone_at(report.at);
    report.types = types(report.at);
    report.headline = headline(report.types);
    const std::vector<Source> sources = all_sources();
    const Allotment people = allotment(plan_, presence_, sources, options_.at);
    report.services = service_levels(plan_, people, up_, options_.at);
    for (const ServiceLevel& level : report.services) {
      if (level.verdict != Verdict::ok) report.headline.services.push_back(level.service);
    }
    report.staff = staff(report.at, people);
    report.sources = rows_of(sources);
    report.is_exact = people.is_exact;
    report.cut_off = stock_.cut_off;
    if (options_.service && options_.is_explained)
      report.explanation = explanation(plan_, presence_, sources, people, *options_.service);
    if (options_.service) limit(report, *options_.service);
    return report;
  }

private:
  /// To the service, the types that its people need, their groups, and the sources of those types.
  void limit(GapReport& report, ServiceId only) const {
    const Service& service = plan_.services[only.value];
    const auto is_not_its = [&](StaffId staff) {
      return std::ranges::find(service.staff, staff, &StaffNeed::staff) == service.staff.end();
    };
    std::erase_if(report.services, [&](const ServiceLevel& one) { return one.service != only; });
    std::erase_if(report.types,
                  [&](const TypeGap& one) { return !needs(plan_, service, one.type); });
    std::erase_if(report.staff, [&](const StaffFigures& one) { return is_not_its(one.staff); });
    std::erase_if(report.sources,
                  [&](const SupplySource& one) { return !needs(plan_, service, one.type); });
    report.headline = headline(report.types);
    if (report.services.front().verdict != Verdict::ok) report.headline.services = {only};
    report.only = only;
  }

  /// People at an instant; the minimum is that of services due by then, or, where the instant was asked for, begun.
  [[nodiscard]] PeopleWanted people_at(Instant at, bool counts_begun) const {
    PeopleWanted people;
    people.of_services.resize(plan_.staff.size());
    people.of_minimum.resize(plan_.staff.size());
    for (std::uint32_t group = 0; group < plan_.staff.size(); ++group) {
      people.present.push_back(presence_.present(StaffId{group}, at));
    }
    for (const Service& service : plan_.services) {
      const bool has_begun = beginning(plan_, service) <= at;
      const auto due = deadline(plan_, service);
      const bool counts = counts_begun ? has_begun : due && *due <= at;
      for (const StaffNeed& need : service.staff) {
        if (has_begun) people.of_services[need.staff.value] += need.people;
        if (counts) people.of_minimum[need.staff.value] += minimum_people(service, need);
      }
    }
    return people;
  }

  [[nodiscard]] bool is_minimum_missing(Instant at) const {
    const PeopleWanted people = people_at(at, false);
    for (std::uint32_t type = 0; type < plan_.resource_types.size(); ++type) {
      if (counting_.gap_minimum(ResourceTypeId{type}, at, people) > 0) return true;
    }
    return false;
  }

  [[nodiscard]] Instant chosen_instant() const {
    std::set<Instant> milestones;
    std::set<Instant> deadlines;
    for (const Milestone& milestone : plan_.milestones) milestones.insert(milestone.at);
    for (const Service& service : plan_.services) {
      if (const auto due = deadline(plan_, service)) deadlines.insert(*due);
    }
    for (const auto* instants : {&milestones, &deadlines}) {
      for (const Instant at : *instants) {
        if (is_minimum_missing(at)) return at;
      }
    }
    if (!milestones.empty()) return *milestones.rbegin();
    if (!deadlines.empty()) return *deadlines.rbegin();
    Instant last = plan_.start;
    for (const Source& source : stock_.sources) {
      if (std::holds_alternative<PoolId>(source.origin))
        last = std::max(last, source.lots.back().ready);
    }
    return last;
  }

  [[nodiscard]] std::optional<MilestoneId> milestone_at(Instant at) const {
    const auto milestone = std::ranges::find(plan_.milestones, at, &Milestone::at);
    if (milestone == plan_.milestones.end()) return std::nullopt;
    return MilestoneId{static_cast<std::uint32_t>(milestone - plan_.milestones.begin())};
  }

  [[nodiscard]] std::vector<TypeGap> types(Instant at) const {
    const PeopleWanted here = people_at(at, options_.at.has_value());
    std::vector<PeopleWanted> there;
    for (const Milestone& milestone : plan_.milestones)
      there.push_back(people_at(milestone.at, false));
    std::vector<TypeGap> types;
    for (std::uint32_t number = 0; number < plan_.resource_types.size(); ++number) {
      const ResourceTypeId type{number};
      TypeGap gap{type, counting_.figures(type, at, here), {}};
      for (std::size_t i = 0; i < there.size(); ++i) {
        gap.milestones.push_back(counting_.figures(type, plan_.milestones[i].at, there[i]));
      }
      types.push_back(std::move(gap));
    }
    return types;
  }

  /// The type with the largest share missing of its minimum, then of everything, then the first id.
  [[nodiscard]] static Headline headline(const std::vector<TypeGap>& types) {
    const TypeGap* worst = nullptr;
    for (const TypeGap& type : types) {
      const GapFigures& one = type.figures;
      if (one.gap == 0 && one.gap_minimum == 0) continue;
      if (worst == nullptr) {
        worst = &type;
        continue;
      }
      const GapFigures& other = worst->figures;
      const bool is_more = is_larger_share(one.gap_minimum, one.needed_minimum, other.gap_minimum,
                                           other.needed_minimum);
      const bool is_less = is_larger_share(other.gap_minimum, other.needed_minimum, one.gap_minimum,
                                           one.needed_minimum);
      if (is_more || (!is_less && is_larger_share(one.gap, one.needed, other.gap, other.needed)))
        worst = &type;
    }
    if (worst == nullptr) return {};
    return {worst->type, worst->figures.gap, worst->figures.gap_minimum, {}};
  }

  [[nodiscard]] std::vector<StaffFigures> staff(Instant at, const Allotment& allotment) const {
    const PeopleWanted people = people_at(at, options_.at.has_value());
    std::vector<StaffFigures> staff;
    for (std::size_t group = 0; group < plan_.staff.size(); ++group) {
      staff.push_back({.staff = StaffId{static_cast<std::uint32_t>(group)},
                       .present = people.present[group],
                       .wanted = people.of_services[group],
                       .minimum = people.of_minimum[group],
                       .equipped = 0});
      for (const auto& [from, count] : allotment.people[group]) {
        if (from <= at) staff.back().equipped += count;
      }
    }
    return staff;
  }

  /// What groups give counts with the surplus of the start.
  [[nodiscard]] std::vector<Source> all_sources() const {
    std::vector<Source> all = stock_.sources;
    std::ranges::move(given(plan_, presence_, plan_.start), std::back_inserter(all));
    return all;
  }

  [[nodiscard]] std::vector<SupplySource> rows_of(const std::vector<Source>& all) const {
    std::vector<SupplySource> sources;
    for (const Source& source : all) {
      Exact units;
      for (const Lot& lot : source.lots) units += lot.units;
      sources.push_back(
          {source.origin, source.type, units, source.lots.front().ready, source.lots.back().ready});
    }
    std::ranges::sort(sources, {}, [&](const SupplySource& source) {
      return std::tuple{std::string_view{id_of(plan_, source.origin)}, source.type};
    });
    return sources;
  }

  const Plan& plan_;
  const GapOptions& options_;
  Presence presence_;
  UpTimes up_;
  Stock stock_;
  GapCounting counting_;
};

}  // namespace

GapReport gap_report(const Plan& plan, const GapOptions& options) {
  return Reporting{plan, options}.report();
}

}  // namespace bcp
