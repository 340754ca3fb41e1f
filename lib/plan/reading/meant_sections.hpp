// Which sections does a plan have, misspelt ones read as those that are certainly meant?
#pragma once

#include <string_view>
#include <unordered_set>

#include "plan/plan_text.hpp"
#include "source/diagnostic.hpp"

namespace bcp {

struct MeantSections {
  Value root;  ///< the plan's, with misspelt sections under the keys that are meant
  std::unordered_set<std::string_view> strays;  ///< ids under keys that stay unknown
};

/// Reports the keys of the root of `text`, and of its parts, that are unknown. Ids are looked for in what it returns.
[[nodiscard]] MeantSections sections_as_meant(PlanText& text, Diagnostics& found);

}  // namespace bcp
