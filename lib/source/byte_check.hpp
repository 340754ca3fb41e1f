// Are the bytes of a file such that YAML may be read from them?
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "source/diagnostic.hpp"
#include "source/span.hpp"

namespace bcp {

/// How many bytes at the head of a text are UTF-8 byte order marks.
[[nodiscard]] std::size_t byte_order_marks(std::string_view text);

/// Takes a UTF-8 byte order mark away and judges the rest: UTF-16 and UTF-32, bytes that are no UTF-8, and control
/// characters other than tab, LF and CRLF are findings, one a kind and file. True if the text may be read. O(length).
[[nodiscard]] bool check_bytes(std::string& text, FileId file, Diagnostics& found);

}  // namespace bcp
