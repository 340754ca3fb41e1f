// How do texts and tables look in Markdown, whatever they hold?
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/language.hpp"

namespace bcp::cli {

/// Text that is shown as it is: no emphasis, link, image, HTML, mention or table cell begins or ends in it.
[[nodiscard]] std::string markdown_text(std::string_view text);

/// Columns of a table; its rows hold Markdown already.
struct MarkdownColumn {
  std::string title;
  bool is_number = false;
};
[[nodiscard]] std::string markdown_table(const std::vector<MarkdownColumn>& columns,
                                         const std::vector<std::vector<std::string>>& rows);

/// The sentences, columns and sections of a document in one language.
class MarkdownPage {
public:
  explicit MarkdownPage(const Language& language) : language_(language) {}

  [[nodiscard]] std::string say(const Text& text) const {
    return markdown_text(language_.say(text));
  }
  [[nodiscard]] MarkdownColumn column(const Text& title, bool is_number = false) const {
    return {say(title), is_number};
  }
  [[nodiscard]] std::string heading(const Text& title) const {
    return "\n## " + say(title) + "\n\n";
  }
  [[nodiscard]] std::string section(const Text& title, const std::string& body) const {
    return heading(title) + body;
  }

private:
  const Language& language_;
};

}  // namespace bcp::cli
