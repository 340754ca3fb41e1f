// How do the merged sections of a plan become its model?
#pragma once

#include "plan/reading/reader.hpp"

namespace bcp {

/// Reads every section of `root` into `reader.plan`. O(length of the text × log of the number of ids).
void read_plan(Reader& reader, const Value& root);

/// The keys of the plan itself (`part` is empty) or of one of its parts that hold sections or milestones; of any other
/// none.
[[nodiscard]] std::vector<std::string_view> keys_of_part(std::string_view part);

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
