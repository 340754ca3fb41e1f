// Where does an example plan say that it is at fault?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bcp::cli {

/// A comment under a line at fault, with carets under the place and the code behind them:
///
///     requires: [databse]
///     #           ^^^^^^^ BCP1301
///
/// A `#` in the first column directly before the carets counts as one of them.
struct FaultMark {
  std::uint32_t line = 0;  ///< of the fault, from 1, in the text with its marks
  std::uint32_t column = 0;
  std::uint32_t end_column = 0;  ///< behind the last caret
  std::string code;              ///< `BCP1301`
  bool operator==(const FaultMark&) const = default;
};

[[nodiscard]] std::vector<FaultMark> marks_in(std::string_view text);

/// The plan as an author would have written it: without marks, and without the command in its first line.
[[nodiscard]] std::string without_marks(std::string_view text);

/// The words of the command that shows the fault, as the comment in the first line says (`# bcp validate …`); else
/// `validate` and the plan.
[[nodiscard]] std::vector<std::string> words_to_show(std::string_view text, std::string_view plan);

}  // namespace bcp::cli
