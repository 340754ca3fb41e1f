// What is there to be said about a plan?
#pragma once

#include "plan/load.hpp"
#include "source/diagnostic.hpp"

namespace bcp {

/// Every finding about a plan, of form and of meaning, by place; those that its author allows are marked.
[[nodiscard]] Diagnostics validation(const LoadedPlan& loaded);

}  // namespace bcp
