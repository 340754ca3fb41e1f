// Which services promise to be back before what they cannot run without?
#pragma once

#include "graph/dependency_graph.hpp"
#include "source/diagnostic.hpp"

namespace bcp {

/// Services that are due (`from` and `rto`) before another service that they require in every alternative: directly, or
/// by way of nodes each of which the one before it requires in every alternative. Of several such services the one due
/// last is named. What that one requires in turn is its own affair. One finding a service. O(V + E).
void find_rto_inversions(const Plan& plan, const DependencyGraph& graph, Diagnostics& found);

}  // namespace bcp
