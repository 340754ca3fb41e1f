// What can never come back after a cold restart?
#pragma once

#include "graph/dependency_graph.hpp"
#include "source/diagnostic.hpp"

namespace bcp {

/// Nodes that wait for each other without a way in from outside: restart deadlocks (docs/meaning.md §1). One finding a
/// loop, with the place of each step. What merely hangs on one is not reported, and of a loop that would come up if
/// everything outside it did nothing is said either: mend the other one first. O(V + E).
void find_deadlocks(const Plan& plan, const DependencyGraph& graph, Diagnostics& found);

}  // namespace bcp
