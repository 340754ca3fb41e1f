// Which recoveries took longer in an exercise than they are promised to?
#pragma once

#include "graph/dependency_graph.hpp"
#include "source/diagnostic.hpp"

namespace bcp {

/// Nodes with a `tested` recovery longer than the likely point of `recovery` (0 where there is none), and which services
/// come back later than they may if that one measured time is believed, after a cold restart (docs/meaning.md §1,
/// `--believe`).
///
/// O(V + E) where no slack is used up; each node whose measured time exceeds its slack costs a re-solve, the first twenty
/// of them by id.
void find_slow_tests(const Plan& plan, const DependencyGraph& graph, Diagnostics& found);

}  // namespace bcp
