// Which instant is meant by a wall-clock time?
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "plan/values.hpp"
#include "source/text.hpp"

namespace bcp {

/// A time zone of the system's database (IANA), with its daylight saving, right for all years. A value; copies share
/// what was read.
///
/// Looking a zone up reads its one file, once in a program's life; `UTC` reads none. The folder is `/usr/share/zoneinfo`,
/// or what the system's own variable `TZDIR` says.
class TimeZone {
public:
  TimeZone() = default;  ///< UTC

  /// By its exact IANA name. `nullopt` where there is no zone of that name, or no database.
  [[nodiscard]] static std::optional<TimeZone> named(std::string_view name);

  /// A wall-clock time that a change of the clocks skips is the moment of the change; one that occurs twice is the first.
  /// So it is the first instant at which the clocks have reached that time, and never decreases as the time grows.
  [[nodiscard]] Instant to_instant(std::chrono::local_seconds wall_clock) const;
  [[nodiscard]] std::chrono::local_seconds to_wall_clock(Instant instant) const;
  /// Ahead of UTC at that instant.
  [[nodiscard]] Seconds offset(Instant instant) const;

private:
  struct Rules;
  std::shared_ptr<const Rules> rules_;  // none: UTC
};

/// What the clock on the wall shows then, for sentences.
[[nodiscard]] WallTime wall_time(Instant instant, const TimeZone& zone);

/// Of any size.
[[nodiscard]] std::int64_t year_of(std::chrono::local_seconds wall_clock);

/// ISO 8601 with offset: `2020-03-16T10:00:00+01:00`. Where the offset has seconds, as before 1900, which ISO 8601 cannot
/// say, in UTC.
[[nodiscard]] std::string iso_8601(Instant instant, const TimeZone& zone);

}  // namespace bcp
