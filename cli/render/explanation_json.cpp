// Codes and their explanations for programs: docs/manual, `explain`.
#include <nlohmann/json.hpp>

#include "explanations.hpp"
#include "render/explanation_pages.hpp"
#include "render/findings.hpp"

namespace bcp::cli {

using nlohmann::ordered_json;

ordered_json code_json(Code code, const Language& language) {
  const CodeInfo& info = info_of(code);
  ordered_json object;
  object["code"] = code_text(code);
  object["name"] = info.name;
  object["severity"] = name_of(info.severity);
  object["area"] = language.say_unescaped(area_of(code).title);
  object["title"] = language.say_unescaped(info.title);
  return object;
}

ordered_json code_page_json(const ExplainedCode& explained, const Language& language) {
  const Explanation& explanation = explanation_of(explained.code);
  ordered_json object = code_json(explained.code, language);
  object["means"] = language.say_unescaped(explanation.means);
  object["matters"] = language.say_unescaped(explanation.matters);
  object["mend"] = language.say_unescaped(explanation.mend);
  object["example"] = {{"plan", explained.example.plan},
                       {"command", explained.example.command},
                       {"output", explained.example.output},
                       {"mended", explained.example.mended}};
  return object;
}

}  // namespace bcp::cli
