// Which chain decides when each service is up again, and where would an hour help?
#pragma once

#include <optional>
#include <vector>

#include "graph/basis.hpp"
#include "graph/recovery.hpp"
#include "graph/verdict.hpp"
#include "plan/plan.hpp"

namespace bcp {

struct CriticalPathOptions {
  std::vector<NodeId> failed;  ///< these are down; none: everything is (a cold restart)
  RecoveryBasis basis;
};

/// When one service is back, all times counted from the outage.
struct ServiceRecovery {
  ServiceId service;
  NodeId node;                ///< its own
  std::optional<Seconds> up;  ///< `nullopt`: never
  Limits limits;              ///< RTO and MTPD from the outage on, not from its `from`
  std::optional<Seconds>
      margin;  ///< what is left to the RTO; `nullopt`: never up, or no RTO stated
  Verdict verdict = Verdict::ok;
  /// From the limit that the verdict names (the MTPD of a breach, the RTO where late) to the instant from which on it is
  /// up or covered; `nullopt`: ok, or never.
  std::optional<Seconds> overrun;
  /// The workarounds of the MBCO or more that begin to run before the service is up, by id.
  std::vector<WorkaroundRun> covered_by;
};

/// When one node is back.
struct NodeRecovery {
  std::optional<Seconds> up;  ///< `nullopt`: never
  std::optional<Seconds>
      slack;            ///< how far `up` may slip before a verdict gets worse; `nullopt`: no limit
  Seconds recovery{0};  ///< what it takes itself, after `start`; 0 where it merely resumes
  Seconds start{0};     ///< when its own recovery begins; meaningless where it is never up
  bool is_running = false;  ///< it did not stop
};

/// A service that comes back earlier.
struct Gain {
  ServiceId service;
  Seconds by{0};
};

/// A node on the paths of services, and what an hour saved on its recovery moves, all else equal.
struct Bottleneck {
  NodeId node;
  std::vector<ServiceId> holds_up;  ///< the services on whose path it stands, by tier, then id
  Seconds saved{0};                 ///< an hour, or its whole recovery where that is shorter
  std::vector<Gain> gains;          ///< the services that are up earlier then, by tier, then id
};

/// A verdict that changes when measured recoveries take the place of promised ones.
struct Flip {
  ServiceId service;
  Verdict promised = Verdict::ok;
  Verdict tested = Verdict::ok;
};

/// The answer of `bcp critical-path`.
struct [[nodiscard]] CriticalPaths {
  bool is_cold_start = false;
  std::vector<NodeId> failed;  ///< by id, without repeats
  std::vector<NodeId>
      without_recovery;  ///< of `failed`, those that state no recovery and so are back at once
  Seconds clock{0};      ///< before people begin any recovery
  std::vector<ServiceRecovery> services;  ///< as `Plan::services`
  std::vector<NodeRecovery> nodes;        ///< by node
  /// By node: the one that decides when its own recovery can begin; itself where it waits for nothing, or is never up.
  /// Paths share their ends, so that they are kept as a forest.
  std::vector<NodeId> decided_by;
  /// The nodes with a recovery that hold up most services (then those of the more urgent tiers, then id), at most
  /// twenty.
  std::vector<Bottleneck> bottlenecks;
  std::vector<Flip> flips;  ///< promised against tested, on the same point of estimates; by service
  bool has_recovery_teams =
      false;  ///< some node names people who do its recovery: they count as unlimited

  /// From the service to the node that waits for nothing, each the one that decides when the step before it can begin;
  /// empty: never up.
  [[nodiscard]] std::vector<NodeId> path_of(const ServiceRecovery& service) const;
};

/// Answers docs/meaning.md §1, all tasks counted as done.
/// O(V + E), a pass over the nodes for each tier, and a re-solve for each bottleneck; memory O(V + E) and the services
/// that the bottlenecks hold up. Paths come on top where they are asked for, up to O(V) each.
CriticalPaths critical_paths(const Plan& plan, const CriticalPathOptions& options);

}  // namespace bcp
