// How do the maps of several files become one?
#pragma once

#include <vector>

#include "plan/plan_text.hpp"
#include "source/diagnostic.hpp"

namespace bcp {

/// One map of the roots of all files, in their order. Maps of the same section are merged, and so are the maps of ids
/// inside `plan`, `communications` and `activation`; any other key that stands twice is a finding with both places.
/// `include` is left out. Not written if no file holds a map.
[[nodiscard]] Value merge_files(PlanText& text, const std::vector<Value>& roots,
                                Diagnostics& found);

}  // namespace bcp
