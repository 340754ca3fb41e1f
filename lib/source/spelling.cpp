#include "source/spelling.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace bcp {

namespace {

constexpr std::size_t most_edits = 2;

/// Longer words are no names that somebody mistyped.
constexpr std::size_t longest_word = 100;

using Row = std::array<std::uint8_t, longest_word + 1>;

/// Insertions, deletions, substitutions and swaps of neighbours between two words; anything above `limit` if it is more.
/// Only cells near the diagonal can be within the limit.
std::size_t edits_between(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t beyond = limit + 1;
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return beyond;
  Row two_above{};
  Row above{};
  Row row{};
  const auto set = [&](Row& of, std::size_t j, std::size_t edits) {
    of[j] = static_cast<std::uint8_t>(std::min(edits, beyond));
  };
  for (std::size_t j = 0; j <= std::min(b.size(), limit); ++j) set(row, j, j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    two_above = std::exchange(above, row);
    const std::size_t first = i > limit ? i - limit : 0;
    const std::size_t last = std::min(b.size(), i + limit);
    if (last == i + limit) set(above, last, beyond);  // the row above ends before it
    std::size_t least = beyond;
    for (std::size_t j = first; j <= last; ++j) {
      std::size_t edits = i;
      if (j > 0) {
        const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
        edits = std::min(replaced, above[j] + std::size_t{1});
        if (j > first) edits = std::min(edits, row[j - 1] + std::size_t{1});
        const bool is_swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        if (is_swap) edits = std::min(edits, two_above[j - 2] + std::size_t{1});
      }
      set(row, j, edits);
      least = std::min(least, edits);
    }
    if (least >= beyond) return beyond;
  }
  return row[b.size()];
}

bool is_joint(char byte) { return byte == '-' || byte == '_' || byte == ' '; }

char small(char byte) {
  return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

/// Whether two words differ in capitals and in what joins their parts alone.
bool is_alike(std::string_view a, std::string_view b) {
  std::size_t j = 0;
  for (const char byte : a) {
    if (is_joint(byte)) continue;
    while (j < b.size() && is_joint(b[j])) ++j;
    if (j == b.size() || small(b[j++]) != small(byte)) return false;
  }
  return std::ranges::all_of(b.substr(j), is_joint) && j > 0;
}

std::optional<Neighbour> alike(std::string_view word,
                               std::span<const std::string_view> candidates) {
  std::optional<Neighbour> best;
  for (const std::string_view candidate : candidates) {
    if (candidate == word) return Neighbour{.word = candidate};
    if (!is_alike(word, candidate)) continue;
    if (!best) {
      best = Neighbour{.word = candidate};
    } else if (candidate != best->word) {
      best = Neighbour{.word = std::min(best->word, candidate), .is_only = false};
    }
  }
  return best;
}

}  // namespace

std::optional<Neighbour> nearest(std::string_view word,
                                 std::span<const std::string_view> candidates) {
  if (word.size() > longest_word) return std::nullopt;
  std::optional<Neighbour> best = alike(word, candidates);
  if (best) return best;
  std::size_t least = std::min(most_edits, word.size() / 3);
  for (const std::string_view candidate : candidates) {
    if (candidate.size() > longest_word) continue;
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

std::vector<std::string_view> nearest_first(std::string_view word,
                                            std::vector<std::string_view> candidates) {
  constexpr std::size_t farthest = 8;
  constexpr std::size_t longest = 24;  // what is longer resembles none of our words
  if (word.size() > longest) return candidates;
  const auto distance = [&](std::string_view candidate) {
    return candidate.size() > longest ? farthest + 1 : edits_between(word, candidate, farthest);
  };
  std::ranges::stable_sort(candidates, {}, distance);
  return candidates;
}

}  // namespace bcp
