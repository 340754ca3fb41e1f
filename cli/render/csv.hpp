// How is a row of cells written as CSV?
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "plan/exact.hpp"

namespace bcp::cli {

/// A text, or a number that must stay one.
using CsvCell = std::variant<std::string, Whole>;

/// A row by RFC 4180, CRLF behind it. Texts are escaped for people first (`plain`); one that a spreadsheet would take
/// for a formula begins with `'`.
[[nodiscard]] std::string csv_row(const std::vector<CsvCell>& cells);

}  // namespace bcp::cli
