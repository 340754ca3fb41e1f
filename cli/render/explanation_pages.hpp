// How do the explanations of codes look to people, in documents and to machines?
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "example.hpp"
#include "render/language.hpp"
#include "render/style.hpp"
#include "source/diagnostic.hpp"

namespace bcp::cli {

/// A code with the example that was asked for it.
struct ExplainedCode {
  Code code{};
  Example example;
};

/// All codes by area, each with its severity and title; how to read more of one at the end.
[[nodiscard]] std::string code_list_text(const Language& language, const Style& style);
/// `57 codes`
[[nodiscard]] std::string code_count_line(const Language& language);
/// docs/codes/README.md
[[nodiscard]] std::string code_list_markdown(const Language& language);

/// What it means, why it matters, an example, the mended lines, how to mend it.
[[nodiscard]] std::string code_page_text(const ExplainedCode& explained, const Language& language,
                                         const Style& style);
/// `BCP1203: an unknown key`
[[nodiscard]] std::string code_line(Code code, const Language& language);
/// docs/codes/BCP1203.md
[[nodiscard]] std::string code_page_markdown(const ExplainedCode& explained,
                                             const Language& language);

/// What it means, why it matters and how to mend it, to stand beside a finding.
[[nodiscard]] std::string code_help_text(Code code, const Language& language);
[[nodiscard]] std::string code_help_markdown(Code code, const Language& language);

/// What a list says of a code, and what its page does.
[[nodiscard]] nlohmann::ordered_json code_json(Code code, const Language& language);
[[nodiscard]] nlohmann::ordered_json code_page_json(const ExplainedCode& explained,
                                                    const Language& language);

}  // namespace bcp::cli
