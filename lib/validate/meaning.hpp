// What does a well-formed plan say that contradicts itself, is forgotten, or is only assumed?
#pragma once

#include <optional>
#include <vector>

#include "plan/plan.hpp"
#include "source/diagnostic.hpp"

namespace bcp {

struct MeaningOptions {
  /// The day on which reviews, exercises, contracts and actions are looked at; none: they are not.
  std::optional<Date> as_of;
};

/// Adds the findings that each folder of the library has about its own meaning. They never stop an analysis.
///
/// In no order that may be relied on. O(n log n) in the size of the plan.
void find_faults_of_meaning(const Plan& plan, const MeaningOptions& options, Diagnostics& found);

/// Of those, the findings between two values that both stand there: they hold in a plan with errors of form too.
/// O(services × impacts).
void find_contradicting_tolerances(const Plan& plan, Diagnostics& found);

/// The codes of those findings, which loading alone does not look for.
[[nodiscard]] std::vector<Code> codes_of_meaning();

}  // namespace bcp
