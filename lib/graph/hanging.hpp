// What do the services that hang on each node ask of it?
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "graph/chains.hpp"
#include "graph/dependency_graph.hpp"

namespace bcp {

/// At most ten services that set a figure, in the order asked for, and how many more there are.
struct Because {
  static constexpr std::size_t most = 10;
  std::vector<ServiceId> services;
  std::size_t more = 0;
};

/// A figure of each node, `never` where nothing sets it, and which services do.
struct Demands {
  std::vector<Seconds> figure;
  std::vector<Because> because;
};

/// What a service asks: of itself, and of what carries it or hangs below it. `never`: nothing.
struct Demand {
  ServiceId service;
  NodeId node;
  Seconds figure;
};

/// The least figure of the services that hang on each node by any chain of requirements, alternatives included, itself
/// too. `demands` are in the order in which reasons are listed. O((V + E) × ⌈demands / 64⌉) time to find who asks, and
/// O(V × demands) at worst to list and count them, where every node is asked for by all; O(V + E) memory.
[[nodiscard]] Demands least_of_hanging(const DependencyGraph& graph,
                                       const std::vector<Demand>& demands);

/// The least figure that reaches each node along the chains in use, less the recoveries on the way. O as above.
[[nodiscard]] Demands least_along_chains(const ChainsInUse& chains, const Restart& restart,
                                         const std::vector<Demand>& demands);

/// Which nodes one of these hangs on, they themselves included. O(V + E).
[[nodiscard]] std::vector<bool> hung_on(const DependencyGraph& graph,
                                        const std::vector<NodeId>& nodes);

}  // namespace bcp
