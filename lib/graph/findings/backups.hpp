// Which backups lose more than the services that hang on them can bear?
#pragma once

#include "graph/dependency_graph.hpp"
#include "source/diagnostic.hpp"

namespace bcp {

/// Backups made less often than the `required_rpo` of their node, and applications that have such an RPO and no backup
/// though other applications back up (docs/meaning.md §3). Named with it is the service that asks for it: of several the
/// one with the least RPO, then of the most urgent tier, then by id. O(V + E) and a sort of the services.
void find_insufficient_backups(const Plan& plan, const DependencyGraph& graph, Diagnostics& found);

}  // namespace bcp
