// Which comments does a text of YAML hold?
#pragma once

#include <string_view>
#include <vector>

#include "source/document.hpp"
#include "source/span.hpp"

namespace bcp {

/// The comments that begin with `word` behind their `#` and blanks, each from its `#` to the end of its line without
/// the blanks there. A `#` inside a scalar is none. O(length of the text).
[[nodiscard]] std::vector<Span> comments_beginning(const Document& document, std::string_view word);

}  // namespace bcp
