// Which findings does the plan's author allow, and are the comments that say so in order?
#pragma once

#include <vector>

#include "plan/load.hpp"
#include "source/diagnostic.hpp"

namespace bcp {

/// Marks the findings that a comment `# bcp: allow BCP2105 because REASON` on their line or the line above allows, and
/// adds a finding for each such comment that cannot be read, has no reason or allows nothing. `found` is sorted after.
///
/// An error of form stays one, whatever a comment says, and speaks of the comment: a plan that cannot be read is no
/// plan. Where there is such an error, or where `not_looked_for` holds a comment's code, nobody knows whether the comment allows anything.
/// O(findings × log + length of the texts).
void suppress(const LoadedPlan& loaded, const std::vector<Code>& not_looked_for,
              Diagnostics& found);

}  // namespace bcp
