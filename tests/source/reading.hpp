// What does a text of YAML read as, in a form that a test can compare?
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "source/byte_check.hpp"
#include "source/diagnostic.hpp"
#include "source/document.hpp"
#include "source/value.hpp"
#include "source/yaml_reader.hpp"

namespace bcp::test {

/// A text that has gone through the check of its bytes and the reader.
struct Reading {
  explicit Reading(std::string_view yaml) : text(yaml) {
    if (check_bytes(text, {}, found)) document = read_yaml(text, {}, found);
  }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  [[nodiscard]] Value root() const {
    return document && !document->nodes.empty() ? Value{*document, 0} : Value{};
  }
  [[nodiscard]] std::string_view at(Span span) const {
    return std::string_view{text}.substr(span.begin, span.end - span.begin);
  }

  std::string text;
  Diagnostics found;
  std::optional<Document> document;
};

/// `{key: text, list: [a, _]}`, where `_` is nothing.
inline std::string shown(const Value& value) {
  if (value.is_scalar()) return std::string{value.text()};
  std::string parts;
  std::string_view comma;
  for (const Value& item : value.items()) {
    parts += std::string{std::exchange(comma, ", ")} + shown(item);
  }
  for (const Entry& entry : value.entries()) {
    parts += std::string{std::exchange(comma, ", ")} + shown(entry.key) + ": " + shown(entry.value);
  }
  if (value.is_sequence()) return '[' + parts + ']';
  return value.is_mapping() ? '{' + parts + '}' : "_";
}

/// The codes of the findings, each with what it underlines: `BCP1005 ,`. Empty: all is well.
inline std::string findings(const Reading& reading) {
  std::string text;
  for (const Diagnostic& finding : reading.found.all()) {
    text += (text.empty() ? "" : "; ") + code_text(finding.code) + ' ' +
            std::string{reading.at(finding.at)};
  }
  return text;
}

}  // namespace bcp::test
