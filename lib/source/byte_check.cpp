#include "source/byte_check.hpp"

#include <array>
#include <cstdint>
#include <cstdio>
#include <string_view>

namespace bcp {

namespace {

unsigned byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

bool is_utf_16_or_32(std::string_view text) {
  if (text.starts_with("\xFE\xFF") || text.starts_with("\xFF\xFE")) return true;
  if (text.size() < 2) return false;
  // Without a mark, ASCII in these encodings shows by its zero bytes.
  if ((text[0] == '\0') != (text[1] == '\0')) return true;
  const std::string_view zeros{"\0\0\0", 3};
  return text.starts_with(zeros) ? byte_at(text, 3) != 0 : text.starts_with(zeros.substr(1));
}

/// Length of the well-formed UTF-8 sequence at `at` (Unicode 15, table 3-7); 0: none.
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const unsigned lead = byte_at(text, at);
  const unsigned second = byte_at(text, at + 1);
  const auto is_tail = [&](std::size_t offset) {
    return (byte_at(text, at + offset) & 0xC0U) == 0x80U;
  };
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return is_tail(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const bool is_overlong = lead == 0xE0 && second < 0xA0;
    const bool is_surrogate = lead == 0xED && second > 0x9F;
    return is_tail(1) && is_tail(2) && !is_overlong && !is_surrogate ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const bool is_overlong = lead == 0xF0 && second < 0x90;
    const bool is_too_large = lead == 0xF4 && second > 0x8F;
    return is_tail(1) && is_tail(2) && is_tail(3) && !is_overlong && !is_too_large ? 4 : 0;
  }
  return 0;
}

bool is_refused_control(std::string_view text, std::size_t at) {
  const unsigned byte = byte_at(text, at);
  if (byte == '\r') return byte_at(text, at + 1) != '\n';
  if (byte < 0x20) return byte != '\t' && byte != '\n';
  if (byte == 0x7F) return true;
  // C1 controls are C2 80 … C2 9F; U+0085 is a line end of YAML 1.1, which nobody can see.
  return byte == 0xC2 && byte_at(text, at + 1) < 0xA0;
}

std::string code_point_name(std::string_view text, std::size_t at) {
  const unsigned byte = byte_at(text, at);
  std::array<char, 16> name{};
  std::snprintf(name.data(), name.size(), "U+%04X", byte == 0xC2 ? byte_at(text, at + 1) : byte);
  return name.data();
}

Span span_at(FileId file, std::size_t begin, std::size_t length) {
  return {file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + length)};
}

}  // namespace

std::size_t byte_order_marks(std::string_view text) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  std::size_t end = 0;
  while (text.substr(end).starts_with(mark)) end += mark.size();
  return end;
}

bool check_bytes(std::string& text, FileId file, Diagnostics& found) {
  text.erase(0, byte_order_marks(text));
  if (is_utf_16_or_32(text)) {
    found
        .add(Code::other_encoding, span_at(file, 0, 0),
             tr("the file is written in UTF-16 or UTF-32"))
        .help = tr("save it as UTF-8");
    return false;
  }
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = sequence_length(text, at);
    if (length == 0) {
      found.add(Code::invalid_utf8, span_at(file, at, 1), tr("this byte is not UTF-8")).help =
          tr("save the file as UTF-8; older editors on Windows write another encoding");
      return false;
    }
    if (is_refused_control(text, at)) {
      found
          .add(Code::control_character, span_at(file, at, length),
               tr("the control character {code_point} stands in the text",
                  {{"code_point", code_point_name(text, at)}}))
          .help = tr("delete it; only tabs and line ends may stand in a plan");
      return false;
    }
    at += length;
  }
  return true;
}

}  // namespace bcp
