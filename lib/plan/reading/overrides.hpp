// How does one value of a plan change for one run?
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "plan/plan_text.hpp"
#include "source/diagnostic.hpp"

namespace bcp {

/// Lets `text.root` say what `PATH=VALUE` says: `equipment.training-room-pcs.count=0`.
///
/// At each step of the path the longest existing key is taken; `[crm-4.2]` quotes one; what does not exist is added, with
/// a warning where its id is nearly that of something that is there.
/// VALUE is taken as written, or read as YAML where it begins with `{`, `[` or a quote. Other places that share the
/// value by an alias keep theirs. A byte order mark is
/// skipped. The unexpected value says why the text is no `PATH=VALUE`.
[[nodiscard]] tl::expected<void, Text> apply_override(PlanText& text, const std::string& written,
                                                      Diagnostics& found);

}  // namespace bcp
