// Which instant does a text mean in a plan?
#pragma once

#include <string_view>

#include <tl/expected.hpp>

#include "plan/plan.hpp"

namespace bcp {

/// Reads an instant as docs/format.md says, a milestone's id included. The unexpected value says what would be right.
[[nodiscard]] tl::expected<Instant, Text> instant_in(const Plan& plan, std::string_view text);

/// The same without milestones, for what they lean on: a plan's zone and start.
[[nodiscard]] tl::expected<Instant, Text> instant_in(const TimeZone& zone, Instant start,
                                                     std::string_view text);

}  // namespace bcp
