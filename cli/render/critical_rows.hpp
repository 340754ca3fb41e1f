// Which services of a critical-path answer does a reader need first?
#pragma once

#include <optional>
#include <vector>

#include "graph/critical_path.hpp"

namespace bcp::cli {

/// An answer about some services of a plan.
struct RecoveryView {
  const CriticalPaths& result;
  const Plan& plan;
  const std::vector<ServiceId>& listed;

  [[nodiscard]] const ServiceRecovery& recovery(ServiceId service) const {
    return result.services[service.value];
  }
  [[nodiscard]] const Service& service(ServiceId service) const {
    return plan.services[service.value];
  }
  /// It did not stop.
  [[nodiscard]] bool is_running(ServiceId of) const {
    return result.nodes[service(of).node.value].is_running;
  }
};

/// Whether a verdict is not ok, or the service is never up.
[[nodiscard]] bool falls_short(const ServiceRecovery& service);

/// Up past a limit that it keeps, because a workaround covers it.
[[nodiscard]] bool is_kept_by_workaround(const ServiceRecovery& service);

/// Whether its chain begins with people detecting, deciding and gathering.
[[nodiscard]] bool waits_for_clock(const RecoveryView& view, ServiceId service);

/// The nodes that hold up some listed service, in the order of the answer.
[[nodiscard]] std::vector<Bottleneck> bottlenecks_of(const RecoveryView& view);

/// The verdicts of listed services that measured times make worse, or better.
struct ListedFlips {
  std::vector<Flip> worse;
  std::vector<Flip> better;
};
[[nodiscard]] ListedFlips flips_of(const RecoveryView& view);

/// The listed services by tier; within it the worse verdict first, never up before late, the furthest past its limit
/// first, then the least margin, then id.
[[nodiscard]] std::vector<ServiceId> by_urgency(const RecoveryView& view);

/// The listed service to speak of first: the worst verdict, then the order above; none falls short: nothing.
[[nodiscard]] std::optional<ServiceId> worst(const RecoveryView& view);

/// Of the listed services that stopped, the one up in time by the least margin; no such one with an RTO: nothing.
[[nodiscard]] std::optional<ServiceId> tightest(const RecoveryView& view);

}  // namespace bcp::cli
