#include <nlohmann/json.hpp>

#include "render/finding_names.hpp"
#include "render/findings.hpp"
#include "render/places.hpp"

namespace bcp::cli {

using nlohmann::ordered_json;

namespace {

/// `file`, `line`, `column`: null where the finding is about no text.
void add_place(ordered_json& object, Places& places, Span at) {
  const bool is_known = places.is_known(at.file);
  const Position position = is_known ? places.position(at.file, at.begin) : Position{};
  object["file"] = is_known ? ordered_json(places.name(at.file)) : ordered_json{};
  object["line"] = is_known ? ordered_json(position.line) : ordered_json{};
  object["column"] = is_known ? ordered_json(position.column) : ordered_json{};
}

ordered_json json_of(const Diagnostic& found, Places& places, const Language& language) {
  ordered_json object;
  object["code"] = code_text(found.code);
  object["severity"] = name_of(found.severity);
  object["message"] = language.say_unescaped(found.message);
  add_place(object, places, found.at);
  const bool is_known = places.is_known(found.at.file);
  const Position end = is_known ? places.position(found.at.file, found.at.end) : Position{};
  object["end_line"] = is_known ? ordered_json(end.line) : ordered_json{};
  object["end_column"] = is_known ? ordered_json(end.column) : ordered_json{};
  object["also"] = ordered_json::array();
  for (const Label& label : found.also) {
    ordered_json place;
    add_place(place, places, label.at);
    place["message"] = language.say_unescaped(label.text);
    object["also"].push_back(std::move(place));
  }
  object["notes"] = ordered_json::array();
  for (const Text& note : found.notes) object["notes"].push_back(language.say_unescaped(note));
  object["help"] = found.help ? ordered_json(language.say_unescaped(*found.help)) : ordered_json{};
  object["suppressed"] = found.is_suppressed();
  if (found.is_suppressed()) object["because"] = *found.allowed_because;
  return object;
}

}  // namespace

const char* name_of(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::note: break;
  }
  return "note";
}

void add_findings_json(ordered_json& document, const Diagnostics& found, const SourceFiles& files,
                       const Language& language) {
  Places places{files};
  document["findings"] = ordered_json::array();
  for (const Diagnostic& one : found.all())
    document["findings"].push_back(json_of(one, places, language));
  const FindingCount count = count_of(found);
  document["summary"] = {{"errors", count.errors}, {"warnings", count.warnings}};
}

}  // namespace bcp::cli
