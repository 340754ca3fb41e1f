#include "render/csv.hpp"

#include <string_view>

#include "render/escape.hpp"

namespace bcp::cli {

namespace {

std::string text_cell(std::string_view text) {
  std::string shown = plain(text);
  const bool is_formula =
      !text.empty() && std::string_view{"=+-@\t\r"}.find(text.front()) != std::string_view::npos;
  if (is_formula) shown.insert(0, 1, '\'');
  if (shown.find_first_of(",\"") == std::string::npos) return shown;
  std::string quoted = "\"";
  for (const char byte : shown) quoted += byte == '"' ? std::string{"\"\""} : std::string{byte};
  return quoted + '"';
}

}  // namespace

std::string csv_row(const std::vector<CsvCell>& cells) {
  std::string row;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) row += ',';
    const auto* text = std::get_if<std::string>(&cells[i]);
    row += text != nullptr ? text_cell(*text) : std::get<Whole>(cells[i]).str();
  }
  return row + "\r\n";
}

}  // namespace bcp::cli
