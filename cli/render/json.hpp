// What does every JSON document have in common?
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "plan/exact.hpp"
#include "plan/values.hpp"

namespace bcp::cli {

/// The beginning of a document: who made it, for which command (empty: none was recognised).
[[nodiscard]] nlohmann::ordered_json json_document(std::string_view command);

/// A number; above 2^53 in either direction a decimal string, which no reader rounds.
[[nodiscard]] nlohmann::ordered_json json_number(const Whole& value);

/// A whole number as such, any other as the nearest double.
[[nodiscard]] nlohmann::ordered_json json_number(const Exact& value);

/// A length of time; `null` where there is none.
[[nodiscard]] nlohmann::ordered_json json_seconds(const std::optional<Seconds>& length);

/// An array of what `json_of` makes of each item.
template <class List, class Function>
[[nodiscard]] nlohmann::ordered_json json_list(const List& items, Function json_of) {
  nlohmann::ordered_json array = nlohmann::ordered_json::array();
  for (const auto& item : items) array.push_back(json_of(item));
  return array;
}

/// The document as text, a line end behind it. What is not UTF-8 becomes U+FFFD, every control character is escaped.
[[nodiscard]] std::string json_text(const nlohmann::ordered_json& document);

}  // namespace bcp::cli
