#include "marked_plan.hpp"

#include <algorithm>
#include <optional>

namespace bcp::cli {

namespace {

constexpr std::string_view command_line = "# bcp ";
constexpr std::size_t code_length = 7;

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

bool is_code(std::string_view text) {
  return text.size() == code_length && text.starts_with("BCP") &&
         std::ranges::all_of(text.substr(3), [](char c) { return c >= '0' && c <= '9'; });
}

/// The mark that a line is, without the line that it stands under.
std::optional<FaultMark> mark_of(std::string_view line) {
  line = line.substr(0, line.find_last_not_of(" \r\n") + 1);
  const std::size_t sign = line.find_first_not_of(' ');
  if (sign == line.npos || line[sign] != '#') return std::nullopt;
  const std::size_t caret = line.find_first_not_of(' ', sign + 1);
  if (caret == line.npos || line[caret] != '^') return std::nullopt;
  const std::size_t end = line.find_first_not_of('^', caret);
  if (end == line.npos || line[end] != ' ' || !is_code(line.substr(end + 1))) return std::nullopt;
  const std::size_t begin = caret == 1 ? 0 : caret;
  return FaultMark{.line = 0,
                   .column = static_cast<std::uint32_t>(begin + 1),
                   .end_column = static_cast<std::uint32_t>(end + 1),
                   .code = std::string{line.substr(end + 1)}};
}

bool has_command(std::string_view text) { return text.starts_with(command_line); }

}  // namespace

std::vector<FaultMark> marks_in(std::string_view text) {
  std::vector<FaultMark> marks;
  std::uint32_t number = 0;
  std::uint32_t last_of_plan = 0;
  for (const std::string_view line : lines_of(text)) {
    ++number;
    if (auto mark = mark_of(line)) {
      mark->line = last_of_plan;
      marks.push_back(*std::move(mark));
    } else {
      last_of_plan = number;
    }
  }
  return marks;
}

std::string without_marks(std::string_view text) {
  std::vector<std::string_view> lines = lines_of(text);
  if (has_command(text)) lines.erase(lines.begin());
  std::string plan;
  for (const std::string_view line : lines) {
    if (!mark_of(line)) plan += line;
  }
  return plan;
}

std::vector<std::string> words_to_show(std::string_view text, std::string_view plan) {
  if (!has_command(text)) return {"validate", std::string{plan}};
  std::string_view rest = text.substr(command_line.size());
  rest = rest.substr(0, rest.find('\n'));
  std::vector<std::string> words;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (end > 0) words.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  // The comment speaks of plan.yaml; the mended plan is asked the same.
  std::ranges::replace(words, std::string{"plan.yaml"}, std::string{plan});
  return words;
}

}  // namespace bcp::cli
