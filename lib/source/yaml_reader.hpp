// Which located values does a text of YAML hold?
#pragma once

#include <optional>
#include <string_view>

#include "source/diagnostic.hpp"
#include "source/document.hpp"

namespace bcp {

/// Reads one document from the events of yaml-cpp. `nullopt` after a finding of syntax, at most one a text.
///
/// Beyond the library it refuses what it lets through: a second document, an open quote, indentation by tabs, a value no
/// further right than its key, a last key without its colon, the same key twice, nesting past 64, aliases inside their
/// own anchor, and aliases that expand past a million nodes. `source` has passed `check_bytes` and outlives the document.
/// O(length) memory, and O(length) time but for the keys of a map, which are sorted.
[[nodiscard]] std::optional<Document> read_yaml(std::string_view source, FileId file,
                                                Diagnostics& found);

}  // namespace bcp
