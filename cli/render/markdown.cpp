#include "render/markdown.hpp"

#include "render/escape.hpp"

namespace bcp::cli {

namespace {

bool is_word(char byte) {
  return (static_cast<unsigned char>(byte) & 0x80U) != 0 ||
         std::isalnum(static_cast<unsigned char>(byte)) != 0;
}

std::string row_of(const std::vector<std::string>& cells) {
  std::string row = "|";
  for (const std::string& cell : cells) row += ' ' + cell + (cell.empty() ? "|" : " |");
  return row + '\n';
}

}  // namespace

std::string markdown_text(std::string_view text) {
  constexpr std::string_view marks = "\\`*_{}[]<>()#+!|~&$";
  const std::string shown = plain(text);
  std::string escaped;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const char byte = shown[i];
    const bool is_followed_by_word = i + 1 < shown.size() && is_word(shown[i + 1]);
    if (marks.find(byte) != std::string_view::npos) escaped += '\\';
    escaped += byte;
    // Hosts of repositories find mentions, issues and addresses in the finished text, where a backslash is gone.
    if ((byte == '@' || byte == '#') && is_followed_by_word) escaped += "<!-- -->";
    if (byte == ':' && shown.compare(i + 1, 2, "//") == 0) escaped += "<!-- -->";
    if (byte == '.' && is_followed_by_word && i >= 3 && shown.compare(i - 3, 3, "www") == 0)
      escaped += "<!-- -->";
  }
  return escaped;
}

std::string markdown_table(const std::vector<MarkdownColumn>& columns,
                           const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::string> titles;
  std::vector<std::string> rules;
  for (const MarkdownColumn& column : columns) {
    titles.push_back(column.title);
    rules.emplace_back(column.is_number ? "---:" : "---");
  }
  std::string table = row_of(titles) + row_of(rules);
  for (const std::vector<std::string>& row : rows) table += row_of(row);
  return table;
}

}  // namespace bcp::cli
