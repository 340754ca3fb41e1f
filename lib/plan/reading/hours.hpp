// What do days and hours of a calendar say?
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "plan/calendar.hpp"
#include "plan/reading/reader.hpp"

namespace bcp {

/// `08:00-12:00`, a list of such ranges, `open` or `closed`; ranges that overlap are a finding.
[[nodiscard]] std::optional<Hours> read_hours(const Reader& reader, const Entry& at);

/// `{mon-fri: HOURS, sat: HOURS}`; a day named twice is a finding, one not named is closed, and
/// a night that runs into hours of the next day is a finding too.
[[nodiscard]] std::optional<std::array<Hours, 7>> read_week(const Reader& reader, const Entry& at);

/// `{2020-03-17: HOURS, 2020-03-21..2020-03-22: HOURS}`, sorted; a day named twice is a finding.
[[nodiscard]] std::optional<std::vector<WeekHours::Exception>> read_exceptions(const Reader& reader,
                                                                               const Entry& at);

}  // namespace bcp
