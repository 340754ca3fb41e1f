#include "render/width.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <utf8proc.h>

namespace bcp::cli {

namespace {

struct Cluster {
  std::string_view text;
  std::size_t width = 0;
};

bool is_regional_indicator(utf8proc_int32_t point) { return point >= 0x1F1E6 && point <= 0x1F1FF; }

std::vector<Cluster> clusters(std::string_view text) {
  std::vector<Cluster> found;
  utf8proc_int32_t before = -1;
  utf8proc_int32_t state = 0;
  while (!text.empty()) {
    utf8proc_int32_t point = -1;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    const utf8proc_ssize_t read =
        utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &point);
    const std::size_t length = read > 0 ? static_cast<std::size_t>(read) : 1;
    const auto width = static_cast<std::size_t>(point < 0 ? 1 : utf8proc_charwidth(point));
    if (before < 0 || point < 0 || utf8proc_grapheme_break_stateful(before, point, &state)) {
      found.push_back({text.substr(0, length), width});
    } else {
      Cluster& last = found.back();
      last.text = {last.text.data(), last.text.size() + length};
      last.width = is_regional_indicator(point) ? 2 : std::max(last.width, width);
    }
    before = point;
    text.remove_prefix(length);
  }
  return found;
}

/// All that stands in one pair of backticks is one word if it fits into a line: it is there to be copied.
std::string_view first_word(std::string_view text, std::size_t width) {
  const std::string_view word = text.substr(0, text.find(' '));
  if (std::ranges::count(word, '`') % 2 == 0) return word;
  const std::size_t end = text.find('`', word.size());
  if (end == std::string_view::npos) return word;
  const std::string_view quoted = text.substr(0, text.find(' ', end));
  return display_width(quoted) <= width ? quoted : word;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char byte) { return byte >= ' ' && byte <= '~'; });
}

}  // namespace

std::size_t display_width(std::string_view text) {
  if (is_ascii(text)) return text.size();
  std::size_t width = 0;
  for (const Cluster& cluster : clusters(text)) width += cluster.width;
  return width;
}

std::string shortened(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string{text};
  std::string beginning;
  std::size_t taken = 1;  // the ellipsis
  for (const Cluster& cluster : clusters(text)) {
    if (taken + cluster.width > width) break;
    taken += cluster.width;
    beginning += cluster.text;
  }
  return beginning + "…";
}

std::string shortened_in_front(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string{text};
  const std::vector<Cluster> all = clusters(text);
  std::size_t taken = 1;
  auto begin = all.end();
  while (begin != all.begin() && taken + std::prev(begin)->width <= width)
    taken += (--begin)->width;
  std::string ending = "…";
  for (; begin != all.end(); ++begin) ending += begin->text;
  return ending;
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent,
                    std::size_t start) {
  std::string lines;
  std::size_t column = start;
  bool is_line_empty = true;
  while (!text.empty()) {
    const std::string_view word = first_word(text, width - std::min(indent, width));
    const std::size_t word_width = display_width(word);
    if (!is_line_empty && column + 1 + word_width > width) {
      lines += '\n';
      lines.append(indent, ' ');
      column = indent;
    } else if (!is_line_empty) {
      lines += ' ';
      ++column;
    }
    lines += word;
    column += word_width;
    is_line_empty = false;
    text.remove_prefix(std::min(word.size() + 1, text.size()));
  }
  return lines;
}

std::vector<std::string> chopped(std::string_view text, std::size_t width) {
  std::vector<std::string> pieces;
  std::string piece;
  std::size_t taken = 0;
  std::size_t seam = 0;  // length of the piece up to behind the last sign in its latter half
  for (const Cluster& cluster : clusters(text)) {
    if (taken + cluster.width > width && !piece.empty()) {
      std::string rest = seam > 0 ? piece.substr(seam) : std::string{};
      if (seam > 0) piece.resize(seam);
      pieces.push_back(std::exchange(piece, std::move(rest)));
      taken = display_width(piece);
      seam = 0;
    }
    piece += cluster.text;
    taken += cluster.width;
    if (taken > width / 2 && cluster.text.find_first_of("-._") != std::string_view::npos)
      seam = piece.size();
  }
  if (!piece.empty()) pieces.push_back(std::move(piece));
  return pieces;
}

}  // namespace bcp::cli
