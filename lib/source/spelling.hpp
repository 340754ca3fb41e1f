// Which word was meant?
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace bcp {

/// The one candidate nearest to `word`, if it is near: at most two edits and at most a third of the word's length
/// (Damerau–Levenshtein with adjacent transpositions); among equals the first bytewise. One that differs in capitals and
/// in what joins its parts alone (`anyOf`, `any_of`) is nearest of all. `is_only` tells whether no other candidate is as
/// near. A word of more than 100 bytes is near to none. O(candidates × length).
struct Neighbour {
  std::string_view word;
  bool is_only = true;
};
[[nodiscard]] std::optional<Neighbour> nearest(std::string_view word,
                                               std::span<const std::string_view> candidates);

/// The candidates by their distance from `word`, among equals in their order. O(candidates × length).
[[nodiscard]] std::vector<std::string_view> nearest_first(std::string_view word,
                                                          std::vector<std::string_view> candidates);

}  // namespace bcp
