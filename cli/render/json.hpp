// What does every JSON document have in common?
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "plan/exact.hpp"

namespace bcp::cli {

/// The beginning of a document: who made it, for which command (empty: none was recognised).
[[nodiscard]] nlohmann::ordered_json json_document(std::string_view command);

/// A number; above 2^53 in either direction a decimal string, which no reader rounds.
[[nodiscard]] nlohmann::ordered_json json_number(const Whole& value);

/// A whole number as such, any other as the nearest double.
[[nodiscard]] nlohmann::ordered_json json_number(const Exact& value);

/// The document as text, a line end behind it. What is not UTF-8 becomes U+FFFD, every control character is escaped.
[[nodiscard]] std::string json_text(const nlohmann::ordered_json& document);

}  // namespace bcp::cli
