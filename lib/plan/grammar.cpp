// How are ids written? (Numbers, durations and dates are in files of their own.)
#include "plan/grammar.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "plan/decimal_text.hpp"

namespace bcp::grammar {

namespace {

constexpr std::size_t longest_id = 100;

constexpr auto reserved_ids = std::to_array<std::string_view>(
    {"absences",  "actions",        "activation", "applications", "calendars",      "changes",
     "channels",  "communications", "end",        "equipment",    "everyone",       "first_time",
     "freezes",   "infrastructure", "licences",   "messages",     "obligations",    "options",
     "plan",      "policies",       "profiles",   "programme",    "resource_types", "roles",
     "scenarios", "services",       "sites",      "staff",        "start",          "suppliers",
     "support",   "tasks",          "teams",      "tiers",        "waivers"});
static_assert(std::ranges::is_sorted(reserved_ids));

}  // namespace

bool is_id(std::string_view text) {
  const auto is_letter_or_digit = [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c); };
  const auto is_inner = [&](char c) {
    return is_letter_or_digit(c) || c == '.' || c == '_' || c == '-';
  };
  return !text.empty() && text.size() <= longest_id && is_letter_or_digit(text.front()) &&
         std::ranges::all_of(text, is_inner);
}

bool is_reserved(std::string_view id) { return std::ranges::binary_search(reserved_ids, id); }

}  // namespace bcp::grammar
