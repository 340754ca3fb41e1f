#include "render/excerpt.hpp"

#include <algorithm>
#include <string_view>

#include "render/escape.hpp"
#include "render/width.hpp"

namespace bcp::cli {

namespace {

bool continues_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

std::string_view last_bytes(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  text.remove_prefix(text.size() - most);
  while (!text.empty() && continues_code_point(text.front())) text.remove_prefix(1);
  return text;
}

std::string_view first_bytes(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && continues_code_point(text[most])) --most;
  return text.substr(0, most);
}

std::string shown(std::string_view text) {
  std::string without_tabs;
  for (const char byte : text) {
    if (byte == '\t') {
      without_tabs += "    ";
    } else {
      without_tabs += byte;
    }
  }
  return plain(without_tabs);
}

}  // namespace

Excerpt excerpt_of(const Places::Line& line, Span at, std::size_t width) {
  const std::size_t enough = 8 * width;  // bytes that fill the width whatever they are
  const std::size_t from = std::min<std::size_t>(at.begin - line.begin, line.text.size());
  const std::size_t to = std::clamp<std::size_t>(at.end < at.begin ? from : at.end - line.begin,
                                                 from, line.text.size());
  const std::string_view before = line.text.substr(0, from);
  const std::string_view near = last_bytes(before, enough);
  const std::string_view meant = first_bytes(line.text.substr(from, to - from), enough);

  std::string front = shown(near);
  const bool is_cut = near.size() < before.size();
  if (is_cut || display_width(front) > width * 2 / 3)
    front = shortened_in_front(is_cut ? "…" + front : front, width / 3);

  Excerpt excerpt;
  excerpt.begin = display_width(front);
  excerpt.text = shortened(front + shown(first_bytes(line.text.substr(from), enough)), width);
  excerpt.length = std::clamp<std::size_t>(display_width(shown(meant)), 1,
                                           width - std::min(width - 1, excerpt.begin));
  return excerpt;
}

}  // namespace bcp::cli
