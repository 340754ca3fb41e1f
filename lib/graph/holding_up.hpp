// Which nodes hold up most services, and which services are these?
#pragma once

#include <cstddef>
#include <vector>

#include "graph/recovery.hpp"
#include "plan/plan.hpp"

namespace bcp {

/// The paths of all services that are ever up, as the forest of what decides each node.
///
/// A node holds up the services on whose path it stands. Paths are never written out: together they may be as long as
/// the services times the nodes. Refers to what it is made of, which outlives it.
class HoldingUp {
public:
  HoldingUp(const Plan& plan, const Recovery& recovery);

  /// Of these nodes, which are by id, those that hold up most services, then most of the more urgent tiers, then by id;
  /// at most so many, none that holds up no service. O(V) for each tier that it takes to tell them apart.
  [[nodiscard]] std::vector<NodeId> first(const std::vector<NodeId>& among, std::size_t most) const;

  /// The services that a node holds up, by id. O(V).
  [[nodiscard]] std::vector<ServiceId> held_up_by(NodeId node) const;

private:
  template <class Counts>
  [[nodiscard]] std::vector<std::size_t> count(Counts counts) const;

  const Plan& plan_;
  const Recovery& recovery_;
  std::vector<NodeId> upwards_;  // each node before the one that decides it
};

}  // namespace bcp
