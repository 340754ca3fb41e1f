#include "render/escape.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

namespace bcp::cli {

namespace {

bool is_bidirectional_control(utf8proc_int32_t point) {
  return point == 0x061C || point == 0x200E || point == 0x200F ||
         (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

/// C0, DEL, C1, the line ends of Unicode, and what turns the direction of a line.
bool is_acting(utf8proc_int32_t point) {
  return point < 0x20 || (point >= 0x7F && point <= 0x9F) || point == 0x2028 || point == 0x2029 ||
         is_bidirectional_control(point);
}

/// The code point at the beginning of `text` and its length in bytes; -1 and 1 where there is none.
struct CodePoint {
  utf8proc_int32_t value;
  std::size_t length;
};

CodePoint first_code_point(std::string_view text) {
  utf8proc_int32_t point = -1;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const utf8proc_ssize_t length =
      utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &point);
  if (length <= 0) return {-1, 1};
  return {point, static_cast<std::size_t>(length)};
}

std::string escaped(utf8proc_int32_t point) {
  switch (point) {
    case '\n': return "\\n";
    case '\t': return "\\t";
    case '\r': return "\\r";
    default: return fmt::format("\\u{{{:x}}}", point);
  }
}

/// `##[group]`, `##vso[…]`: build servers look for these anywhere in a line.
bool begins_command(std::string_view text) {
  if (!text.starts_with("##")) return false;
  const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz", 2);
  return end != std::string_view::npos && text[end] == '[';
}

}  // namespace

std::string plain(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    if (point.value < 0) {
      shown += "\uFFFD";
    } else if (is_acting(point.value)) {
      shown += escaped(point.value);
    } else if (begins_command(text)) {
      shown += escaped(point.value);
    } else {
      shown += text.substr(0, point.length);
    }
    text.remove_prefix(point.length);
  }
  return shown;
}

std::string json_escaped(std::string_view document) {
  std::string shown;
  shown.reserve(document.size());
  while (!document.empty()) {
    const CodePoint point = first_code_point(document);
    if (begins_command(document) || (point.value >= 0x20 && is_acting(point.value))) {
      shown += fmt::format("\\u{:04x}", point.value);
    } else {
      shown += document.substr(0, point.length);
    }
    document.remove_prefix(point.length);
  }
  return shown;
}

std::string without_commands(std::string output) {
  for (std::size_t line = 0; line < output.size();) {
    const std::size_t text = output.find_first_not_of(" \t", line);
    if (text != std::string::npos && output.compare(text, 2, "::") == 0)
      output.replace(text, 1, "\\u{3a}");
    const std::size_t end = output.find('\n', line);
    if (end == std::string::npos) break;
    line = end + 1;
  }
  return output;
}

}  // namespace bcp::cli
