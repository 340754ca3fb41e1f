// Are the bytes of a file such that YAML may be read from them?
#pragma once

#include <string>

#include "source/diagnostic.hpp"
#include "source/span.hpp"

namespace bcp {

/// Takes a UTF-8 byte order mark away and judges the rest: UTF-16 and UTF-32, bytes that are no UTF-8, and control
/// characters other than tab, LF and CRLF are findings, one a kind and file. True if the text may be read. O(length).
[[nodiscard]] bool check_bytes(std::string& text, FileId file, Diagnostics& found);

}  // namespace bcp
