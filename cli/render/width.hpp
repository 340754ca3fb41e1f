// How many columns does a text take, and how is it brought into so many?
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace bcp::cli {

/// Columns of a terminal, by grapheme clusters: `é` is 1 however it is composed, `漢` and `👩‍👩‍👧` are 2.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// The text, or as much of its beginning as fits with `…` behind it.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t width);

/// The longest part of its end that fits, with `…` before it; the text itself if it fits.
[[nodiscard]] std::string shortened_in_front(std::string_view text, std::size_t width);

/// Lines that end by column `width`, broken at spaces (a no-break space is none), though not between backticks where
/// what stands there fits into a line. The first begins behind `start` columns that stand there already, later ones with
/// `indent` spaces. A longer word stands alone on its line. Without a line end behind the last.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width, std::size_t indent = 0,
                                  std::size_t start = 0);

/// The whole text in pieces of at most `width` columns (which must be at least 1), broken behind a `-`, `.` or `_` in
/// the latter half of a piece where there is one. For ids, which are never shortened.
[[nodiscard]] std::vector<std::string> chopped(std::string_view text, std::size_t width);

}  // namespace bcp::cli
