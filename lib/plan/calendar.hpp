// When is a calendar open, and when is work done that may only go on while it is?
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "plan/time_zone.hpp"
#include "plan/values.hpp"

namespace bcp {

/// Opening hours of one day as wall-clock seconds from its midnight, sorted and disjoint, each [begin, end).
/// An `end` past 24 h lies on the next day; the whole range belongs to this one.
struct Hours {
  struct Range {
    Seconds begin;
    Seconds end;
    bool operator==(const Range&) const = default;
  };
  std::vector<Range> ranges;
  bool operator==(const Hours&) const = default;
};

/// Opening hours by weekday, with the days that are otherwise. `exceptions` win over `holidays`, both over `week`.
struct WeekHours {
  struct Exception {
    Date first;
    Date last;  ///< its own too
    Hours hours;
    bool operator==(const Exception&) const = default;
  };
  std::array<Hours, 7> week;          ///< Monday first
  std::vector<Exception> exceptions;  ///< sorted, disjoint
  std::set<Date> holidays;
};

/// When work can be done, in the wall-clock time of the plan's zone (docs/format.md, "Calendars").
struct OpeningHours {
  struct Phase {
    std::optional<Date> until;  ///< the first day no longer its own; the last phase has none
    std::shared_ptr<const WeekHours> hours;  ///< many phases may be of one week
  };
  /// One, or several that follow each other, by their ends; none: open around the clock.
  std::vector<Phase> phases;
};

/// A stretch of time, [begin, end).
struct Interval {
  Instant begin;
  Instant end;
  bool operator==(const Interval&) const = default;
};

/// Opening hours on the axis of real time.
///
/// A range that has begun runs to its end over a seam of phases. Touching and overlapping ranges of neighbouring days
/// are one interval. From the year 10000 on everything is closed.
///
/// Questions are answered day by day, but whole weeks are passed over where nothing but the weekly pattern lies ahead:
/// what takes centuries, or never comes, costs some milliseconds, what takes days well under a microsecond a day.
class OpenTimes {
public:
  /// Open while each of `all` is open; none: around the clock. What it needs of them it copies, in time proportional to
  /// the days on which they change, exceptions and holidays included: who asks often keeps one for each set of calendars.
  OpenTimes(const std::vector<const OpeningHours*>& all, TimeZone zone);

  /// The first open interval that ends after `from`, cut to begin no earlier than `from`; `nullopt`: never open again.
  [[nodiscard]] std::optional<Interval> next_open(Instant from) const;

  /// When `work` of open time, begun at or after `from` as early as may be, is done; work of 0 s is done at `from`.
  /// An end at closing time is that closing time. `nullopt`: never.
  [[nodiscard]] std::optional<Instant> finish(Instant from, Seconds work) const;

  /// The earliest begin at or after `from` from which `work` goes on without a pause; for work of 0 s it is `from`.
  /// `nullopt`: never.
  [[nodiscard]] std::optional<Instant> begin_of_unbroken(Instant from, Seconds work) const;

private:
  class Walk;

  /// Days that follow one weekly pattern, from `first` on until the next stretch begins.
  struct Stretch {
    Date first;
    /// What is open of a day between its midnights, Monday first; no range leaves its day.
    std::array<Hours, 7> week;
    /// By the wall clock, in a whole week.
    Seconds open{0};
    /// By the wall clock, over midnights, while week follows week; `max()`: it never ends.
    Seconds longest{0};
  };

  std::vector<Stretch> stretches_;  // by `first`; the last one is closed
  TimeZone zone_;
};

}  // namespace bcp
