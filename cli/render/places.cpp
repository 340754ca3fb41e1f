#include "render/places.hpp"

#include <algorithm>

namespace bcp::cli {

namespace {

constexpr std::uint32_t stride = 1024;

bool begins_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

}  // namespace

Places::Mark Places::mark(FileId file, std::uint32_t offset) {
  const std::string_view text = files_[file].text;
  offset = std::min(offset, static_cast<std::uint32_t>(text.size()));
  const auto step = [&](Mark& at, std::uint32_t byte) {
    if (text[byte] == '\n') {
      at = {{at.position.line + 1, 1}, byte + 1};
    } else if (begins_code_point(text[byte])) {
      ++at.position.column;
    }
  };
  std::vector<Mark>& marks = marks_[file.value];
  if (marks.empty()) {
    Mark at;
    for (std::uint32_t byte = 0; byte < text.size(); ++byte) {
      if (byte % stride == 0) marks.push_back(at);
      step(at, byte);
    }
    marks.push_back(at);
  }
  const std::uint32_t nearest =
      std::min(offset / stride, static_cast<std::uint32_t>((text.size() + stride - 1) / stride));
  Mark at = marks[nearest];
  for (std::uint32_t byte = nearest * stride; byte < offset; ++byte) step(at, byte);
  return at;
}

Position Places::position(FileId file, std::uint32_t offset) { return mark(file, offset).position; }

Places::Line Places::line(FileId file, std::uint32_t offset) {
  const std::uint32_t begin = mark(file, offset).line_begin;
  std::string_view text = std::string_view{files_[file].text}.substr(begin);
  text = text.substr(0, text.find('\n'));
  if (text.ends_with('\r')) text.remove_suffix(1);
  return {text, begin};
}

}  // namespace bcp::cli
