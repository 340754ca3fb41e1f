// Which keys does a map have, misspelt ones read as those that are certainly meant?
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "plan/plan_text.hpp"
#include "source/diagnostic.hpp"
#include "source/value.hpp"

namespace bcp {

/// A map whose misspelt keys stand for those that a finding's fix names, so that what they hold is read in the same run.
struct MeantMap {
  Value map;
  std::vector<Entry> entries;
  std::vector<Entry> unread;  ///< those of keys that stay unknown
  bool is_respelt = false;
  std::vector<std::string_view>
      near;  ///< known keys that one of these may stand for: they are not missing too
};

/// Reports the keys among `entries`, those of `map`, that are not known. A known key that stands in the map already is
/// never meant by another one. O(entries × known).
[[nodiscard]] MeantMap as_meant(PlanText& text, const Value& map, std::vector<Entry> entries,
                                std::span<const std::string_view> known, Diagnostics& found);

/// A hint at the nearest word, and the certain fix if no other is near and it is not the digits that differ.
void suggest(Diagnostic& diagnostic, const Value& at, std::span<const std::string_view> candidates);

}  // namespace bcp
