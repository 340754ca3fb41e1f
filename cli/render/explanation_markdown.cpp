// Codes and their explanations as documents: docs/codes.
#include <algorithm>

#include <fmt/format.h>

#include "explanations.hpp"
#include "render/escape.hpp"
#include "render/explanation_pages.hpp"
#include "render/findings.hpp"
#include "render/markdown.hpp"
#include "render/width.hpp"

namespace bcp::cli {

namespace {

constexpr std::size_t width = 120;

std::string heading(const Text& title, const Language& language) {
  return "\n## " + language.say(title) + "\n\n";
}

/// The sentences are Markdown already: what is typed stands in backticks.
std::string paragraph(const Text& text, const Language& language) {
  return wrapped(language.say(text), width) + '\n';
}

/// Lines of whatever bytes, with something in front of each.
std::string lines_of(const std::string& text, std::string_view front = {}) {
  std::string lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines += std::string{front} + plain(text.substr(begin, end - begin)) + '\n';
    begin = end + 1;
  }
  return lines;
}

std::string fenced(std::string_view kind, const std::string& lines) {
  return "```" + std::string{kind} + '\n' + lines + "```\n";
}

}  // namespace

std::string code_list_markdown(const Language& language) {
  std::string page = "# " + code_count_line(language);
  std::vector<std::vector<std::string>> rows;
  const auto finish_area = [&] {
    if (!rows.empty())
      page += markdown_table(
          {{"code"}, {language.say(tr("severity"))}, {language.say(tr("what it is"))}}, rows);
    rows.clear();
  };
  const Area* area = nullptr;
  for (const CodeInfo& info : all_codes()) {
    if (const Area& own = area_of(info.code); &own != area) {
      finish_area();
      page += heading(own.title, language);
      area = &own;
    }
    const std::string code = code_text(info.code);
    rows.push_back({fmt::format("[{0}]({0}.md)", code), language.say(word_for(info.severity)),
                    language.say(info.title)});
  }
  finish_area();
  return page;
}

std::string code_page_markdown(const ExplainedCode& explained, const Language& language) {
  const CodeInfo& info = info_of(explained.code);
  const Explanation& explanation = explanation_of(explained.code);
  const Example& example = explained.example;
  const bool is_text = example.plan.find('\0') == std::string::npos;
  const ChangedLines changed =
      changed_lines(is_text ? example.plan : std::string{}, example.mended);

  std::string page = "# " + code_line(info.code, language) + '\n';
  page += '`' + std::string{info.name} + "`, " + language.say(word_for(info.severity)) + ", " +
          language.say(area_of(info.code).title) + '\n';
  page += heading(tr("What it means"), language) + paragraph(explanation.means, language);
  page += heading(tr("Why it matters for continuity"), language) +
          paragraph(explanation.matters, language);
  page += heading(tr("Example"), language);
  if (is_text) page += fenced("yaml", lines_of(example.plan)) + '\n';
  page += fenced("console", "$ " + example.command + '\n' + example.output);
  std::string changes;
  for (const std::string& line : changed.before) changes += "-" + plain(line) + '\n';
  for (const std::string& line : changed.after) changes += "+" + plain(line) + '\n';
  page += heading(tr("Mended"), language) + fenced("diff", changes);
  page += heading(tr("How to mend it"), language) + paragraph(explanation.mend, language);
  return page;
}

std::string code_help_markdown(Code code, const Language& language) {
  const Explanation& explanation = explanation_of(code);
  return language.say(explanation.means) + '\n' +
         heading(tr("Why it matters for continuity"), language) +
         language.say(explanation.matters) + '\n' + heading(tr("How to mend it"), language) +
         language.say(explanation.mend) + '\n';
}

}  // namespace bcp::cli
