// What does `validate` say in one line?
#pragma once

#include <string>

#include "plan/plan.hpp"
#include "render/findings.hpp"
#include "render/language.hpp"

namespace bcp::cli {

/// `the plan is well-formed: 5 services and 9 staff groups; 1 warning`, and a line end. `plan`: none if it is not
/// well-formed.
[[nodiscard]] std::string closing_line(const Plan* plan, const FindingCount& found,
                                       const Language& language);

}  // namespace bcp::cli
