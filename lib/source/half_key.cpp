#include "source/half_key.hpp"

#include <algorithm>
#include <cstddef>

namespace bcp {

namespace {

/// The letters that a key begins with; none where it begins with a digit, as times of day do.
std::string_view key_of(std::string_view text) {
  const auto is_part = [](char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '_' || byte == '-' || byte == '.';
  };
  const std::size_t size =
      static_cast<std::size_t>(std::ranges::find_if_not(text, is_part) - text.begin());
  const bool begins = size > 0 && text.front() != '-' && text.front() != '.' &&
                      !(text.front() >= '0' && text.front() <= '9');
  return begins ? text.substr(0, size) : std::string_view{};
}

}  // namespace

std::optional<std::string> with_space(std::string_view text) {
  const std::string_view key = key_of(text);
  std::string_view rest = text.substr(key.size());
  if (key.empty() || !rest.starts_with(':')) return std::nullopt;
  rest.remove_prefix(1);
  const bool is_address = rest.starts_with('/') || rest.starts_with('\\');
  if (rest.empty() || rest.front() == ' ' || is_address) return std::nullopt;
  return std::string{key} + ": " + std::string{rest};
}

std::optional<std::string> with_colon(std::string_view text) {
  const std::string_view key = key_of(text);
  const std::string_view rest = text.substr(key.size());
  if (key.empty() || (!rest.empty() && rest.front() != ' ')) return std::nullopt;
  return std::string{key} + ':' + std::string{rest};
}

}  // namespace bcp
