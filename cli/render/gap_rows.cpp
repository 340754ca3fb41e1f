#include "render/gap_rows.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "graph/verdict.hpp"
#include "render/names.hpp"

namespace bcp::cli {

namespace {

Exact share(const Whole& part, const Whole& whole) {
  return whole == 0 ? Exact{0} : Exact{part, whole};
}

bool is_equal(const GapFigures& one, const GapFigures& other) {
  return std::ranges::all_of(gap_figures, [&](const NamedFigure& figure) {
    return one.*figure.value == other.*figure.value;
  });
}

bool has_gap(const GapFigures& figures) {
  return figures.gap > 0 || figures.gap_services > 0 || figures.gap_minimum > 0;
}

bool has_gap(const TypeGap& type) {
  return has_gap(type.figures) ||
         std::ranges::any_of(type.milestones,
                             [](const GapFigures& figures) { return has_gap(figures); });
}

bool is_wanting(const ServiceLevel& service) {
  return service.verdict != Verdict::ok || !service.minimum_at;
}

/// All rows of a list, those that are wanting first, then by `key`, then by position.
template <class List, class Wanting, class Key>
Ranking ranked(const List& list, Wanting wanting, Key key) {
  Ranking ranking;
  ranking.rows.resize(list.size());
  std::iota(ranking.rows.begin(), ranking.rows.end(), std::size_t{0});
  std::ranges::stable_sort(ranking.rows, {}, [&](std::size_t row) { return key(row); });
  const auto rest = std::ranges::stable_partition(
      ranking.rows, [&](std::size_t row) { return wanting(list[row]); });
  ranking.wanting = static_cast<std::size_t>(rest.begin() - ranking.rows.begin());
  return ranking;
}

}  // namespace

Ranking ranked_types(const GapReport& report) {
  return ranked(
      report.types, [](const TypeGap& type) { return has_gap(type); },
      [&](std::size_t row) {
        const GapFigures& figures = report.types[row].figures;
        return std::pair{Exact{-share(figures.gap_minimum, figures.needed_minimum)},
                         Exact{-share(figures.gap, figures.needed)}};
      });
}

bool has_allotment(const GapReport& report) { return !report.services.empty(); }

Count able(const GapReport& report, const StaffFigures& staff) {
  return has_allotment(report) ? staff.equipped : staff.present;
}

Ranking ranked_staff(const GapReport& report) {
  return ranked(
      report.staff,
      [&](const StaffFigures& staff) {
        return able(report, staff) < std::max(staff.wanted, staff.minimum);
      },
      [&](std::size_t row) {
        const StaffFigures& staff = report.staff[row];
        const Count there = able(report, staff);
        return std::pair{std::min(Whole{0}, Whole{there - staff.minimum}),
                         std::min(Whole{0}, Whole{there - staff.wanted})};
      });
}

Ranking ranked_services(const GapReport& report, const Plan& plan) {
  return ranked(report.services, is_wanting, [&](std::size_t row) {
    const ServiceLevel& service = report.services[row];
    return std::tuple{tier_of(plan, plan.services[service.service.value]),
                      -static_cast<int>(service.verdict), service.at};
  });
}

std::vector<MilestoneId> milestones_in_time(const Plan& plan) {
  std::vector<MilestoneId> milestones;
  for (std::uint32_t i = 0; i < plan.milestones.size(); ++i) milestones.push_back({i});
  std::ranges::stable_sort(
      milestones, {}, [&](MilestoneId milestone) { return plan.milestones[milestone.value].at; });
  return milestones;
}

Text standing(const ServiceLevel& level, const GapReport& report, const Plan& plan) {
  const Service& service = plan.services[level.service.value];
  if (report.is_instant_asked) {
    if (level.verdict != Verdict::ok) return tr("not reached");
    return beginning(plan, service) > report.at ? tr("not begun") : tr("reached");
  }
  if (level.verdict == Verdict::ok && !service.rto && !service.mtpd) return tr("no deadline");
  return word_of(level.verdict, service);
}

bool is_told_by_milestone(const GapReport& report) {
  return report.milestone && std::ranges::all_of(report.types, [&](const TypeGap& type) {
           return is_equal(type.figures, type.milestones[report.milestone->value]);
         });
}

bool is_all_well(const GapReport& report) {
  return std::ranges::none_of(report.types, [](const TypeGap& type) { return has_gap(type); }) &&
         std::ranges::none_of(report.services, is_wanting);
}

}  // namespace bcp::cli
