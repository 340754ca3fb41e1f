// How far may each node slip before a verdict gets worse?
#pragma once

#include <optional>
#include <vector>

#include "graph/chains.hpp"
#include "graph/coverage.hpp"
#include "graph/verdict.hpp"

namespace bcp {

/// A workaround that stands in for its service from an instant on.
struct Standby {
  std::size_t workaround = 0;  ///< position in the service's workarounds
  Seconds from{0};             ///< it must run by then
};

/// What a service's verdict rests on, all workarounds in use as planned (docs/meaning.md §1).
struct Reliance {
  std::optional<Seconds> limit;  ///< how late the service itself may be up; `nullopt`: no limit
  std::vector<Standby> standbys;
};

/// From the limit on the workaround that ends last, until it ends, then the next, until the service is up. A service
/// that no worse verdict threatens, or that states no limit, rests on nothing.
[[nodiscard]] Reliance reliance(const Plan& plan, const Service& service, const UpTimes& up);

/// By node; `nullopt`: no limit, never up, or it did not stop. O((V + E) log V).
[[nodiscard]] std::vector<std::optional<Seconds>> slacks(const Plan& plan,
                                                         const DependencyGraph& graph,
                                                         const Restart& restart,
                                                         const Recovery& recovery);

}  // namespace bcp
