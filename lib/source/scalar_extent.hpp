// Where does a value stand in the text, from its first byte to its last?
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace bcp {

/// A space, a tab or a part of a line end.
[[nodiscard]] bool is_blank(char byte);

/// The end of the anchor or tag that begins at `begin`.
[[nodiscard]] std::size_t property_end(std::string_view source, std::size_t begin);

/// Past at most so many properties (an anchor, a tag) that begin at `at`, and the blanks, line ends
/// and comments that follow each of them. Without a property there it is `at` itself.
[[nodiscard]] std::size_t skip_properties(std::string_view source, std::size_t at, int most);

/// Past the blanks, line ends and comments that begin at `at`.
[[nodiscard]] std::size_t skip_space(std::string_view source, std::size_t at);

/// The end of the scalar whose content begins at `begin` and reads `value`; yaml-cpp tells only the
/// beginning. Of a block scalar it is the end of its header. `nullopt`: a quote that is never
/// closed. O(length of the scalar).
[[nodiscard]] std::optional<std::size_t> scalar_end(std::string_view source, std::size_t begin,
                                                    std::string_view value);

/// Whether a scalar that begins so is in quotes or a block scalar.
[[nodiscard]] bool begins_quoted(std::string_view source, std::size_t at);

/// `~` or `null`, in its three spellings, where it stands at `at` as a whole word; else empty.
[[nodiscard]] std::string_view null_word_at(std::string_view source, std::size_t at);

/// The end of the list or map that begins at `begin`, with its closing bracket if this follows its last part; a pair
/// within brackets, `[a: b]`, has none of its own.
[[nodiscard]] std::size_t bracket_end(std::string_view source, std::size_t begin,
                                      std::size_t end_of_last);

/// Whether the line of `at` is indented by a tab in front of `at`, and by nothing but blanks.
[[nodiscard]] bool is_indented_by_tab(std::string_view source, std::size_t at);

/// Where the line of `at` begins.
[[nodiscard]] std::size_t line_begin(std::string_view source, std::size_t at);

/// The end of the UTF-8 character that begins at `at`; at the end of the text that end.
[[nodiscard]] std::size_t character_end(std::string_view source, std::size_t at);

}  // namespace bcp
