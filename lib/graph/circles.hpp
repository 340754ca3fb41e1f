// What waits for itself in a directed graph?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bcp {

/// For each node those that it waits for, by number.
using Waits = std::vector<std::vector<std::uint32_t>>;

/// Nodes each of which waits for all of them, by way of others.
struct Circle {
  std::vector<std::uint32_t> members;  ///< sorted
  /// A shortest way from the least member back to it, which is not repeated at the end: 3, 7, 4 for 3 → 7 → 4 → 3.
  std::vector<std::uint32_t> way;
};

/// The circles, as large as they can be, so that none shares a node with another; by their least members.
/// A node that waits for itself alone is a circle of one. O(V + E).
[[nodiscard]] std::vector<Circle> circles(const Waits& waits);

/// `a → b → a`, of those on the way.
[[nodiscard]] std::string circle_text(const std::vector<std::string_view>& ids);

}  // namespace bcp
