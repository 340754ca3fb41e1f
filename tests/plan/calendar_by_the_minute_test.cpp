// Random calendars against one laid out minute by minute, and against each other.
#include <algorithm>
#include <bitset>
#include <ostream>
#include <random>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "plan/calendar.hpp"
#include "plan/calendars.hpp"

namespace bcp {
namespace {

using namespace test;
using std::chrono::days;

using Random = std::mt19937;

int one_of(Random& random, int least, int most) {
  return std::uniform_int_distribution<int>{least, most}(random);
}

/// Up to three disjoint ranges in half hours; often closed, open or a night.
Hours random_hours(Random& random) {
  switch (one_of(random, 0, 6)) {
    case 0: return closed;
    case 1: return around_the_clock;
    case 2: return {{{one_of(random, 36, 47) * 30min, one_of(random, 48, 80) * 30min}}};
    default: break;
  }
  std::vector<int> marks;
  for (int count = 2 * one_of(random, 1, 3); count > 0; --count)
    marks.push_back(one_of(random, 0, 48));
  std::ranges::sort(marks);
  Hours hours;
  for (std::size_t mark = 0; mark < marks.size(); mark += 2) {
    if (marks[mark] < marks[mark + 1])
      hours.ranges.push_back({marks[mark] * 30min, marks[mark + 1] * 30min});
  }
  return hours;
}

WeekHours random_week(Random& random, Date start) {
  WeekHours hours;
  for (Hours& weekday : hours.week) weekday = random_hours(random);
  Date next = start - days{3};
  for (int count = one_of(random, 0, 3); count > 0; --count) {
    const Date first = next + days{one_of(random, 0, 10)};
    const Date last = first + days{one_of(random, 0, 2)};
    hours.exceptions.push_back({first, last, random_hours(random)});
    next = last + days{1};
  }
  for (int count = one_of(random, 0, 3); count > 0; --count)
    hours.holidays.insert(start + days{one_of(random, -2, 25)});
  return hours;
}

OpeningHours random_calendar(Random& random, Date start) {
  OpeningHours calendar;
  if (one_of(random, 0, 9) == 0) return calendar;
  Date until = start;
  for (int count = one_of(random, 0, 2); count > 0; --count) {
    until += days{one_of(random, 1, 9)};
    calendar.phases.push_back({until, shared(random_week(random, start))});
  }
  calendar.phases.push_back({std::nullopt, shared(random_week(random, start))});
  return calendar;
}

/// The same calendar, closed for ever from a day on.
OpeningHours ended(OpeningHours calendar, Date until) {
  if (calendar.phases.empty()) calendar = daily(around_the_clock);
  calendar.phases.back().until = until;
  calendar.phases.push_back({std::nullopt, shared(week_of(closed, closed))});
  return calendar;
}

constexpr days horizon{30};
constexpr std::size_t minutes_ahead = std::chrono::minutes{horizon}.count();
using Minutes = std::bitset<minutes_ahead>;

/// Which ranges begin on a day, as the format has it.
const Hours& hours_on(const OpeningHours& calendar, Date date) {
  if (calendar.phases.empty()) return around_the_clock;
  const auto phase = std::ranges::find_if(
      calendar.phases, [&](const auto& one) { return !one.until || date < *one.until; });
  for (const auto& exception : phase->hours->exceptions) {
    if (exception.first <= date && date <= exception.last) return exception.hours;
  }
  if (phase->hours->holidays.contains(date)) return closed;
  return phase->hours->week[std::chrono::weekday{date}.iso_encoding() - 1];
}

Minutes open_minutes(const OpeningHours& calendar, const TimeZone& zone, Instant from, Date start) {
  Minutes open;
  for (Date date = start - days{2}; date <= start + horizon + days{2}; date += days{1}) {
    const std::chrono::local_seconds midnight{date.time_since_epoch()};
    for (const Hours::Range& range : hours_on(calendar, date).ranges) {
      const Instant end = zone.to_instant(midnight + range.end);
      for (Instant minute = zone.to_instant(midnight + range.begin); minute < end; minute += 1min) {
        const auto index = std::chrono::floor<std::chrono::minutes>(minute - from).count();
        if (index >= 0 && static_cast<std::size_t>(index) < minutes_ahead)
          open.set(static_cast<std::size_t>(index));
      }
    }
  }
  return open;
}

/// The oracle's answers, counted in minutes; `minutes_ahead`: not within the horizon.
std::size_t next_minute(const Minutes& minutes, std::size_t from, bool open) {
  while (from < minutes_ahead && minutes[from] != open) ++from;
  return from;
}

std::size_t end_of_work(const Minutes& minutes, std::size_t from, std::size_t work) {
  while (work > 0 && from < minutes_ahead) work -= minutes[from++] ? 1 : 0;
  return work > 0 ? minutes_ahead : from;
}

std::size_t begin_of_unbroken_work(const Minutes& minutes, std::size_t from, std::size_t work) {
  for (std::size_t begin = next_minute(minutes, from, true); begin < minutes_ahead;) {
    const std::size_t end = next_minute(minutes, begin, false);
    if (end - begin >= work) return begin;
    begin = next_minute(minutes, end, true);
  }
  return minutes_ahead;
}

/// Whether an answer is the oracle's. What the oracle does not see comes never, or takes the work past its horizon.
bool agrees(const std::optional<Instant>& answer, Instant from, std::size_t minute,
            Seconds work = 0s) {
  if (minute < minutes_ahead) return answer == from + minute * 1min;
  return !answer || *answer + work >= from + minutes_ahead * 1min;
}

TEST_CASE("random calendars are open when a calendar of single minutes is") {
  struct Place {
    std::string_view zone, first;
  };
  constexpr Place places[] = {{"UTC", "2020-03-16"},
                              {"Europe/Paris", "2020-03-16"},
                              {"Europe/Paris", "2020-10-12"},
                              {"America/Sao_Paulo", "2018-10-25"},
                              {"America/Sao_Paulo", "2018-02-05"},
                              {"Australia/Lord_Howe", "2020-03-25"},
                              {"Pacific/Apia", "2011-12-20"},
                              {"Asia/Gaza", "2040-10-10"},
                              {"America/St_Johns", "2010-10-30"}};
  Random random{20200316};
  for (int round = 0; round < 400; ++round) {
    const Place& place = places[static_cast<std::size_t>(one_of(random, 0, std::size(places) - 1))];
    const TimeZone zone = TimeZone::named(place.zone).value();
    const Date start = day(place.first) + days{one_of(random, 0, 8)};
    const Instant from = zone.to_instant(std::chrono::local_days{start.time_since_epoch()});

    std::vector<OpeningHours> calendars;
    for (int count = one_of(random, 1, 3); count > 0; --count) {
      calendars.push_back(
          ended(random_calendar(random, start), start + days{one_of(random, 20, 60)}));
    }
    std::vector<const OpeningHours*> all;
    Minutes minutes;
    minutes.set();
    for (const OpeningHours& calendar : calendars) {
      all.push_back(&calendar);
      minutes &= open_minutes(calendar, zone, from, start);
    }
    const OpenTimes times{all, zone};

    std::size_t wrong = 0;
    for (int question = 0; question < 50; ++question) {
      const auto begin = static_cast<std::size_t>(one_of(random, 0, 20 * 24 * 60));
      const auto work = static_cast<std::size_t>(one_of(random, 1, question % 2 == 0 ? 600 : 6000));
      const Instant asked = from + begin * 1min;
      const std::size_t opens = next_minute(minutes, begin, true);
      const std::optional<Interval> next = times.next_open(asked);
      const bool is_right =
          agrees(next ? std::optional{next->begin} : std::nullopt, from, opens) &&
          (opens == minutes_ahead || agrees(next->end, from, next_minute(minutes, opens, false))) &&
          agrees(times.finish(asked, work * 1min), from, end_of_work(minutes, begin, work)) &&
          agrees(times.begin_of_unbroken(asked, work * 1min), from,
                 begin_of_unbroken_work(minutes, begin, work), work * 1min);
      wrong += is_right ? 0 : 1;
    }
    CAPTURE(round);
    CAPTURE(place.zone);
    CHECK(wrong == 0);
  }
}

TEST_CASE("work in pieces is done when it is at once, however long it takes") {
  Random random{29032020};
  for (int round = 0; round < 60; ++round) {
    const Date start = day("2020-03-16");
    const OpeningHours one = random_calendar(random, start);
    const OpeningHours other = random_calendar(random, start);
    const OpenTimes times = open_times({&one, &other});
    const Instant from = in_paris("2020-03-16T08:00") + one_of(random, 0, 600) * 1h;
    std::optional<Instant> in_pieces = from;
    Seconds work{0};
    for (int piece = 0; piece < 300 && in_pieces; ++piece) {
      const Seconds more = one_of(random, 1, 40 * 3600) * 1s;
      const std::optional<Instant> before = in_pieces;
      work += more;
      in_pieces = times.finish(*before, more);
      if (in_pieces && *in_pieces < *before + more) FAIL_CHECK("work takes at least its own time");
    }
    CAPTURE(round);
    CHECK(times.finish(from, work) == in_pieces);
  }
}

TEST_CASE("later work and more work are never done earlier") {
  Random random{17032020};
  for (int round = 0; round < 100; ++round) {
    const OpeningHours calendar = random_calendar(random, day("2020-10-12"));
    const OpenTimes times = open_times({&calendar});
    const Instant early = in_paris("2020-10-12T08:00") + one_of(random, 0, 10000) * 7s;
    const Instant late = early + one_of(random, 0, 10000) * 61s;
    const Seconds little = one_of(random, 1, 100000) * 1s;
    const Seconds more = little + one_of(random, 0, 1000000) * 1s;
    const auto order = [](const std::optional<Instant>& instant) {
      return instant.value_or(Instant::max());
    };
    CAPTURE(round);
    CHECK(order(times.finish(early, little)) <= order(times.finish(late, little)));
    CHECK(order(times.finish(early, little)) <= order(times.finish(early, more)));
    CHECK(order(times.begin_of_unbroken(early, little)) <=
          order(times.begin_of_unbroken(late, little)));
    CHECK(order(times.begin_of_unbroken(early, little)) <=
          order(times.begin_of_unbroken(early, more)));
  }
}

}  // namespace
}  // namespace bcp
