// How do several ids, or other short items, stand in lines?
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "plan/plan.hpp"
#include "render/style.hpp"

namespace bcp::cli {

/// The ids of these nodes, in their order.
[[nodiscard]] std::vector<std::string> ids_of(const std::vector<NodeId>& nodes, const Plan& plan);

/// `payments ← accounting ← database`: each waits for the one behind it. Whole lines, indented, later ones by two
/// columns more; a line is broken before an arrow, and an id only where it alone is too long.
[[nodiscard]] std::string chain_lines(const std::vector<std::string>& ids, std::size_t indent,
                                      const Style& style);

/// `80 laptops, 40 VPN sessions` in whole lines, all indented alike, each item on one of them.
[[nodiscard]] std::string item_lines(const std::vector<std::string>& items, std::size_t indent,
                                     const Style& style);

/// The ids as items; those past the first `most` are only counted (`+ 12`).
[[nodiscard]] std::string id_lines(const std::vector<std::string>& ids, std::size_t most,
                                   std::size_t indent, const Style& style);

}  // namespace bcp::cli
