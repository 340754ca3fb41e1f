#include "help.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>

#include "render/width.hpp"

namespace bcp::cli {

namespace {

constexpr std::size_t margin = 2;
constexpr std::size_t widest_term = 22;

/// Writes a page of help: headings, paragraphs, and terms with what they mean beside them.
class Page {
public:
  Page(const Language& language, const Style& style) : language_(language), style_(style) {}

  void paragraph(const std::string& text) { text_ += wrapped(text, style_.width) + '\n'; }
  void heading(const Text& text) {
    text_ += '\n' + painted(language_.say(text), Ink::strong, style_) + '\n';
  }

  void line(std::string_view text) { text_ += std::string(margin, ' ') + std::string{text} + '\n'; }

  /// Terms of one list share a column; a longer one has its meaning on the next line.
  void term(const std::string& term, const std::string& meaning, std::size_t column) {
    text_ += std::string(margin, ' ') + term;
    const std::size_t width = margin + display_width(term);
    if (width + 2 > column) text_ += '\n';
    text_ += std::string(width + 2 > column ? column : column - width, ' ');
    text_ += wrapped(meaning, style_.width, column, column) + '\n';
  }

  [[nodiscard]] std::string text() && { return std::move(text_); }

private:
  const Language& language_;
  const Style& style_;
  std::string text_;
};

std::string listed(const std::vector<std::string_view>& words) {
  std::string list;
  for (const std::string_view word : words) list += (list.empty() ? "" : ", ") + std::string{word};
  return list;
}

/// The texts of options are kept by CLI11 as English sentences.
std::string said(const std::string& sentence, const Language& language,
                 const std::string& formats) {
  return language.say({.msgid = sentence,
                       .plural = {},
                       .context = {},
                       .count = 1,
                       .arguments = {{"formats", formats}}});
}

/// `-o, --output FILE`
std::string term_of(const CLI::Option& option, const Language& language) {
  if (option.get_positional()) {
    const std::string several = option.get_expected_max() > 1 ? "…" : "";
    return (option.get_type_name().empty() ? option.get_name()
                                           : said(option.get_type_name(), language, {})) +
           several;
  }
  std::string term;
  for (const std::string& name : option.get_snames()) term += '-' + name + ", ";
  for (const std::string& name : option.get_lnames()) term += "--" + name;
  if (option.get_expected_max() > 0) term += ' ' + said(option.get_type_name(), language, {});
  return term;
}

std::vector<const CLI::Option*> options_of(const CLI::App& app, const std::string& group) {
  return app.get_options([&](const CLI::Option* option) { return option->get_group() == group; });
}

void add_options(Page& page, const std::vector<const CLI::Option*>& options,
                 const Language& language, const std::string& formats) {
  std::size_t column = 0;
  for (const CLI::Option* option : options) {
    const std::size_t width = display_width(term_of(*option, language));
    if (width <= widest_term) column = std::max(column, width);
  }
  for (const CLI::Option* option : options) {
    page.term(term_of(*option, language), said(option->get_description(), language, formats),
              margin + column + 2);
  }
}

void add_commands(Page& page, const Language& language) {
  std::size_t column = 0;
  for (const Command& command : commands()) column = std::max(column, command.name.size());
  page.heading(tr("Commands"));
  for (const Command& command : commands()) {
    page.term(std::string{command.name}, language.say(command.summary), margin + column + 2);
  }
}

void add_statuses(Page& page, const Text& falls_short, const Text& cannot_run,
                  const Language& language) {
  page.heading(tr("Exit status"));
  page.term("0", language.say(tr("all is well")), margin + 3);
  if (!falls_short.empty()) page.term("1", language.say(falls_short), margin + 3);
  page.term("2",
            language.say(cannot_run.empty() ? tr("it could not be run: usage, an unreadable file, "
                                                 "a plan that is not well-formed")
                                            : cannot_run),
            margin + 3);
}

std::string usage(const std::string& words, const Language& language) {
  return language.say(tr("Usage: bcp {words}", {{"words", words}}));
}

Text motto() {
  return tr("Continuity planning as code: asks a plan what it can do, before the crisis does.");
}

std::string command_words(const Language& language) {
  return language.say(tr("COMMAND [PLAN] [options]"));
}

}  // namespace

std::string short_help(const Language& language, const Style& style) {
  Page page{language, style};
  page.paragraph(usage(command_words(language), language));
  add_commands(page, language);
  page.paragraph({});
  page.paragraph(
      language.say(tr("`bcp help COMMAND` says more about one of them, `bcp --help` about all.")));
  return std::move(page).text();
}

std::string program_help(const CLI::App& app, const Language& language, const Style& style) {
  Page page{language, style};
  page.paragraph(language.say(motto()));
  page.paragraph({});
  page.paragraph(usage(command_words(language), language));
  add_commands(page, language);
  page.heading(common_group());
  add_options(page, options_of(app, std::string{common_group().msgid}), language,
              language.say(tr("text, json and others; see the command's help")));
  add_statuses(page, tr("the plan was understood and falls short"),
               tr("it could not be run: usage, an unreadable file, a plan that is not well-formed "
                  "(with `validate` that is 1)"),
               language);
  page.heading(tr("Examples"));
  page.line("bcp init continuity");
  page.line("bcp gap-report continuity");
  return std::move(page).text();
}

std::string command_help(const CLI::App& app, const Command& command, const Language& language,
                         const Style& style) {
  const auto own = [](const CLI::Option* option) {
    return option->get_group() != common_group().msgid;
  };
  const std::vector<const CLI::Option*> options = app.get_options(own);
  const auto operand = std::ranges::find_if(options, &CLI::Option::get_positional);
  const std::string operand_word =
      operand == options.end() ? "" : " [" + term_of(**operand, language) + ']';
  const std::string asked = command.asks_for.empty() ? "" : ' ' + std::string{command.asks_for};

  Page page{language, style};
  page.paragraph(language.say(command.summary));
  page.paragraph({});
  page.paragraph(usage(std::string{command.name} + operand_word + asked + " [options]", language));
  page.heading(tr("Options"));
  add_options(page, options, language, {});
  page.heading(common_group());
  add_options(page, options_of(app, std::string{common_group().msgid}), language,
              listed(command.formats));
  add_statuses(page, command.falls_short, command.cannot_run, language);
  page.heading(tr("Examples"));
  for (const std::string_view example : command.examples) page.line(example);
  return std::move(page).text();
}

}  // namespace bcp::cli
