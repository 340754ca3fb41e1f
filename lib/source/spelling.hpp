// Which word was meant?
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace bcp {

/// The one candidate nearest to `word`, if it is near: at most two edits and at most a third of the word's length
/// (Damerau–Levenshtein with adjacent transpositions); among equals the first bytewise. `is_only` tells whether no
/// other candidate is as near. A word of more than 100 bytes is near to none. O(candidates × length).
struct Neighbour {
  std::string_view word;
  bool is_only = true;
};
[[nodiscard]] std::optional<Neighbour> nearest(std::string_view word,
                                               std::span<const std::string_view> candidates);

}  // namespace bcp
