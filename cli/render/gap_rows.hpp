// Which rows of a gap report does a reader need first, and which only if they ask for all?
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "render/verdicts.hpp"
#include "supply/gap_report.hpp"

namespace bcp::cli {

/// The figures by the names that results give them, in their order.
struct NamedFigure {
  std::string_view name;
  Whole GapFigures::*value;
};
inline constexpr std::array gap_figures = {
    NamedFigure{"needed", &GapFigures::needed},
    NamedFigure{"needed_services", &GapFigures::needed_services},
    NamedFigure{"needed_minimum", &GapFigures::needed_minimum},
    NamedFigure{"in_hand", &GapFigures::in_hand},
    NamedFigure{"in_hand_minimum", &GapFigures::in_hand_minimum},
    NamedFigure{"obtainable", &GapFigures::obtainable},
    NamedFigure{"gap", &GapFigures::gap},
    NamedFigure{"gap_services", &GapFigures::gap_services},
    NamedFigure{"gap_minimum", &GapFigures::gap_minimum},
    NamedFigure{"out_of_reach", &GapFigures::out_of_reach},
    NamedFigure{"out_of_reach_minimum", &GapFigures::out_of_reach_minimum},
};

/// Rows in the order of importance: the first `wanting` of them fall short of something.
struct Ranking {
  std::vector<std::size_t> rows;  ///< positions in the report's list
  std::size_t wanting = 0;
};

/// Types by what is missing of them, in proportion: for the minimum, then for everyone, then id. Wanting: one with a
/// gap at the report's instant or at a milestone.
[[nodiscard]] Ranking ranked_types(const GapReport& report);

/// Whether it is known who is equipped: only then can be said who can work.
[[nodiscard]] bool has_allotment(const GapReport& report);

/// The people of a group who can work; where that is not known, those who are there.
[[nodiscard]] Count able(const GapReport& report, const StaffFigures& staff);

/// Groups by the people short of the minimum, then of what is wanted, then id. Wanting: one that cannot work as wanted.
[[nodiscard]] Ranking ranked_staff(const GapReport& report);

/// Services by tier, then verdict, then when they are due, then id. Wanting: one whose minimum is not whole in time,
/// or never.
[[nodiscard]] Ranking ranked_services(const GapReport& report, const Plan& plan);

/// Where a service's minimum stands, in a word: by its limits or, where the report speaks of an instant that was asked
/// for, at that instant.
[[nodiscard]] Text standing(const ServiceLevel& level, const GapReport& report, const Plan& plan);

/// Milestones in the order of time.
[[nodiscard]] std::vector<MilestoneId> milestones_in_time(const Plan& plan);

/// Whether the report's own row says the same as that of the milestone at its instant, for each type.
[[nodiscard]] bool is_told_by_milestone(const GapReport& report);

/// Nothing is missing anywhere, and no service falls short.
[[nodiscard]] bool is_all_well(const GapReport& report);

}  // namespace bcp::cli
