#include "render/table.hpp"

#include <algorithm>
#include <numeric>
#include <sstream>
#include <string_view>
#include <utility>

#include "render/width.hpp"

namespace bcp::cli {

namespace {

/// Columns between two cells; one where the table is too wide nevertheless.
constexpr std::size_t usual_gap = 2;

/// What a table takes in all, without the columns that are left out.
std::size_t total(const std::vector<std::size_t>& widths, std::size_t gap) {
  const auto shown = static_cast<std::size_t>(
      std::ranges::count_if(widths, [](std::size_t width) { return width > 0; }));
  return std::accumulate(widths.begin(), widths.end(), shown == 0 ? 0 : gap * (shown - 1));
}

std::vector<std::string> lines_of(std::string_view title) {
  const std::size_t end = title.find('\n');
  if (end == std::string_view::npos) return {std::string{}, std::string{title}};
  return {std::string{title.substr(0, end)}, std::string{title.substr(end + 1)}};
}

std::size_t width_of(const Cell& cell) {
  return std::transform_reduce(cell.begin(), cell.end(), std::size_t{0}, std::plus<>{},
                               [](const Piece& piece) { return display_width(piece.text); });
}

/// A text across all columns: later lines stand two columns further in than the first, and a word is broken only where it
/// alone is too long.
std::string across(const Piece& line, const Style& style) {
  const std::size_t indent = std::min(line.text.find_first_not_of(' '), line.text.size());
  std::istringstream lines{wrapped(line.text.substr(indent), style.width, indent + 2, indent)};
  std::string text;
  std::string before(indent, ' ');
  for (std::string one; std::getline(lines, one); before.clear()) {
    for (const std::string& piece : chopped(before + one, std::max<std::size_t>(style.width, 1)))
      text += painted(piece, line.ink, style) + '\n';
  }
  return text;
}

/// An id that is too long for its column, whole.
std::string above(const Cell& cell, const Style& style) {
  std::string text;
  for (const Piece& piece : cell) {
    const std::size_t indent = std::min(piece.text.find_first_not_of(' '), piece.text.size());
    const std::size_t width = style.width > indent ? style.width - indent : 1;
    for (const std::string& part : chopped(std::string_view{piece.text}.substr(indent), width))
      text += std::string(indent, ' ') + painted(part, piece.ink, style) + '\n';
  }
  return text;
}

Cell shortened(const Cell& cell, std::size_t width) {
  if (width_of(cell) <= width) return cell;
  Cell kept;
  for (const Piece& piece : cell) {
    kept.push_back({cli::shortened(piece.text, width), piece.ink});
    width -= std::min(width, display_width(kept.back().text));
    if (width == 0) break;
  }
  return kept;
}

std::string in_columns(const std::vector<Cell>& cells, const std::vector<Column>& columns,
                       const std::vector<std::size_t>& widths, std::size_t gap,
                       const Style& style) {
  std::string line;
  std::size_t owed = 0;  // spaces that are written only if something follows
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (widths[i] == 0) continue;
    const Cell cell = shortened(cells[i], widths[i]);
    const std::size_t padding = widths[i] - width_of(cell);
    if (columns[i].is_number) owed += padding;
    if (!cell.empty() && width_of(cell) > 0) {
      line.append(std::exchange(owed, 0), ' ');
      for (const Piece& piece : cell) line += painted(piece.text, piece.ink, style);
    } else {
      owed += width_of(cell);
    }
    owed += gap + (columns[i].is_number ? 0 : padding);
  }
  return line + '\n';
}

}  // namespace

std::vector<std::size_t> Table::widths(std::size_t available) const {
  constexpr std::size_t gap = usual_gap;
  std::vector<std::size_t> widths;
  for (const Column& column : columns_) {
    const std::vector<std::string> title = lines_of(column.title);
    widths.push_back(std::max(display_width(title[0]), display_width(title[1])));
  }
  for (const Row& row : rows_) {
    const auto* cells = std::get_if<std::vector<Cell>>(&row);
    for (std::size_t i = 0; cells != nullptr && i < cells->size(); ++i) {
      widths[i] = std::max(widths[i], width_of((*cells)[i]));
    }
  }
  std::size_t all = std::accumulate(widths.begin(), widths.end(), gap * (widths.size() - 1));
  // What is a mere help gives way first.
  for (std::size_t i = 0; i < widths.size() && all > available; ++i) {
    const std::size_t least = columns_[i].shrinks_to;
    if (least == 0 || !columns_[i].may_vanish) continue;
    const std::size_t kept = all - available < widths[i] ? widths[i] - (all - available) : 0;
    all -= widths[i] - (kept < least ? 0 : kept);
    if (kept < least) all -= gap;
    widths[i] = kept < least ? 0 : kept;
  }
  for (std::size_t i = 0; i < widths.size() && all > available; ++i) {
    if (columns_[i].shrinks_to == 0 || widths[i] <= columns_[i].shrinks_to) continue;
    const std::size_t less = std::min(all - available, widths[i] - columns_[i].shrinks_to);
    widths[i] -= less;
    all -= less;
  }
  for (std::size_t i = 0; i < widths.size() && all > available; ++i) {
    if (columns_[i].may_vanish && widths[i] > 0) all -= std::exchange(widths[i], 0) + gap;
  }
  return widths;
}

std::string Table::text(const Style& style) const {
  if (rows_.empty()) return {};
  const std::vector<std::size_t> columns = widths(style.width);
  const std::size_t gap = total(columns, usual_gap) > style.width ? 1 : usual_gap;
  std::string text;
  for (const std::size_t line : {std::size_t{0}, std::size_t{1}}) {
    std::vector<Cell> titles;
    for (const Column& column : columns_)
      titles.push_back({{lines_of(column.title)[line], Ink::faint}});
    const std::string shown = in_columns(titles, columns_, columns, gap, style);
    if (shown != "\n") text += shown;
  }
  for (const Row& row : rows_) {
    if (const auto* line = std::get_if<Piece>(&row)) {
      text += across(*line, style);
      continue;
    }
    std::vector<Cell> cells = std::get<std::vector<Cell>>(row);
    if (!cells.empty() && width_of(cells.front()) > columns.front())
      text += above(std::exchange(cells.front(), {}), style);
    text += in_columns(cells, columns_, columns, gap, style);
  }
  return text;
}

void add_wrapped(Table& table, std::string_view text, std::size_t indent) {
  if (!text.empty()) table.add_line({std::string(indent, ' ').append(text)});
}

void add_id_line(Table& table, std::string_view id, std::size_t indent, Ink ink,
                 const Style& style) {
  const std::size_t width = style.width > indent ? style.width - indent : 1;
  for (const std::string& piece : chopped(id, width))
    table.add_line({std::string(indent, ' ') + piece, ink});
}

std::string id_cell(Table& table, std::string_view id, std::size_t indent, std::size_t most,
                    const Style& style) {
  if (display_width(id) <= most) return std::string(indent, ' ').append(id);
  add_id_line(table, id, indent, Ink::none, style);
  return {};
}

}  // namespace bcp::cli
