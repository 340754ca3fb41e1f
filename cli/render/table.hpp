// How do rows of short texts stand in columns?
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "render/style.hpp"

namespace bcp::cli {

/// A stretch of text in one colour. Texts in a table are escaped already.
struct Piece {
  std::string text;
  Ink ink = Ink::none;
};

using Cell = std::vector<Piece>;

struct Column {
  std::string title;       ///< may have two lines
  bool is_number = false;  ///< to the right
  /// May get so narrow where the table is too wide; 0: never. A text of the first column that is longer then stands
  /// whole on a line above its row, since a shortened id cannot be copied; others are shortened.
  std::size_t shrinks_to = 0;
  bool may_vanish = false;  ///< left out where the table is too wide nevertheless
};

/// The last column of a table of ids: what they are called, as far as there is room.
[[nodiscard]] inline Column name_column() { return {.shrinks_to = 16, .may_vanish = true}; }

/// An id in front is never shortened: it may get no narrower than so many columns, its indent included.
inline constexpr std::size_t least_id_columns = 10;

/// Rows of cells under titles; between them lines across all columns, which group what follows.
class Table {
public:
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  void add(std::vector<Cell> row) { rows_.emplace_back(std::move(row)); }
  /// Wrapped where it is too long.
  void add_line(Piece line) { rows_.emplace_back(std::move(line)); }

  /// Whole lines; empty if there is no row.
  [[nodiscard]] std::string text(const Style& style) const;

private:
  using Row = std::variant<std::vector<Cell>, Piece>;

  [[nodiscard]] std::vector<std::size_t> widths(std::size_t available) const;

  std::vector<Column> columns_;
  std::vector<Row> rows_;
};

/// A line across all columns, indented; where it is too long, later ones by two columns more.
void add_wrapped(Table& table, std::string_view text, std::size_t indent);

/// An id on a line across all columns, broken into several where it is too long: an id is never shortened.
void add_id_line(Table& table, std::string_view id, std::size_t indent, Ink ink,
                 const Style& style);

/// The text of a row's first cell, indented. An id of more than `most` columns stands on a line above the row, and
/// its cell is blank.
[[nodiscard]] std::string id_cell(Table& table, std::string_view id, std::size_t indent,
                                  std::size_t most, const Style& style);

}  // namespace bcp::cli
