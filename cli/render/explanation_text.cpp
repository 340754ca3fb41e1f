// Codes and their explanations on a terminal.
#include <algorithm>

#include "explanations.hpp"
#include "render/escape.hpp"
#include "render/explanation_pages.hpp"
#include "render/findings.hpp"
#include "render/width.hpp"

namespace bcp::cli {

namespace {

constexpr std::size_t margin = 2;

/// A file that is text at all shows its lines; UTF-16 does not.
bool is_text(const std::string& plan) { return plan.find('\0') == std::string::npos; }

std::string set_in(const std::string& line) {
  return line.empty() ? "\n" : std::string(margin, ' ') + line + '\n';
}

/// Lines of whatever bytes, each shown as it is.
std::string quoted(const std::string& text) {
  std::string lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines += set_in(plain(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return lines;
}

/// Lines that the program has written itself.
std::string repeated(const std::string& text) {
  std::string lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines += set_in(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::string heading(const Text& title, const Language& language, const Style& style) {
  return '\n' + painted(language.say(title), Ink::strong, style) + '\n';
}

std::string paragraph(const Text& text, const Language& language, const Style& style) {
  return std::string(margin, ' ') + wrapped(language.say(text), style.width, margin, margin) + '\n';
}

std::string changes(const Example& example, const Style& style) {
  const ChangedLines changed =
      changed_lines(is_text(example.plan) ? example.plan : std::string{}, example.mended);
  std::string lines;
  for (const std::string& line : changed.before)
    lines += set_in(painted("- " + plain(line), Ink::red, style));
  for (const std::string& line : changed.after)
    lines += set_in(painted("+ " + plain(line), Ink::green, style));
  return lines;
}

}  // namespace

std::string code_count_line(const Language& language) {
  const std::size_t count = all_codes().size();
  return language.say(tr_n("{count} kind of finding", "{count} kinds of findings", count,
                           {{"count", number(static_cast<std::int64_t>(count))}})) +
         '\n';
}

std::string code_list_text(const Language& language, const Style& style) {
  std::size_t column = 0;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note})
    column = std::max(column, display_width(language.say(word_for(severity))));
  std::string page = code_count_line(language);
  const Area* area = nullptr;
  for (const CodeInfo& info : all_codes()) {
    if (const Area& own = area_of(info.code); &own != area) {
      page += heading(own.title, language, style);
      area = &own;
    }
    const std::string severity = language.say(word_for(info.severity));
    const std::string start = std::string(margin, ' ') + code_text(info.code) + "  " + severity +
                              std::string(column - display_width(severity) + 2, ' ');
    const std::size_t indent = display_width(start);
    page += start + wrapped(language.say(info.title), style.width, indent, indent) + '\n';
  }
  page += '\n' +
          wrapped(language.say(tr("`bcp explain BCP1203` says what one means, shows it on a "
                                  "plan, and how to mend it.")),
                  style.width) +
          '\n';
  return page;
}

std::string code_line(Code code, const Language& language) {
  return code_text(code) + language.say(tr_c("punctuation", ": ")) +
         language.say(info_of(code).title) + '\n';
}

std::string code_page_text(const ExplainedCode& explained, const Language& language,
                           const Style& style) {
  const CodeInfo& info = info_of(explained.code);
  const Explanation& explanation = explanation_of(explained.code);
  const Example& example = explained.example;
  std::string title = code_line(explained.code, language);
  title.pop_back();
  std::string page = painted(wrapped(title, style.width, margin), Ink::strong, style) + '\n';
  page += std::string{info.name} + ", " + language.say(word_for(info.severity)) + ", " +
          language.say(area_of(info.code).title) + '\n';
  page += heading(tr("What it means"), language, style);
  page += paragraph(explanation.means, language, style);
  page += heading(tr("Why it matters for continuity"), language, style);
  page += paragraph(explanation.matters, language, style);
  page += heading(tr("Example"), language, style);
  if (is_text(example.plan)) page += quoted(example.plan) + '\n';
  page += set_in("$ " + example.command) + repeated(example.output);
  page += heading(tr("Mended"), language, style) + changes(example, style);
  page += heading(tr("How to mend it"), language, style);
  page += paragraph(explanation.mend, language, style);
  return page;
}

std::string code_help_text(Code code, const Language& language) {
  const Explanation& explanation = explanation_of(code);
  return language.say(explanation.means) + "\n\n" + language.say(explanation.matters) + "\n\n" +
         language.say(explanation.mend);
}

}  // namespace bcp::cli
