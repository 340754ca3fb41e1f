// How do texts and tables look in Markdown, whatever they hold?
#pragma once

#include <string>
#include <string_view>
#include <vector>

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

}  // namespace bcp::cli
