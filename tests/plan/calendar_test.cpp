#include "plan/calendar.hpp"

#include <ostream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "plan/calendars.hpp"

namespace bcp {
namespace {

using namespace test;
using std::chrono::days;

/// As a finding would show it: `2020-03-16T08:00:00+01:00 2020-03-16T12:00:00+01:00`.
std::string shown(const std::optional<Instant>& instant) {
  return instant ? iso_8601(*instant, paris()) : "never";
}
std::string shown(const std::optional<Interval>& interval) {
  return interval ? shown(interval->begin) + " " + shown(interval->end) : "never";
}

/// All open intervals from an instant on, at most so many.
std::vector<Interval> intervals(const OpenTimes& times, Instant from, std::size_t number) {
  std::vector<Interval> result;
  while (result.size() < number) {
    const std::optional<Interval> next = times.next_open(from);
    if (!next) break;
    result.push_back(*next);
    from = next->end;
  }
  return result;
}

TEST_CASE("a calendar opens and closes by the wall clock") {
  const OpeningHours crisis = only(week_of(office, daytime));
  const OpenTimes times = open_times({&crisis});
  CHECK(shown(times.next_open(in_paris("2020-03-16T06:00"))) ==
        "2020-03-16T08:00:00+01:00 2020-03-16T12:00:00+01:00");
  CHECK(shown(times.next_open(in_paris("2020-03-16T09:30"))) ==
        "2020-03-16T09:30:00+01:00 2020-03-16T12:00:00+01:00");
  CHECK(shown(times.next_open(in_paris("2020-03-16T12:00"))) ==
        "2020-03-16T13:00:00+01:00 2020-03-16T20:00:00+01:00");
  CHECK(shown(times.next_open(in_paris("2020-03-20T21:00"))) ==
        "2020-03-21T08:00:00+01:00 2020-03-21T20:00:00+01:00");
  CHECK(shown(times.next_open(in_paris("2020-03-28T21:00"))) ==
        "2020-03-29T08:00:00+02:00 2020-03-29T20:00:00+02:00");
}

TEST_CASE("work pauses while the calendar is closed and ends at closing time") {
  const OpeningHours crisis = only(week_of(office, daytime));
  const OpenTimes times = open_times({&crisis});
  const Instant monday = in_paris("2020-03-16T06:00");
  CHECK(shown(times.finish(monday, 4h)) == "2020-03-16T12:00:00+01:00");
  CHECK(shown(times.finish(monday, 4h + 1s)) == "2020-03-16T13:00:01+01:00");
  CHECK(shown(times.finish(monday, 11h)) == "2020-03-16T20:00:00+01:00");
  CHECK(shown(times.finish(monday, 12h)) == "2020-03-17T09:00:00+01:00");
  CHECK(shown(times.finish(monday, 79h)) == "2020-03-22T20:00:00+01:00");
  CHECK(shown(times.finish(monday, 0s)) == "2020-03-16T06:00:00+01:00");
}

TEST_CASE("a night belongs to the day on which it begins") {
  WeekHours nights = week_of(night, night);
  nights.exceptions = {{day("2020-03-17"), day("2020-03-17"), closed}};
  const OpeningHours calendar = only(nights);
  const std::vector<Interval> open =
      intervals(open_times({&calendar}), in_paris("2020-03-16T12:00"), 2);
  CHECK(shown(open[0]) == "2020-03-16T22:00:00+01:00 2020-03-17T06:00:00+01:00");
  CHECK(shown(open[1]) == "2020-03-18T22:00:00+01:00 2020-03-19T06:00:00+01:00");
}

TEST_CASE("a night on which the clocks change is as long as it really is") {
  const OpeningHours nights = daily(night);
  const OpenTimes times = open_times({&nights});
  const std::optional<Interval> spring = times.next_open(in_paris("2020-03-28T12:00"));
  CHECK(spring->end - spring->begin == 7h);
  CHECK(shown(spring) == "2020-03-28T22:00:00+01:00 2020-03-29T06:00:00+02:00");
  CHECK(shown(times.finish(in_paris("2020-03-28T12:00"), 7h)) == "2020-03-29T06:00:00+02:00");
  const std::optional<Interval> autumn = times.next_open(in_paris("2020-10-24T12:00"));
  CHECK(autumn->end - autumn->begin == 9h);
}

TEST_CASE("opening hours that the change skips are no time at all") {
  const OpeningHours early = daily({{{2h, 3h}}});
  const std::vector<Interval> open =
      intervals(open_times({&early}), in_paris("2020-03-28T12:00"), 1);
  CHECK(shown(open[0]) == "2020-03-30T02:00:00+02:00 2020-03-30T03:00:00+02:00");
}

TEST_CASE("exceptions win over holidays, and both over the week") {
  WeekHours hours = week_of(daytime, closed);
  hours.exceptions = {{day("2020-04-13"), day("2020-04-13"), {{{9h, 10h}}}},
                      {day("2020-04-18"), day("2020-04-19"), office}};
  hours.holidays = {day("2020-04-13"), day("2020-04-14")};
  const OpeningHours calendar = only(hours);
  const std::vector<Interval> open =
      intervals(open_times({&calendar}), in_paris("2020-04-11T00:00"), 6);
  CHECK(shown(open[0]) == "2020-04-13T09:00:00+02:00 2020-04-13T10:00:00+02:00");
  CHECK(shown(open[1]) == "2020-04-15T08:00:00+02:00 2020-04-15T20:00:00+02:00");
  CHECK(shown(open[4]) == "2020-04-18T08:00:00+02:00 2020-04-18T12:00:00+02:00");
  CHECK(shown(open[5]) == "2020-04-18T13:00:00+02:00 2020-04-18T20:00:00+02:00");
}

TEST_CASE("a range that has begun runs to its end over a seam of phases") {
  const OpeningHours phases{{{day("2020-03-18"), shared(week_of(night, night))},
                             {std::nullopt, shared(week_of(office, office))}}};
  const std::vector<Interval> open =
      intervals(open_times({&phases}), in_paris("2020-03-17T12:00"), 2);
  CHECK(shown(open[0]) == "2020-03-17T22:00:00+01:00 2020-03-18T06:00:00+01:00");
  CHECK(shown(open[1]) == "2020-03-18T08:00:00+01:00 2020-03-18T12:00:00+01:00");
}

TEST_CASE("ranges of neighbouring days that touch or overlap are one interval") {
  WeekHours hours = week_of(closed, closed);
  hours.week[0] = {{{20h, 24h}}};
  hours.week[1] = {{{0h, 2h}, {18h, 36h}}};
  hours.week[2] = {{{10h, 14h}}};
  const OpeningHours calendar = only(hours);
  const std::vector<Interval> open =
      intervals(open_times({&calendar}), in_paris("2020-03-16T00:00"), 2);
  CHECK(shown(open[0]) == "2020-03-16T20:00:00+01:00 2020-03-17T02:00:00+01:00");
  CHECK(shown(open[1]) == "2020-03-17T18:00:00+01:00 2020-03-18T14:00:00+01:00");
}

TEST_CASE("several calendars are open together while each of them is") {
  const OpeningHours nights = daily(night);
  const OpeningHours mornings = daily({{{5h, 12h}}});
  const OpeningHours weekdays = only(week_of(around_the_clock, closed));
  const std::vector<Interval> open =
      intervals(open_times({&nights, &mornings, &weekdays}), in_paris("2020-03-20T00:00"), 2);
  CHECK(shown(open[0]) == "2020-03-20T05:00:00+01:00 2020-03-20T06:00:00+01:00");
  CHECK(shown(open[1]) == "2020-03-23T05:00:00+01:00 2020-03-23T06:00:00+01:00");
}

TEST_CASE("without a calendar it is open around the clock, up to the end of the year 9999") {
  const OpenTimes times = open_times({});
  const Instant from = in_paris("2020-03-16T10:00");
  CHECK(shown(times.next_open(from)) == "2020-03-16T10:00:00+01:00 10000-01-01T00:00:00+01:00");
  CHECK(shown(times.finish(from, 1000h)) == shown(from + 1000h));
  CHECK(shown(times.begin_of_unbroken(from, 24h * 365 * 1000)) == shown(from));
  CHECK(shown(times.finish(from, 24h * 365 * 9000)) == "never");
  CHECK(shown(times.next_open(in_paris("9999-12-31T23:00") + 2h)) == "never");
  CHECK(shown(times.next_open(from + 24h * 365 * 12'000'000)) == "never");
  const OpeningHours none;
  CHECK(open_times({&none}).next_open(from) == times.next_open(from));
}

TEST_CASE("the last night of the year 9999 runs to its end") {
  const OpeningHours nights = daily(night);
  const std::vector<Interval> open =
      intervals(open_times({&nights}), in_paris("9999-12-31T12:00"), 2);
  CHECK(open.size() == 1);
  CHECK(shown(open[0]) == "9999-12-31T22:00:00+01:00 10000-01-01T06:00:00+01:00");
}

TEST_CASE("work that needs more open time than is ever there is never done") {
  const OpeningHours never_open = daily(closed);
  const OpeningHours weekdays = only(week_of(daytime, closed));
  const OpeningHours weekends = only(week_of(closed, daytime));
  const OpeningHours ends{{{day("2020-04-01"), shared(week_of(daytime, daytime))},
                           {std::nullopt, shared(week_of(closed, closed))}}};
  const Instant from = in_paris("2020-03-16T10:00");
  CHECK_FALSE(open_times({&never_open}).next_open(from).has_value());
  CHECK_FALSE(open_times({&weekdays, &weekends}).next_open(from).has_value());
  CHECK_FALSE(open_times({&weekdays, &weekends}).finish(from, 1s).has_value());
  CHECK(shown(open_times({&ends}).finish(from, 10h + 15 * 12h)) == "2020-03-31T20:00:00+02:00");
  CHECK(shown(open_times({&ends}).finish(from, 10h + 15 * 12h + 1s)) == "never");
  CHECK(shown(open_times({&weekdays}).finish(from, 24h * 365 * 3500)) == "never");
}

TEST_CASE("work without a pause waits for an opening that is long enough") {
  WeekHours hours = week_of(office, daytime);
  hours.exceptions = {{day("2020-05-04"), day("2020-05-05"), around_the_clock}};
  const OpeningHours calendar = only(hours);
  const OpenTimes times = open_times({&calendar});
  const Instant from = in_paris("2020-03-16T09:00");
  CHECK(shown(times.begin_of_unbroken(from, 3h)) == "2020-03-16T09:00:00+01:00");
  CHECK(shown(times.begin_of_unbroken(from, 4h)) == "2020-03-16T13:00:00+01:00");
  CHECK(shown(times.begin_of_unbroken(from, 7h)) == "2020-03-16T13:00:00+01:00");
  CHECK(shown(times.begin_of_unbroken(from, 12h)) == "2020-03-21T08:00:00+01:00");
  CHECK(shown(times.begin_of_unbroken(from, 48h)) == "2020-05-04T00:00:00+02:00");
  CHECK(shown(times.begin_of_unbroken(from, 48h + 1s)) == "never");
  CHECK(shown(times.begin_of_unbroken(from, 0s)) == shown(from));
}

TEST_CASE("a night is long enough once a year, when the clocks go back") {
  const OpeningHours nights = daily(night);
  const OpenTimes times = open_times({&nights});
  CHECK(shown(times.begin_of_unbroken(in_paris("2020-03-16T09:00"), 9h)) ==
        "2020-10-24T22:00:00+02:00");
  CHECK(shown(times.begin_of_unbroken(in_paris("2020-11-01T09:00"), 9h)) ==
        "2021-10-30T22:00:00+02:00");
  CHECK(shown(times.begin_of_unbroken(in_paris("2020-03-16T09:00"), 9h + 1s)) == "never");
}

TEST_CASE("an hour that the clocks skip is no break") {
  const OpeningHours nearly_always = daily({{{3h, 26h}}});
  CHECK(shown(open_times({&nearly_always}).begin_of_unbroken(in_paris("2019-11-01T00:00"), 46h)) ==
        "2020-03-28T03:00:00+01:00");
}

TEST_CASE("two changes of the clocks within a week are both seen") {
  // In 2040 Gaza puts its clocks forward again for the last week of October.
  const TimeZone gaza = TimeZone::named("Asia/Gaza").value();
  const OpeningHours nights = daily(night);
  const OpenTimes times{{&nights}, gaza};
  const Instant from =
      gaza.to_instant(std::chrono::local_days{day("2040-10-01").time_since_epoch()});
  std::optional<Instant> step_by_step = from;
  for (int nights_done = 0; nights_done < 60; ++nights_done)
    step_by_step = times.finish(*step_by_step, 8h);
  CHECK(times.finish(from, 60 * 8h) == step_by_step);
}

}  // namespace
}  // namespace bcp
