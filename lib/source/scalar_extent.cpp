#include "source/scalar_extent.hpp"

#include <algorithm>

namespace bcp {

namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view tag_characters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-#;/?:@&=+$_.~*'()%!";

std::size_t find_or_end(std::size_t found, std::string_view source) {
  return std::min(found, source.size());
}

std::optional<std::size_t> end_of_double_quoted(std::string_view source, std::size_t begin) {
  for (std::size_t at = begin + 1; at < source.size(); ++at) {
    if (source[at] == '\\') {
      ++at;
    } else if (source[at] == '"') {
      return at + 1;
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> end_of_single_quoted(std::string_view source, std::size_t begin) {
  for (std::size_t at = begin + 1; at < source.size(); ++at) {
    if (source[at] != '\'') continue;
    if (at + 1 == source.size() || source[at + 1] != '\'') return at + 1;
    ++at;  // a doubled quote is one in the text
  }
  return std::nullopt;
}

/// A plain scalar differs from its text in white space alone, where lines are folded.
std::size_t end_of_plain(std::string_view source, std::size_t begin, std::string_view value) {
  if (source.substr(begin).starts_with(value)) return begin + value.size();
  std::size_t end = begin;
  for (const char byte : value) {
    if (is_blank(byte)) continue;
    while (end < source.size() && is_blank(source[end])) ++end;
    if (end < source.size()) ++end;
  }
  return end;
}

}  // namespace

bool is_blank(char byte) { return blanks.find(byte) != std::string_view::npos; }

std::size_t skip_space(std::string_view source, std::size_t at) {
  while (at < source.size() && (is_blank(source[at]) || source[at] == '#')) {
    at = source[at] == '#' ? find_or_end(source.find('\n', at), source) : at + 1;
  }
  return at;
}

std::size_t property_end(std::string_view source, std::size_t begin) {
  if (source.substr(begin).starts_with("!<")) {
    return find_or_end(find_or_end(source.find('>', begin), source) + 1, source);
  }
  return find_or_end(source[begin] == '!' ? source.find_first_not_of(tag_characters, begin)
                                          : source.find_first_of(" \t\r\n,[]{}", begin),
                     source);
}

std::size_t skip_properties(std::string_view source, std::size_t at, int most) {
  for (; most > 0 && at < source.size() && (source[at] == '&' || source[at] == '!'); --most) {
    at = skip_space(source, property_end(source, at));
  }
  return at;
}

bool begins_quoted(std::string_view source, std::size_t at) {
  return at < source.size() && std::string_view{"\"'|>"}.find(source[at]) != std::string_view::npos;
}

std::optional<std::size_t> scalar_end(std::string_view source, std::size_t begin,
                                      std::string_view value) {
  if (begin >= source.size()) return source.size();
  switch (source[begin]) {
    case '"': return end_of_double_quoted(source, begin);
    case '\'': return end_of_single_quoted(source, begin);
    case '|':
    case '>': return find_or_end(source.find_first_not_of("+-0123456789", begin + 1), source);
    default: return end_of_plain(source, begin, value);
  }
}

std::string_view null_word_at(std::string_view source, std::size_t at) {
  constexpr std::string_view terminators = " \t\r\n,[]{}:";
  const std::string_view rest = source.substr(at);
  for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
    if (!rest.starts_with(word)) continue;
    const bool ends =
        rest.size() == word.size() || terminators.find(rest[word.size()]) != std::string_view::npos;
    return ends ? word : std::string_view{};
  }
  return {};
}

std::size_t bracket_end(std::string_view source, std::size_t begin, std::size_t end_of_last) {
  const std::string_view from = source.substr(begin);
  if (!from.starts_with('[') && !from.starts_with('{')) return end_of_last;
  std::size_t at = skip_space(source, end_of_last);
  while (at < source.size() && (source[at] == ',' || source[at] == ':')) {
    at = skip_space(source, at + 1);
  }
  const bool is_closed = at < source.size() && source[at] == (from[0] == '[' ? ']' : '}');
  return is_closed ? at + 1 : end_of_last;
}

std::size_t line_begin(std::string_view source, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : source.rfind('\n', at - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

bool is_indented_by_tab(std::string_view source, std::size_t at) {
  const std::size_t line = line_begin(source, at);
  const std::size_t content = find_or_end(source.find_first_not_of(" \t", line), source);
  return content >= at && source.substr(line, content - line).find('\t') != std::string_view::npos;
}

std::size_t character_end(std::string_view source, std::size_t at) {
  const auto is_tail = [&] {
    return at < source.size() && (static_cast<unsigned char>(source[at]) & 0xC0U) == 0x80U;
  };
  if (at < source.size()) ++at;
  while (is_tail()) ++at;
  return at;
}

}  // namespace bcp
