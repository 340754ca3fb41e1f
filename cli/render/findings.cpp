#include "render/findings.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "render/escape.hpp"
#include "render/excerpt.hpp"
#include "render/places.hpp"
#include "render/width.hpp"

namespace bcp::cli {

namespace {

Ink ink_of(Severity severity) {
  switch (severity) {
    case Severity::error: return Ink::red;
    case Severity::warning: return Ink::yellow;
    case Severity::note: break;
  }
  return Ink::blue;
}

std::string colon(const Language& language) { return language.say(tr_c("punctuation", ": ")); }

/// `= help: …` under a finding.
std::string remark(const Text& word, const Text& text, std::size_t gutter, const Language& language,
                   const Style& style) {
  const std::size_t start = gutter + 3;
  return std::string(gutter + 1, ' ') + painted("= ", Ink::blue, style) +
         wrapped(language.say(word) + colon(language) + language.say(text),
                 std::max(style.width, start + 40), start, start) +
         '\n';
}

/// Draws findings one after the other; knows where lines begin.
class FindingsPage {
public:
  FindingsPage(const SourceFiles& files, const Language& language, const Style& style)
      : places_(files),
        language_(language),
        style_(style) {}

  std::string text(const Diagnostic& found) {
    const Ink ink = ink_of(found.severity);
    const std::size_t gutter = gutter_width(found);
    const std::string kind =
        language_.say(word_for(found.severity)) + '[' + code_text(found.code) + ']';
    const std::string message = wrapped(colon(language_) + language_.say(found.message),
                                        style_.width, 2, display_width(kind));
    std::string lines = painted(kind, ink, style_) + painted(message, Ink::strong, style_) + '\n';
    lines += place(found.at, {}, '^', ink, gutter);
    for (const Label& label : found.also)
      lines += place(label.at, label.text, '-', Ink::blue, gutter);
    for (const Text& note : found.notes)
      lines += remark(tr("note"), note, gutter, language_, style_);
    if (found.help) lines += remark(tr("help"), *found.help, gutter, language_, style_);
    return lines + '\n';
  }

private:
  /// As wide as the greatest line number that will stand in it.
  std::size_t gutter_width(const Diagnostic& found) {
    std::uint32_t last = line_number(found.at);
    for (const Label& label : found.also) last = std::max(last, line_number(label.at));
    return std::to_string(last).size();
  }

  std::uint32_t line_number(Span at) {
    return places_.is_known(at.file) ? places_.position(at.file, at.begin).line : 1;
  }

  std::string place(Span at, const Text& label, char underline, Ink ink, std::size_t gutter) {
    if (!places_.is_known(at.file)) return {};
    const Position position = places_.position(at.file, at.begin);
    const std::size_t width = std::max<std::size_t>(style_.width, gutter + 43) - gutter - 3;
    const Excerpt excerpt = excerpt_of(places_.line(at.file, at.begin), at, width);
    const std::string bar = std::string(gutter + 1, ' ') + painted("|", Ink::blue, style_);
    const std::string number =
        painted(fmt::format("{:>{}} |", position.line, gutter), Ink::blue, style_);

    std::string lines = std::string(gutter, ' ') + painted("-->", Ink::blue, style_);
    lines += fmt::format(" {}:{}:{}\n{}\n", plain(places_.name(at.file)), position.line,
                         position.column, bar);
    lines += excerpt.text.empty() ? number + '\n' : number + ' ' + excerpt.text + '\n';
    lines += bar + ' ' + std::string(excerpt.begin, ' ') +
             painted(std::string(excerpt.length, underline), ink, style_);

    const std::string said = language_.say(label);
    if (said.empty()) return lines + '\n';
    const bool is_beside = excerpt.begin + excerpt.length + 1 + display_width(said) <= width;
    return lines + (is_beside ? " " : '\n' + bar + ' ') + painted(said, ink, style_) + '\n';
  }

  Places places_;
  const Language& language_;
  const Style& style_;
};

}  // namespace

Text word_for(Severity severity) {
  switch (severity) {
    case Severity::error: return tr("error");
    case Severity::warning: return tr("warning");
    case Severity::note: break;
  }
  return tr("note");
}

FindingCount count_of(const Diagnostics& found) {
  FindingCount count;
  for (const Diagnostic& one : found.all()) {
    if (one.is_suppressed()) {
      ++count.suppressed;
    } else if (one.severity == Severity::error) {
      ++count.errors;
    } else if (one.severity == Severity::warning) {
      ++count.warnings;
    } else {
      ++count.notes;
    }
  }
  return count;
}

std::vector<const Diagnostic*> chosen(const std::vector<Diagnostic>& all, std::size_t most) {
  std::vector<const Diagnostic*> shown;
  std::ranges::transform(all, std::back_inserter(shown),
                         [](const Diagnostic& found) { return &found; });
  if (most == 0 || shown.size() <= most) return shown;
  std::ranges::stable_sort(shown, {}, &Diagnostic::severity);
  shown.resize(most);
  std::ranges::sort(shown);  // `all` is in order, and so are its addresses
  return shown;
}

std::string findings_text(const std::vector<Diagnostic>& found, const SourceFiles& files,
                          std::size_t most, const Language& language, const Style& style) {
  const std::vector<const Diagnostic*> shown = chosen(found, most);
  FindingsPage page{files, language, style};
  std::string text;
  for (const Diagnostic* one : shown) text += page.text(*one);
  if (const std::size_t left_out = found.size() - shown.size(); left_out > 0) {
    text += language.say(tr_n("{count} more finding is not shown",
                              "{count} more findings are not shown", left_out,
                              {{"count", number(static_cast<std::int64_t>(left_out))}})) +
            '\n';
  }
  return text;
}

std::string error_text(const Text& message, const Text& help, const Language& language,
                       const Style& style) {
  const std::string word = language.say(tr("error"));
  const std::string sentence = colon(language) + language.say(message);
  std::string text = painted(word, Ink::red, style);
  text += wrapped(sentence, style.width, 2, display_width(word)) + '\n';
  if (!help.empty()) text += remark(tr("help"), help, 1, language, style);
  return text;
}

}  // namespace bcp::cli
