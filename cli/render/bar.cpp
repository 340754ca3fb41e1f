#include "render/bar.hpp"

#include <algorithm>
#include <string>

namespace bcp::cli {

namespace {

constexpr std::array fills = {Fill::there, Fill::coming, Fill::missing};

/// Columns of each part: its exact share rounded down and never nothing; what is left over goes to those that were
/// rounded down most, what is too much is taken from the widest.
std::array<std::size_t, 3> columns_of(const std::array<Exact, 3>& parts, std::size_t width) {
  Exact total = 0;
  for (const Exact& part : parts) total += part > 0 ? part : Exact{0};
  std::array<std::size_t, 3> columns{};
  if (total == 0 || width < parts.size()) return columns;

  std::array<Exact, 3> owed;
  std::size_t taken = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i] <= 0) continue;
    const Exact share = parts[i] * width / total;
    columns[i] = std::max(std::size_t{1}, static_cast<std::size_t>(floor(share)));
    owed[i] = share - columns[i];
    taken += columns[i];
  }
  for (; taken < width; ++taken) {
    const auto most = static_cast<std::size_t>(std::ranges::max_element(owed) - owed.begin());
    ++columns[most];
    owed[most] -= 1;
  }
  for (; taken > width; --taken) --*std::ranges::max_element(columns);
  return columns;
}

}  // namespace

Piece sign(Fill fill, const Style& style) {
  switch (fill) {
    case Fill::there: return {style.unicode ? "█" : "#", Ink::green};
    case Fill::coming: return {style.unicode ? "▓" : "+", Ink::yellow};
    case Fill::missing: return {style.unicode ? "░" : ".", Ink::red};
  }
  return {};
}

Cell bar(const std::array<Exact, 3>& parts, std::size_t width, const Style& style) {
  const std::array<std::size_t, 3> columns = columns_of(parts, width);
  Cell drawn;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Piece one = sign(fills[i], style);
    std::string stretch;
    for (std::size_t column = 0; column < columns[i]; ++column) stretch += one.text;
    if (!stretch.empty()) drawn.push_back({stretch, one.ink});
  }
  return drawn;
}

}  // namespace bcp::cli
