// Under which keys does a place of a text stand?
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "source/document.hpp"

namespace bcp {

/// A place as its author thinks of it.
struct Spot {
  std::uint32_t node = 0;    ///< the innermost value that begins there or before
  std::uint32_t parent = 0;  ///< the list or map around it; of the root the root itself
  bool is_key = false;       ///< it is a key of `parent`
  std::string
      path;  ///< `services.payments.rto`: the keys on the way, its own included; lists add nothing;
             ///< a very long one is cut short
};

/// The spots of these offsets, which ascend. O(length of the document + of the paths).
[[nodiscard]] std::vector<Spot> spots(const Document& document,
                                      std::span<const std::uint32_t> offsets);

}  // namespace bcp
