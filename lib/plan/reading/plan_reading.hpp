// How do the merged sections of a plan become its model?
#pragma once

#include "plan/reading/reader.hpp"

namespace bcp {

/// Reads every section into `reader.plan`. O(length of the text × log of the number of ids).
void read_plan(Reader& reader);

/// A key of some map of a plan, for documentation and tests.
struct KeyInfo {
  std::string_view shape;  ///< `service`
  std::string_view key;
  bool is_required = false;
  Text kind;
};

/// The keys that a plan may hold, table by table, but for those of calendars, links, estimates and bounds, whose tables
/// are known only where they are read.
[[nodiscard]] std::vector<KeyInfo> all_keys();

}  // namespace bcp
