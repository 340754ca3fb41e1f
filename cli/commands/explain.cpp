#include <algorithm>
#include <cctype>

#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "render/explanation_pages.hpp"
#include "render/json.hpp"
#include "reply.hpp"
#include "source/spelling.hpp"

namespace bcp::cli {

namespace {

struct ExplainOptions {
  CommonOptions common;
  std::vector<std::string> codes;
};

void add(CLI::App& app, ExplainOptions& options) {
  add_words(app, "CODE", options.codes, {},
            tr("a code, as in BCP1203, 1203 or unknown-key; several may stand (default: the list "
               "of all)"));
  add_common_options(app, options.common);
}

std::string lower_case(std::string_view text) {
  std::string lower{text};
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return std::tolower(c); });
  return lower;
}

tl::expected<Code, Failure> code_named(const std::string& word) {
  const std::string wanted = lower_case(word);
  std::vector<std::string> spellings;
  for (const CodeInfo& info : all_codes()) {
    const std::string code = code_text(info.code);
    if (wanted == lower_case(code) || wanted == code.substr(3) || wanted == info.name)
      return info.code;
    spellings.push_back(code);
    spellings.emplace_back(info.name);
  }
  const bool is_number = !wanted.empty() && std::ranges::all_of(wanted, [](unsigned char c) {
    return std::isdigit(c) != 0;
  });
  std::string meant = is_number ? "BCP" + wanted : wanted;
  if (meant.starts_with("bcp")) meant.replace(0, 3, "BCP");
  const std::vector<std::string_view> candidates{spellings.begin(), spellings.end()};
  // Several numbers as near say nothing.
  const auto near = nearest(meant, candidates);
  const bool is_guess = near && !near->is_only && meant.starts_with("BCP");
  return tl::unexpected(
      usage_failure(tr("there is no code `{word}`", {{"word", word}}),
                    did_you_mean(meant, is_guess ? std::vector<std::string_view>{} : candidates,
                                 tr("`bcp explain` alone lists the codes"))));
}

std::string list(const Reply& reply) {
  const Language& language = reply.language();
  if (reply.is("markdown")) return code_list_markdown(language);
  if (!reply.is("json"))
    return reply.is_quiet() ? code_count_line(language) : code_list_text(language, reply.style());
  nlohmann::ordered_json document = json_document("explain");
  document["codes"] = nlohmann::ordered_json::array();
  for (const CodeInfo& info : all_codes())
    document["codes"].push_back(code_json(info.code, language));
  return json_text(document);
}

/// What the pages quote is narrower than they are, and has colours only where they do.
Style style_of_examples(const Reply& reply) {
  Style style = reply.style();
  if (!reply.is("text")) return {};
  style.width -= std::min<std::size_t>(style.width, 2);
  return style;
}

std::string pages(const std::vector<Code>& codes, const Reply& reply) {
  const Language& language = reply.language();
  nlohmann::ordered_json document = json_document("explain");
  document["codes"] = nlohmann::ordered_json::array();
  std::string text;
  for (const Code code : codes) {
    if (reply.is("text") && reply.is_quiet()) {
      text += code_line(code, language);
      continue;
    }
    const ExplainedCode explained{code, example_of(code, language, style_of_examples(reply))};
    if (reply.is("json")) {
      document["codes"].push_back(code_page_json(explained, language));
    } else {
      if (!text.empty()) text += '\n';
      text += reply.is("markdown") ? code_page_markdown(explained, language)
                                   : code_page_text(explained, language, reply.style());
    }
  }
  return reply.is("json") ? json_text(document) : text;
}

ExitStatus run(const ExplainOptions& options, const Streams& streams) {
  Reply reply{options.common, "explain", streams};
  std::vector<Code> codes;
  for (const std::string& word : options.codes) {
    const auto code = code_named(word);
    if (!code) return reply.fail(code.error());
    if (std::ranges::find(codes, *code) == codes.end()) codes.push_back(*code);
  }
  return reply.answer(codes.empty() ? list(reply) : pages(codes, reply));
}

}  // namespace

Command explain_command() {
  return {
      .name = "explain",
      .summary = tr("What does a finding mean, why does it matter, and how is it mended?"),
      .falls_short = {},
      .cannot_run = tr("it could not be run: usage, such as a code that is none"),
      .formats = {"text", "json", "markdown"},
      .examples = {"bcp explain", "bcp explain BCP1203"},
      .declare = declared_by<ExplainOptions>(add, run),
  };
}

}  // namespace bcp::cli
