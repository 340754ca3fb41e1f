// Which slips of layout does yaml-cpp let through, although YAML 1.2 refuses them?
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace bcp {

/// The first place in [begin, end) that continues a value on a new line with fewer than `column` spaces in front of it.
/// Empty lines and comments are free, and so is a bracket that closes: those stand below the key by custom. `npos` if
/// there is none.
[[nodiscard]] std::size_t too_far_left(std::string_view source, std::size_t begin, std::size_t end,
                                       std::size_t column);

/// The first `#` of the stretch [begin, end) between two values that follows something else than a blank; the byte at
/// `begin` follows the value before. `npos` if there is none.
[[nodiscard]] std::size_t glued_comment(std::string_view source, std::size_t begin,
                                        std::size_t end);

/// The end of the first escape sequence `\'` of a text in double quotes, [begin, end); it is none of YAML's.
[[nodiscard]] std::optional<std::size_t> escaped_apostrophe(std::string_view source,
                                                            std::size_t begin, std::size_t end);

/// The first empty line at the head of a block scalar that has more spaces than the text after it. `header_end` is the end
/// of the scalar's header, `column` the least number of spaces that its text can have.
[[nodiscard]] std::optional<std::size_t> overlong_empty_line(std::string_view source,
                                                             std::size_t header_end,
                                                             std::size_t column);

}  // namespace bcp
