// Is each key of a map there once, and does `<<` merge what can be merged?
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "source/diagnostic.hpp"
#include "source/document.hpp"

namespace bcp {

/// Judges one map of a document after the other, and marks those that merge.
class MapKeys {
public:
  /// For a map that holds all its nodes, the last ones of the document. O(n log n) in its keys.
  void check(Document& document, std::uint32_t map, Diagnostics& found);

private:
  std::vector<std::pair<std::string_view, std::uint32_t>>
      keys_;  ///< text and node, kept for its memory
};

}  // namespace bcp
