// Which located values does a text of YAML hold?
#pragma once

#include <optional>
#include <string_view>

#include "source/diagnostic.hpp"
#include "source/document.hpp"

namespace bcp {

/// Reads one document from the events of yaml-cpp. `nullopt` after a finding of syntax, at most one a text.
///
/// Beyond the library it refuses what it lets through: a second document, an open quote, indentation by tabs, the same
/// key twice, nesting past 64, aliases inside their own anchor, and aliases that expand past a million nodes.
/// O(length) time and memory. `source` outlives the document.
[[nodiscard]] std::optional<Document> read_yaml(std::string_view source, FileId file, Diagnostics& found);

}  // namespace bcp
