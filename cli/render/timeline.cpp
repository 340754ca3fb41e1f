#include "render/timeline.hpp"

#include <algorithm>

#include "plan/exact.hpp"
#include "render/bar.hpp"

namespace bcp::cli {

namespace {

/// Columns that lie before an instant.
std::size_t columns_before(Seconds at, Seconds end, std::size_t width) {
  const Whole before = Whole{at.count()} * width / end.count();
  return std::min(width, static_cast<std::size_t>(before));
}

Fill fill_at(std::size_t column, const Timeline& axis, std::size_t width) {
  const auto is_past = [&](const std::optional<Seconds>& limit) {
    return limit && *limit < axis.end && column >= columns_before(*limit, axis.end, width);
  };
  if (is_past(axis.hard)) return Fill::missing;
  return is_past(axis.soft) ? Fill::coming : Fill::there;
}

void add(Cell& cell, const Piece& piece) {
  if (!cell.empty() && cell.back().ink == piece.ink) {
    cell.back().text += piece.text;
  } else {
    cell.push_back(piece);
  }
}

}  // namespace

Cell stretch(Seconds from, Seconds until, const Timeline& axis, std::size_t width,
             const Style& style) {
  if (axis.end <= Seconds{0} || width == 0) return {};
  const std::size_t first = std::min(columns_before(from, axis.end, width), width - 1);
  const std::size_t last = std::max(columns_before(until, axis.end, width), first + 1);
  Cell cell = {{std::string(first, ' ')}};
  for (std::size_t column = first; column < last; ++column) {
    const Piece drawn = sign(fill_at(column, axis, width), style);
    add(cell, from == until ? Piece{style.unicode ? "▏" : "|", drawn.ink} : drawn);
  }
  return cell;
}

}  // namespace bcp::cli
