#include "source/yaml_layout.hpp"

#include <algorithm>

#include "source/scalar_extent.hpp"

namespace bcp {

namespace {

constexpr std::size_t npos = std::string_view::npos;

std::size_t next_line(std::string_view source, std::size_t at) {
  const std::size_t end = source.find('\n', at);
  return end == npos ? source.size() : end + 1;
}

/// The first byte at or behind `at` that is no blank, in the same line; at its end the line end.
std::size_t content_of(std::string_view source, std::size_t at) {
  return std::min(source.find_first_not_of(" \t\r", at), source.size());
}

}  // namespace

std::size_t too_far_left(std::string_view source, std::size_t begin, std::size_t end,
                         std::size_t column) {
  std::size_t line = source.substr(0, end).find('\n', begin);
  for (; line != npos; line = source.substr(0, end).find('\n', line)) {
    ++line;
    const std::size_t content = content_of(source, line);
    if (content >= end || source[content] == '\n' || source[content] == '#') continue;
    const std::size_t spaces = source.find_first_not_of(' ', line) - line;
    const bool closes = source[content] == ']' || source[content] == '}';
    if (spaces + (closes ? 1 : 0) < column) return content;
  }
  return npos;
}

std::size_t glued_comment(std::string_view source, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end; ++at) {
    if (source[at] != '#') continue;
    if (at == 0 || !is_blank(source[at - 1])) return at;
    at = next_line(source, at) - 1;
  }
  return npos;
}

std::optional<std::size_t> escaped_apostrophe(std::string_view source, std::size_t begin,
                                              std::size_t end) {
  const std::string_view text = source.substr(0, end);
  for (std::size_t at = text.find('\\', begin); at != npos; at = text.find('\\', at + 2)) {
    if (at + 1 < end && text[at + 1] == '\'') return at + 2;
  }
  return std::nullopt;
}

std::optional<std::size_t> overlong_empty_line(std::string_view source, std::size_t header_end,
                                               std::size_t column) {
  std::size_t longest = 0;
  std::optional<std::size_t> where;
  for (std::size_t line = next_line(source, header_end); line < source.size();
       line = next_line(source, line)) {
    const std::size_t content = std::min(source.find_first_not_of(' ', line), source.size());
    const std::size_t spaces = content - line;
    const bool is_empty = content == source.size() || source[content] == '\n' ||
                          source.substr(content).starts_with("\r\n");
    if (!is_empty) return spaces >= column && longest > spaces ? where : std::nullopt;
    if (spaces <= longest) continue;
    longest = spaces;
    where = line;
  }
  return std::nullopt;
}

}  // namespace bcp
