#include <nlohmann/json.hpp>

#include "render/finding_documents.hpp"
#include "render/finding_names.hpp"
#include "render/json.hpp"
#include "render/places.hpp"

namespace bcp::cli {

using nlohmann::ordered_json;

namespace {

const char* severity_of(Severity severity) {
  switch (severity) {
    case Severity::error: return "critical";
    case Severity::warning: return "minor";
    case Severity::note: break;
  }
  return "info";
}

}  // namespace

std::string findings_gitlab(const FindingsList& list) {
  Places places{list.text.files};
  const std::vector<FindingName> names = names_of_findings(list);
  ordered_json issues = ordered_json::array();
  for (std::size_t i = 0; i < list.all.size(); ++i) {
    const Diagnostic& found = list.all[i];
    if (found.is_suppressed() || !places.is_known(found.at.file)) continue;
    const std::uint32_t begin = places.position(found.at.file, found.at.begin).line;
    const std::uint32_t end = places.position(found.at.file, found.at.end).line;
    issues.push_back({{"description", list.language.say_unescaped(found.message)},
                      {"check_name", code_text(found.code)},
                      {"fingerprint", names[i].fingerprint},
                      {"severity", severity_of(found.severity)},
                      {"location",
                       {{"path", path_from_here(places.name(found.at.file), list.working_folder)},
                        {"lines", {{"begin", begin}, {"end", end}}}}}});
  }
  return json_text(issues);
}

}  // namespace bcp::cli
