#include "source/yaml_syntax.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "source/half_key.hpp"
#include "source/scalar_extent.hpp"

namespace bcp {

namespace {

struct Explanation {
  std::string_view words;  ///< how yaml-cpp 0.7 puts it, from its beginning
  Text (*message)();
  Text (*help)();
};

constexpr std::size_t longest_key = 1024;

Text align_or_quote() {
  return tr(
      "keep the keys of one map in the same column, and put a text that holds `: ` in quotes");
}
Text quote_it() { return tr("put the text in quotes"); }
Text close_quote() { return tr("close the quote"); }
Text close_it() { return tr("close it, or write the `,` that is missing"); }
Text keep_one() { return tr("keep one of the two"); }
Text no_directive() { return tr("delete the line: a plan needs no directive"); }
Text no_tag() { return tr("delete the tag: a plan needs none"); }
Text indented_by_tab() { return tr("this line is indented by a tab"); }
Text replace_tab() {
  return tr(
      "put spaces in place of the tab, as many as stand before other lines of its level; YAML "
      "allows no tabs there");
}
Text escape_it() { return tr("write `\\\\` for a backslash, or use single quotes"); }

const std::array explanations = {
    Explanation{"end of map flow not found", [] { return tr("this brace is never closed"); },
                close_it},
    Explanation{"end of sequence flow not found", [] { return tr("this bracket is never closed"); },
                close_it},
    Explanation{"end of map not found",
                [] { return tr("this does not fit into the map before it"); }, align_or_quote},
    Explanation{"end of sequence not found",
                [] { return tr("this does not fit into the list before it"); },
                [] { return tr("begin the item with `- `, in the same column as the others"); }},
    Explanation{
        "illegal map value",
        [] { return tr("this `:` is read as the end of a key, and no key can stand here"); },
        align_or_quote},
    Explanation{"illegal map key", [] { return tr("a key stands where none can be"); },
                align_or_quote},
    Explanation{"illegal block entry", [] { return tr("a `- ` stands where no list can be"); },
                [] {
                  return tr(
                      "begin the list on a line of its own, or write it in brackets: `[a, b]`");
                }},
    Explanation{"illegal flow end", [] { return tr("this bracket closes none"); },
                [] { return tr("delete it, or open its partner before"); }},
    Explanation{"illegal EOF in scalar", [] { return tr("the file ends inside a quoted text"); },
                close_quote},
    Explanation{"illegal document indicator in scalar",
                [] { return tr("a document ends inside a quoted text"); }, close_quote},
    Explanation{"illegal tab when looking for indentation", indented_by_tab, replace_tab},
    Explanation{"the referenced anchor is not defined",
                [] { return tr("this alias has no anchor before it"); },
                [] {
                  return tr(
                      "define it before its use with `&`, or put the text in quotes if it is none");
                }},
    Explanation{"alias not found after *",
                [] { return tr("`*` begins an alias, and no name follows"); }, quote_it},
    Explanation{"illegal character found while scanning alias",
                [] { return tr("this alias holds a character that no alias can have"); }, quote_it},
    Explanation{"anchor not found after &",
                [] { return tr("`&` begins an anchor, and no name follows"); }, quote_it},
    Explanation{"illegal character found while scanning anchor",
                [] { return tr("this anchor holds a character that no anchor can have"); },
                quote_it},
    Explanation{"cannot assign multiple anchors",
                [] { return tr("two anchors stand before one value"); }, keep_one},
    Explanation{"cannot assign multiple tags", [] { return tr("two tags stand before one value"); },
                keep_one},
    Explanation{"illegal character found while scanning tag handle",
                [] { return tr("`!` begins a tag, and this is none"); }, quote_it},
    Explanation{"tag handle with no suffix",
                [] { return tr("`!` begins a tag, and this is none"); }, quote_it},
    Explanation{"end of verbatim tag not found", [] { return tr("this tag has no end"); }, no_tag},
    Explanation{"unexpected character in block scalar",
                [] { return tr("nothing may follow `|` or `>` on its line"); },
                [] { return tr("begin the text on the next line, or put it in quotes"); }},
    Explanation{"cannot set zero indentation",
                [] { return tr("a text after `|` or `>` cannot be indented by 0"); },
                [] { return tr("delete the digit"); }},
    Explanation{"unknown escape character", [] { return tr("this is no escape sequence of YAML"); },
                escape_it},
    Explanation{"invalid unicode",
                [] { return tr("this escape sequence stands for no character"); }, escape_it},
    Explanation{"bad character found while scanning hex number",
                [] { return tr("this escape sequence needs hexadecimal digits"); }, escape_it},
    Explanation{"unknown token", [] { return tr("no value can begin with this character"); },
                quote_it},
    Explanation{"YAML directives", [] { return tr("this is no directive of YAML"); }, no_directive},
    Explanation{"TAG directives", [] { return tr("this is no directive of YAML"); }, no_directive},
    Explanation{"repeated", [] { return tr("this directive stands twice"); }, no_directive},
    Explanation{"bad YAML version", [] { return tr("this is no version of YAML"); }, no_directive},
    Explanation{"YAML major version too large",
                [] { return tr("this version of YAML does not exist"); }, no_directive},
};

Span place(const SyntaxProblem& problem, std::size_t begin, std::size_t end) {
  return {problem.file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool is_on_one_line(std::string_view source, std::size_t from, std::size_t to) {
  return from <= to && source.substr(from, to - from).find('\n') == std::string_view::npos;
}

/// The character at fault; of an escape sequence, which the library reads before it blames it, the whole.
Span place_of_fault(const SyntaxProblem& problem) {
  constexpr std::array about_escapes = {"unknown escape", "invalid unicode",
                                        "bad character found while scanning hex"};
  const bool is_about_escape = std::ranges::any_of(
      about_escapes, [&](std::string_view words) { return problem.words.starts_with(words); });
  const std::size_t backslash = problem.source.substr(0, problem.at).rfind('\\');
  if (is_about_escape && backslash != std::string_view::npos) {
    return place(problem, backslash, problem.at);
  }
  return place(problem, problem.at, character_end(problem.source, problem.at));
}

/// A line that a tab indents, which the library stumbled over: that of the place or the next one with content. Within
/// brackets tabs do no harm.
std::optional<std::size_t> indented_by_tab(const SyntaxProblem& problem) {
  if (problem.open_bracket) return std::nullopt;
  const std::size_t content = problem.source.find_first_not_of(" \t\r\n", problem.at);
  for (const std::size_t at : {problem.at, std::min(content, problem.source.size())}) {
    if (is_indented_by_tab(problem.source, at)) return at;
  }
  return std::nullopt;
}

/// The library gives up looking for the `:` of a key after so many characters, and blames the `:`.
std::optional<Span> long_key(const SyntaxProblem& problem) {
  if (problem.words == "illegal map value") {
    const std::size_t line = line_begin(problem.source, problem.at);
    const std::size_t key = std::min(problem.source.find_first_not_of(" -", line), problem.at);
    if (problem.at - key > longest_key) return place(problem, key, problem.at);
  }
  if (problem.words == "end of map flow not found") {
    const std::size_t end = problem.source.find_first_of("\n,[]{}", problem.at);
    const std::size_t colon = problem.source.substr(0, end).find(':', problem.at);
    if (colon != std::string_view::npos && colon - problem.at > longest_key) {
      return place(problem, problem.at, colon);
    }
  }
  return std::nullopt;
}

/// The quote that opens a text without end, looked for from where the library last said something.
std::optional<std::size_t> open_quote(const SyntaxProblem& problem) {
  const std::string_view source = problem.source;
  if (problem.words.starts_with("end of") && !scalar_end(source, problem.at, {})) return problem.at;
  if (problem.words != "illegal EOF in scalar") return std::nullopt;
  for (std::size_t at = problem.read_to; at < source.size();) {
    const bool is_first =
        at == 0 || std::string_view{" \t\n[]{},:"}.find(source[at - 1]) != std::string_view::npos;
    if (is_first && source[at] == '#') {
      at = skip_space(source, at);
    } else if (is_first && (source[at] == '"' || source[at] == '\'')) {
      const std::optional<std::size_t> end = scalar_end(source, at, {});
      if (!end) return at;
      at = *end;
    } else {
      ++at;
    }
  }
  return std::nullopt;
}

bool is_about_bracket(const SyntaxProblem& problem) {
  return problem.words.find(" flow not found") != std::string_view::npos;
}

/// A bracket that is open on the same line as the fault lacks a comma rather than its end.
bool is_comma_missing(const SyntaxProblem& problem) {
  return is_about_bracket(problem) && problem.open_bracket && problem.at < problem.source.size() &&
         is_on_one_line(problem.source, problem.open_bracket->begin, problem.at);
}

/// A line without its comment and the blanks around it.
Span content_of_line(const SyntaxProblem& problem, std::size_t line) {
  const std::string_view source = problem.source;
  const std::size_t line_end = std::min(source.find('\n', line), source.size());
  std::size_t begin = std::min(source.find_first_not_of(' ', line), line_end);
  std::size_t end = std::min(source.find(" #", begin), line_end);
  if (source.substr(begin).starts_with('#')) end = begin;
  while (end > begin && std::string_view{" \t\r"}.find(source[end - 1]) != std::string_view::npos)
    --end;
  return place(problem, begin, end);
}

std::string_view text_of(const SyntaxProblem& problem, Span at) {
  return problem.source.substr(at.begin, at.end - at.begin);
}

/// Whether a line stands further right than the one before it, which is a key with the beginning of a text.
bool continues_text(const SyntaxProblem& problem, Span content) {
  const std::size_t line = line_begin(problem.source, content.begin);
  if (line == 0) return false;
  const std::size_t before = line_begin(problem.source, line - 1);
  const Span content_before = content_of_line(problem, before);
  return content_before.begin - before < content.begin - line &&
         !text_of(problem, content_before).ends_with(':');
}

/// The library joins a line that is no key to the next one, and blames the `:` of that.
bool report_line_before(const SyntaxProblem& problem, Diagnostics& found) {
  const std::size_t line = line_begin(problem.source, problem.at);
  if (problem.words != "illegal map value" || line == 0) return false;
  const Span content = content_of_line(problem, line_begin(problem.source, line - 1));
  const std::string_view text = text_of(problem, content);
  if (!with_space(text) && (!with_colon(text) || continues_text(problem, content))) return false;
  report_half_key(problem.source, problem.file, content.begin, content.end, found);
  return true;
}

/// With a comment behind it such a line ends before the next one, and is blamed itself.
bool report_line_itself(const SyntaxProblem& problem, Diagnostics& found) {
  if (problem.words != "end of map not found") return false;
  const Span content = content_of_line(problem, line_begin(problem.source, problem.at));
  if (content.begin != problem.at || !with_space(text_of(problem, content))) return false;
  report_half_key(problem.source, problem.file, content.begin, content.end, found);
  return true;
}

/// A second `: ` on one line: the whole line as it may be meant.
std::optional<std::string> with_quotes(const SyntaxProblem& problem) {
  const Span content = content_of_line(problem, line_begin(problem.source, problem.at));
  const std::string_view text = text_of(problem, content);
  const std::size_t value = text.find(": ");
  if (problem.words != "illegal map value" || value == std::string_view::npos ||
      content.begin + value >= problem.at ||
      text.find_first_of("\"'[]{}`") != std::string_view::npos)
    return std::nullopt;
  return std::string{text.substr(0, value + 2)} + '"' + std::string{text.substr(value + 2)} + '"';
}

/// What is wrong in brackets about a `:`, which the library takes for the end of a value.
void point_out_colon(const SyntaxProblem& problem, Diagnostic& diagnostic) {
  if (problem.source[problem.at] == ':') {
    diagnostic.help = tr("put a text that holds `: ` in quotes");
  } else if (problem.at > 0 && problem.source[problem.at - 1] == ':') {
    diagnostic.at = place(problem, problem.at - 1, problem.at);
    diagnostic.message = tr("no space follows this `:`");
    diagnostic.help = tr("write a space behind the `:`");
  }
}

/// Where a text in quotes over several lines ends, its closing quote was often meant to open another.
void point_out_quote(const SyntaxProblem& problem, Diagnostic& diagnostic) {
  if (!problem.last_quoted) return;
  const Span quoted = *problem.last_quoted;
  const bool is_over_lines = !is_on_one_line(problem.source, quoted.begin, quoted.end);
  if (!is_over_lines || !is_on_one_line(problem.source, quoted.end, problem.at)) return;
  diagnostic.also.push_back({place(problem, quoted.begin, quoted.begin + 1),
                             tr("this quote is closed only on the line of the fault")});
}

}  // namespace

void report_tab_indentation(std::string_view source, FileId file, std::size_t at,
                            Diagnostics& found) {
  const auto tab = static_cast<std::uint32_t>(source.find('\t', line_begin(source, at)));
  found.add(Code::tab_indentation, {file, tab, tab + 1}, indented_by_tab()).help = replace_tab();
}

void report_open_quote(FileId file, std::size_t at, Diagnostics& found) {
  const auto begin = static_cast<std::uint32_t>(at);
  found.add(Code::open_quote, {file, begin, begin + 1}, tr("this quote has no end")).help =
      tr("close it; what follows was read as part of the text");
}

void report_glued_comment(FileId file, std::size_t at, Diagnostics& found) {
  const auto begin = static_cast<std::uint32_t>(at);
  found
      .add(Code::yaml_syntax, {file, begin, begin + 1},
           tr("a comment needs a space in front of its `#`"))
      .help = tr("write a space there, or put the text in quotes if it is no comment");
}

void report_far_left(std::string_view source, FileId file, std::size_t at, Diagnostics& found) {
  found
      .add(Code::yaml_syntax,
           {file, static_cast<std::uint32_t>(at),
            static_cast<std::uint32_t>(character_end(source, at))},
           tr("this line is not indented enough for the value that it continues"))
      .help = tr("indent it further than the key or the `- ` that the value belongs to");
}

void report_overlong_empty_line(std::string_view source, FileId file, std::size_t line,
                                Diagnostics& found) {
  const std::size_t end = std::min(source.find_first_not_of(' ', line), source.size());
  found
      .add(Code::yaml_syntax,
           {file, static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(end)},
           tr("this empty line is indented further than the text after it"))
      .help = tr("delete its spaces");
}

void report_half_key(std::string_view source, FileId file, std::size_t begin, std::size_t end,
                     Diagnostics& found) {
  const std::string_view text = source.substr(begin, end - begin);
  const auto spaced = with_space(text);
  const auto form = spaced ? spaced : with_colon(text);
  found
      .add(Code::yaml_syntax,
           {file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
           spaced ? tr("no space follows the `:` of this key") : tr("no `:` follows this key"))
      .help = spaced ? tr("write a space behind the `:`: `{form}`", {{"form", *form}})
              : form ? tr("write `{form}`", {{"form", *form}})
                     : tr("write `key: value`");
}

void report_syntax(const SyntaxProblem& problem, Diagnostics& found) {
  if (const auto tabbed = indented_by_tab(problem)) {
    report_tab_indentation(problem.source, problem.file, *tabbed, found);
    return;
  }
  if (const auto quote = open_quote(problem)) {
    report_open_quote(problem.file, *quote, found);
    return;
  }
  if (const auto key = long_key(problem)) {
    found
        .add(Code::yaml_syntax, *key,
             tr("this key is longer than {limit} characters",
                {{"limit", number(static_cast<std::int64_t>(longest_key))}}))
        .help = tr("shorten it: YAML reads no longer ones");
    return;
  }
  if (report_line_before(problem, found) || report_line_itself(problem, found)) return;
  const Span at = place_of_fault(problem);
  const auto known = std::ranges::find_if(explanations, [&](const Explanation& explanation) {
    return problem.words.starts_with(explanation.words);
  });
  if (known == explanations.end()) {
    found.add(Code::yaml_syntax, at, tr("this is not YAML"));
    return;
  }
  if (is_comma_missing(problem)) {
    Diagnostic& diagnostic = found.add(
        Code::yaml_syntax, at, tr("a `,` or a closing bracket is missing in front of this"));
    diagnostic.also.push_back({*problem.open_bracket, tr("the bracket is opened here")});
    point_out_quote(problem, diagnostic);
    point_out_colon(problem, diagnostic);
    return;
  }
  const bool is_at_bracket = is_about_bracket(problem) && problem.open_bracket;
  Diagnostic& diagnostic =
      found.add(Code::yaml_syntax, is_at_bracket ? *problem.open_bracket : at, known->message());
  diagnostic.help = known->help();
  if (const auto form = with_quotes(problem)) {
    diagnostic.help =
        tr("put the text in quotes, `{form}`, or begin another key on a line of its own",
           {{"form", *form}});
  }
  point_out_quote(problem, diagnostic);
}

}  // namespace bcp
