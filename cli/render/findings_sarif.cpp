#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "render/explanation_pages.hpp"
#include "render/finding_documents.hpp"
#include "render/finding_names.hpp"
#include "render/findings.hpp"
#include "render/json.hpp"
#include "render/places.hpp"

namespace bcp::cli {

using nlohmann::ordered_json;

namespace {

constexpr const char* schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// In a message of SARIF `[text](address)` is a link.
std::string without_links(const std::string& text) {
  if (text.find("](") == std::string::npos) return text;
  std::string escaped;
  for (const char byte : text) {
    if (byte == '[' || byte == ']' || byte == '\\') escaped += '\\';
    escaped += byte;
  }
  return escaped;
}

ordered_json message_of(const std::string& text) { return {{"text", without_links(text)}}; }

bool is_unreserved(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9') ||
         std::string_view{"-._~/"}.find(byte) != std::string_view::npos;
}

std::string uri_of(std::string_view path) {
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char byte : path) {
    if (is_unreserved(byte)) {
      uri += byte;
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    }
  }
  return uri;
}

/// A document of one run; `run` lacks its tool and its results yet.
ordered_json sarif_of(ordered_json run) {
  return {
      {"$schema", schema}, {"version", "2.1.0"}, {"runs", ordered_json::array({std::move(run)})}};
}

ordered_json tool_with(ordered_json rules) {
  return {{"driver", {{"name", "bcp"}, {"version", BCP_VERSION}, {"rules", std::move(rules)}}}};
}

class SarifRun {
public:
  explicit SarifRun(const FindingsList& list) : list_(list), places_(list.text.files) {}

  ordered_json run() {
    const std::vector<FindingName> names = names_of_findings(list_);
    const ordered_json rules = rules_used();
    ordered_json results = ordered_json::array();
    for (std::size_t i = 0; i < list_.all.size(); ++i)
      results.push_back(result_of(list_.all[i], names[i].fingerprint));
    return {{"tool", tool_with(rules)},
            {"invocations", ordered_json::array({{{"executionSuccessful", true}}})},
            {"columnKind", "unicodeCodePoints"},
            {"results", std::move(results)}};
  }

private:
  [[nodiscard]] ordered_json help_of(Code code) const {
    return {{"text", without_links(code_help_text(code, list_.language))},
            {"markdown", code_help_markdown(code, list_.language)}};
  }

  ordered_json rules_used() {
    for (const Diagnostic& found : list_.all) rules_.emplace(found.code, 0);
    ordered_json rules = ordered_json::array();
    for (auto& [code, position] : rules_) {
      position = rules.size();
      const CodeInfo& info = info_of(code);
      rules.push_back({{"id", code_text(code)},
                       {"name", info.name},
                       {"shortDescription", message_of(list_.language.say_unescaped(info.title))},
                       {"help", help_of(code)},
                       {"defaultConfiguration", {{"level", name_of(info.severity)}}}});
    }
    return rules;
  }

  ordered_json artifact(FileId file) const {
    return {{"uri", uri_of(path_from_here(list_.text.files[file].name, list_.working_folder))}};
  }

  ordered_json region(Span at) {
    const Position begin = places_.position(at.file, at.begin);
    const Position end = places_.position(at.file, at.end);
    return {{"startLine", begin.line},
            {"startColumn", begin.column},
            {"endLine", end.line},
            {"endColumn", end.column}};
  }

  [[nodiscard]] bool is_file(FileId file) const {
    return places_.is_known(file) && list_.text.files[file].is_file();
  }

  /// What has no place in a file, such as a `--set`, is about the plan as a whole; standard input is no file at all.
  std::optional<ordered_json> location(Span at) {
    ordered_json physical;
    if (is_file(at.file)) {
      physical = {{"artifactLocation", artifact(at.file)}, {"region", region(at)}};
    } else if (is_file(FileId{0})) {
      physical = {{"artifactLocation", artifact(FileId{0})},
                  {"region", {{"startLine", 1}, {"startColumn", 1}}}};
    } else {
      return std::nullopt;
    }
    return ordered_json{{"physicalLocation", std::move(physical)}};
  }

  ordered_json result_of(const Diagnostic& found, const std::string& fingerprint) {
    std::string said = list_.language.say_unescaped(found.message);
    if (found.help) said += '\n' + list_.language.say_unescaped(*found.help);
    ordered_json result = {{"ruleId", code_text(found.code)},
                           {"ruleIndex", rules_.at(found.code)},
                           {"level", name_of(found.severity)},
                           {"message", message_of(said)}};
    if (auto at = location(found.at)) result["locations"] = ordered_json::array({*std::move(at)});
    for (const Label& label : found.also) {
      auto at = location(label.at);
      if (!at) continue;
      (*at)["id"] = result.contains("relatedLocations") ? result["relatedLocations"].size() : 0;
      (*at)["message"] = message_of(list_.language.say_unescaped(label.text));
      result["relatedLocations"].push_back(*std::move(at));
    }
    result["partialFingerprints"] = {{"bcpFinding/v1", fingerprint}};
    if (found.is_suppressed()) {
      result["suppressions"] =
          ordered_json::array({{{"kind", "inSource"}, {"justification", *found.allowed_because}}});
    }
    return result;
  }

  const FindingsList& list_;
  Places places_;
  std::map<Code, std::size_t> rules_;
};

}  // namespace

std::string findings_sarif(const FindingsList& list) {
  return json_text(sarif_of(SarifRun{list}.run()));
}

std::string failure_sarif(const std::string& message) {
  const ordered_json notification = {{"level", "error"}, {"message", message_of(message)}};
  const ordered_json invocation = {
      {"executionSuccessful", false},
      {"toolExecutionNotifications", ordered_json::array({notification})}};
  return json_text(sarif_of({{"tool", tool_with(ordered_json::array())},
                             {"invocations", ordered_json::array({invocation})},
                             {"results", ordered_json::array()}}));
}

}  // namespace bcp::cli
