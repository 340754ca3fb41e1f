// In which order can gates be asked, and which of them wait for each other?
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace bcp {

/// Strongly connected components of a directed graph in compact form, each behind all those that it leads to.
struct Components {
  std::vector<std::uint32_t> order;  ///< all vertices, those of a component together
  std::vector<std::uint32_t> ends;   ///< where in `order` each component ends
};

/// `first` holds where the edges of each vertex begin in `targets`, and the end.
/// Tarjan's algorithm (SIAM Journal on Computing 1(2), 1972) without recursion. O(V + E).
[[nodiscard]] Components components(std::span<const std::uint32_t> first,
                                    std::span<const std::uint32_t> targets);

}  // namespace bcp
