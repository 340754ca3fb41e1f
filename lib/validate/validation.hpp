// What is there to be said about a plan?
#pragma once

#include "plan/load.hpp"
#include "source/diagnostic.hpp"
#include "validate/meaning.hpp"

namespace bcp {

/// Every finding about a plan, of form and of meaning, by place; those that its author allows are marked.
[[nodiscard]] Diagnostics validation(const LoadedPlan& loaded, const MeaningOptions& options);

/// The same of its form alone, which every command asks for before it computes anything.
[[nodiscard]] Diagnostics findings_of_form(const LoadedPlan& loaded);

}  // namespace bcp
