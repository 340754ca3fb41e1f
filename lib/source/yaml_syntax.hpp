// What does a syntax error of YAML mean to the author of a plan?
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "source/diagnostic.hpp"
#include "source/span.hpp"

namespace bcp {

/// A text that yaml-cpp refused: where and in its words, the innermost bracket that was open then,
/// and the last text in quotes before.
struct SyntaxProblem {
  std::string_view source;
  FileId file;
  std::size_t at = 0;
  std::size_t read_to = 0;  ///< up to there it was understood
  std::string_view words;
  std::optional<Span> open_bracket;
  std::optional<Span> last_quoted;
};

void report_syntax(const SyntaxProblem& problem, Diagnostics& found);

/// For a node at `at` whose line is indented by a tab.
void report_tab_indentation(std::string_view source, FileId file, std::size_t at,
                            Diagnostics& found);

/// For a quote at `at` that is never closed.
void report_open_quote(FileId file, std::size_t at, Diagnostics& found);

/// For the `#` at `at`, which follows something else than a blank.
void report_glued_comment(FileId file, std::size_t at, Diagnostics& found);

/// For the content at `at` of a line that continues a value, and is not indented enough for that.
void report_far_left(std::string_view source, FileId file, std::size_t at, Diagnostics& found);

/// For the text [begin, end) where a key should stand and no `: ` follows.
void report_half_key(std::string_view source, FileId file, std::size_t begin, std::size_t end,
                     Diagnostics& found);

/// For the empty line that begins at `line`, at the head of a block scalar.
void report_overlong_empty_line(std::string_view source, FileId file, std::size_t line,
                                Diagnostics& found);

}  // namespace bcp
