#include "source/comments.hpp"

#include <algorithm>

namespace bcp {

namespace {

constexpr std::string_view blanks = " \t";

std::size_t or_end(std::size_t found, std::string_view source) {
  return std::min(found, source.size());
}

std::size_t spaces_before(std::string_view line) {
  return or_end(line.find_first_not_of(' '), line);
}

/// Where a `#` is text: in quotes from the one to the other, in a block scalar from the line behind its header on.
struct Extent {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The lines of a block scalar whose header ends at `header_end` and which reads `text`.
Extent block_extent(std::string_view source, std::size_t header_end, std::string_view text) {
  const std::size_t begin = or_end(source.find('\n', header_end), source);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {begin, begin};
  const std::size_t before = text.rfind('\n', first);
  const std::size_t own_spaces =
      spaces_before(text.substr(before == std::string_view::npos ? 0 : before + 1));

  std::size_t indentation = std::string_view::npos;
  std::size_t at = begin;
  while (at < source.size()) {
    const std::size_t next = or_end(source.find('\n', at + 1), source);
    const std::string_view line = source.substr(at + 1, next - at - 1);
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
      const std::size_t spaces = spaces_before(line);
      if (indentation == std::string_view::npos)
        indentation = spaces - std::min(spaces, own_spaces);
      if (spaces < indentation) break;
    }
    at = next;
  }
  return {begin, at};
}

Extent extent_of(const Document& document, const DocumentNode& scalar) {
  const char first = scalar.begin < document.source.size() ? document.source[scalar.begin] : ' ';
  const bool is_block = scalar.quoted && (first == '|' || first == '>');
  return is_block ? block_extent(document.source, scalar.end, document.text(scalar))
                  : Extent{scalar.begin, scalar.end};
}

/// Where a `#` with `word` behind it stands as the beginning of a comment, or inside a scalar.
std::vector<std::size_t> candidates(std::string_view source, std::string_view word) {
  std::vector<std::size_t> found;
  for (std::size_t at = source.find('#'); at != std::string_view::npos;
       at = source.find('#', at + 1)) {
    const bool is_apart =
        at == 0 || std::string_view{" \t\n"}.find(source[at - 1]) != std::string_view::npos;
    const std::size_t behind = or_end(source.find_first_not_of(blanks, at + 1), source);
    if (is_apart && source.substr(behind).starts_with(word)) found.push_back(at);
  }
  return found;
}

}  // namespace

std::vector<Span> comments_beginning(const Document& document, std::string_view word) {
  std::vector<Span> comments;
  auto node = document.nodes.begin();
  Extent scalar;
  for (const std::size_t at : candidates(document.source, word)) {
    for (; node != document.nodes.end() && node->begin <= at; ++node) {
      if (node->shape == Shape::scalar) scalar = extent_of(document, *node);
    }
    if (scalar.begin <= at && at < scalar.end) continue;
    const std::string_view line =
        document.source.substr(at, or_end(document.source.find('\n', at), document.source) - at);
    const std::size_t end = at + line.find_last_not_of(" \t\r") + 1;
    comments.push_back(
        {document.file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
  }
  return comments;
}

}  // namespace bcp
