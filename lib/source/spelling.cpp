#include "source/spelling.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace bcp {

namespace {

constexpr std::size_t most_edits = 2;

/// Insertions, deletions, substitutions and swaps of neighbours between two words; anything above
/// `limit` if it is more.
std::size_t edits_between(std::string_view a, std::string_view b, std::size_t limit) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return limit + 1;
  std::vector<std::size_t> two_above(b.size() + 1);
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(two_above, above);
    std::swap(above, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substitution = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({substitution, above[j] + 1, row[j - 1] + 1});
      const bool is_swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (is_swap) row[j] = std::min(row[j], two_above[j - 2] + 1);
    }
  }
  return row[b.size()];
}

}  // namespace

std::optional<Neighbour> nearest(std::string_view word,
                                 std::span<const std::string_view> candidates) {
  std::optional<Neighbour> best;
  std::size_t least = std::min(most_edits, word.size() / 3);
  for (const std::string_view candidate : candidates) {
    const std::size_t edits = edits_between(word, candidate, least);
    if (edits > least) continue;
    if (!best || edits < least) {
      best = Neighbour{.word = candidate};
    } else if (candidate != best->word) {
      best = Neighbour{.word = std::min(best->word, candidate), .is_only = false};
    }
    least = edits;
  }
  return best;
}

}  // namespace bcp
