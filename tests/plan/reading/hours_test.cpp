#include "plan/reading/hours.hpp"

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using test::findings_of;
using test::plan_of;

std::string shown(const Hours& hours) {
  std::string text;
  for (const Hours::Range& range : hours.ranges) {
    const auto hour = [](Seconds at) {
      return std::to_string(at.count() / 3600) +
             (at.count() % 3600 == 0 ? "" : ":" + std::to_string(at.count() % 3600 / 60));
    };
    text += (text.empty() ? "" : " ") + hour(range.begin) + '-' + hour(range.end);
  }
  return text;
}

/// Monday to Sunday: `8-12 13-20 | | …`
std::string shown(const std::array<Hours, 7>& week) {
  std::string text;
  for (const Hours& day : week) text += (&day == week.data() ? "" : "|") + shown(day);
  return text;
}

std::string week_of(std::string_view week) {
  const Plan plan = plan_of("calendars: {c: {week: " + std::string{week} + "}}");
  return shown(plan.calendars.at(0).hours.phases.at(0).hours->week);
}

std::string found_in_week(std::string_view week) {
  return findings_of("calendars: {c: {week: " + std::string{week} + "}}");
}

TEST_CASE("a day is named alone or in a range, which may wrap; the others are closed") {
  CHECK(week_of("{mon: 08:00-12:00}") == "8-12||||||");
  CHECK(week_of("{mon-fri: 08:00-12:00, sun: open}") == "8-12|8-12|8-12|8-12|8-12||0-24");
  CHECK(week_of("{fri-mon: 08:00-12:00}") == "8-12||||8-12|8-12|8-12");
  CHECK(week_of("{tue-tue: 08:00-12:00}") == "|8-12|||||");
  CHECK(week_of("{}") == "||||||");
  CHECK(found_in_week("{Mon: open, monday: open, mon-: open, mon-x: open, mon–fri: open}") ==
        "BCP2402 Mon; BCP2402 monday; BCP2402 mon-; BCP2402 mon-x; BCP2402 mon–fri");
}

TEST_CASE("a day that is named twice is a finding with both places") {
  CHECK(found_in_week("{mon-fri: open, wed: closed}") == "BCP2403 wed");
  CHECK(found_in_week("{sat-mon: open, mon-tue: closed}") == "BCP2403 mon-tue");
  CHECK(found_in_week("{mon: open, tue: open}") == "");
}

TEST_CASE("hours are a range, a list of ranges, `open` or `closed`") {
  CHECK(week_of("{mon: [08:00-12:00, 13:00-20:00], tue: closed, wed: []}") == "8-12 13-20||||||");
  CHECK(week_of("{mon: 08:30-24:00, tue: 00:00-24:00}") == "8:30-24|0-24|||||");
  for (const std::string_view hours :
       {"8:00-12:00", "08:00", "08:00-25:00", "24:00-06:00", "08:60-12:00", "08:00–12:00",
        "08:00-12:00-14:00", "Open", "\"\""}) {
    CAPTURE(hours);
    CHECK(found_in_week("{mon: " + std::string{hours} + "}") == "BCP2401 " + std::string{hours});
    CHECK(found_in_week("{mon: [13:00-14:00, \"" + (hours == "\"\"" ? "" : std::string{hours}) +
                        "\"]}")
              .starts_with("BCP2401"));
  }
  CHECK(found_in_week("{mon: [[08:00-12:00]], tue: [open]}") ==
        "BCP2401 [08:00-12:00]; BCP2401 open");
}

TEST_CASE("an end at or before its beginning is on the next day") {
  CHECK(week_of("{mon: 22:00-06:00, tue: 08:00-08:00, wed: 22:00-24:00}") ==
        "22-30|8-32|22-24||||");
}

TEST_CASE("touching ranges are one, overlapping ones an error, in whatever order") {
  CHECK(week_of("{mon: [13:00-20:00, 08:00-12:00, 12:00-13:00]}") == "8-20||||||");
  CHECK(found_in_week("{mon: [12:00-14:00, 08:00-12:30]}") == "BCP2404 12:00-14:00");
  CHECK(found_in_week("{mon: [22:00-06:00, 23:00-23:30]}") == "BCP2404 23:00-23:30");
  CHECK(found_in_week("{mon: [08:00-12:00, 08:00-12:00]}") == "BCP2404 08:00-12:00");
  CHECK(week_of("{mon: [22:00-06:00, 00:00-06:00]}") == "0-6 22-30||||||");
}

TEST_CASE("a night does not run into the hours of the next day") {
  CHECK(found_in_week("{mon: 22:00-06:00, tue: 05:00-08:00}") == "BCP2404 05:00-08:00");
  CHECK(found_in_week("{mon-sun: [22:00-06:00, 05:00-07:00]}") ==
        "BCP2404 [22:00-06:00, 05:00-07:00]");
  CHECK(found_in_week("{sun: 22:00-06:00, mon: 05:00-08:00}") == "BCP2404 05:00-08:00");
  CHECK(found_in_week("{mon: 22:00-06:00, tue: 06:00-08:00}") == "");
  CHECK(found_in_week("{mon-sun: 06:00-06:00}") == "");
  CHECK(found_in_week("{mon-thu: 22:00-06:00, fri-sun: open}") == "");
}

TEST_CASE("exceptions are dates or ranges of dates, in order; holidays are days") {
  const Plan plan = plan_of(
      "calendars: {c: {week: {}, except: {2020-03-21..2020-03-22: closed, 2020-03-17: "
      "08:00-12:00}, holidays: [2020-04-13]}}");
  const WeekHours& hours = *plan.calendars[0].hours.phases.at(0).hours;
  REQUIRE(hours.exceptions.size() == 2);
  CHECK(shown(hours.exceptions[0].hours) == "8-12");
  CHECK(hours.exceptions[1].last - hours.exceptions[1].first == std::chrono::days{1});
  CHECK(hours.holidays.size() == 1);
  const auto found = [](std::string_view days) {
    return findings_of("calendars: {c: {week: {}, except: {" + std::string{days} + "}}}");
  };
  CHECK(found("2020-03-22..2020-03-21: closed") == "BCP1213 2020-03-22..2020-03-21");
  CHECK(found("2020-02-30: closed") == "BCP1213 2020-02-30");
  CHECK(found("2020-03-01..x: closed") == "BCP1213 2020-03-01..x");
  CHECK(found("2020-03-21..2020-03-25: closed, 2020-03-25: open") == "BCP2403 2020-03-25");
  CHECK(found("2020-03-25..2020-03-25: closed, 2020-03-26: open") == "");
  CHECK(found("2020-03-01..2020-03-31: closed, 2020-03-05: open, 2020-03-10: open") ==
        "BCP2403 2020-03-05; BCP2403 2020-03-10");
  CHECK(findings_of("calendars: {c: {week: {}, holidays: [2020-04-13, 2020-04-13]}}") ==
        "BCP1305 2020-04-13");
}

TEST_CASE("a calendar has a week or phases, and not both") {
  CHECK(findings_of("calendars: {c: {max_hours: 12h}}") == "BCP1104 c");
  CHECK(findings_of("calendars: {c: {week: {}, phases: [{calendar: d}]}, d: {week: {}}}") ==
        "BCP1103 phases");
}

TEST_CASE("phases follow each other, each but the last with its end") {
  const auto found = [](std::string_view phases) {
    return findings_of("calendars: {c: {phases: " + std::string{phases} + "}, d: {week: {}}}");
  };
  CHECK(
      found(
          "[{until: 2020-03-18, calendar: d}, {until: 2020-03-19, calendar: d}, {calendar: d}]") ==
      "");
  CHECK(found("[]") == "BCP2405 phases");
  CHECK(found("[{until: 2020-03-18, calendar: d}]") == "BCP2405 {until: 2020-03-18, calendar: d}");
  CHECK(found("[{calendar: d}, {calendar: d}]") == "BCP2405 {calendar: d}");
  CHECK(
      found(
          "[{until: 2020-03-18, calendar: d}, {until: 2020-03-18, calendar: d}, {calendar: d}]") ==
      "BCP2405 {until: 2020-03-18, calendar: d}");
  CHECK(found("[{until: 2020-03-18}, {calendar: e}]") == "BCP1202 {until: 2020-03-18}; BCP1301 e");
}

TEST_CASE("phases of calendars with phases are laid out one after the other") {
  const Plan plan = plan_of(R"(
calendars:
  day: {week: {mon: 08:00-12:00}}
  night: {week: {mon: 22:00-06:00}}
  inner: {phases: [{until: 2020-03-18, calendar: day}, {calendar: night}]}
  outer: {phases: [{until: 2020-03-25, calendar: inner}, {calendar: day}], holidays: [2020-03-20], except: {2020-03-16: open}}
)");
  const auto& phases = plan.calendars.at(3).hours.phases;
  REQUIRE(phases.size() == 3);
  CHECK(phases[0].until == Date{std::chrono::year{2020} / 3 / 18});
  CHECK(phases[1].until == Date{std::chrono::year{2020} / 3 / 25});
  CHECK_FALSE(phases[2].until.has_value());
  CHECK(shown(phases[0].hours->week[0]) == "8-12");
  CHECK(shown(phases[1].hours->week[0]) == "22-30");
  for (const OpeningHours::Phase& phase : phases) {
    REQUIRE(phase.hours->exceptions.size() == 2);
    CHECK(shown(phase.hours->exceptions[0].hours) == "0-24");
    CHECK(shown(phase.hours->exceptions[1].hours) == "");
  }
}

TEST_CASE("what a calendar says itself wins over its phases, day by day") {
  const Plan plan = plan_of(R"(
calendars:
  day: {week: {}, except: {2020-03-01..2020-03-10: 08:00-12:00}}
  outer: {phases: [{calendar: day}], except: {2020-03-03..2020-03-04: closed, 2020-03-10..2020-03-12: open}}
)");
  std::string days;
  for (const WeekHours::Exception& one :
       plan.calendars.at(1).hours.phases.at(0).hours->exceptions) {
    const auto number = [](Date date) {
      return std::to_string(unsigned{std::chrono::year_month_day{date}.day()});
    };
    days += number(one.first) + ".." + number(one.last) + '=' + shown(one.hours) + ' ';
  }
  CHECK(days == "1..2=8-12 3..4= 5..9=8-12 10..12=0-24 ");
}

TEST_CASE("calendars of phases may follow each other in a chain of any length") {
  std::string text =
      "calendars:\n  c20000: {week: {mon: 08:00-12:00}, except: {2020-03-16: open}}\n";
  for (int i = 0; i < 20000; ++i) {
    text +=
        "  c" + std::to_string(i) + ": {phases: [{calendar: c" + std::to_string(i + 1) + "}]}\n";
  }
  const Plan plan = plan_of(text);
  for (const Calendar& calendar : plan.calendars) {
    CHECK(calendar.hours.phases.at(0).hours == plan.calendars.back().hours.phases.at(0).hours);
  }
}

TEST_CASE("what calendars take over from each other has a limit, and is one finding") {
  std::string text = "calendars:\n  base: {week: {}, except: {";
  for (int day = 10; day < 100; ++day) {
    for (int month = 1; month < 10; ++month)
      text += "20" + std::to_string(day) + "-0" + std::to_string(month) + "-01: open, ";
  }
  text += "}}\n";
  for (int i = 0; i < 1300; ++i) {
    text +=
        "  c" + std::to_string(i) + ": {phases: [{calendar: base}], except: {2020-03-16: open}}\n";
  }
  CHECK(findings_of(text).starts_with("BCP2405 c"));
  CHECK(findings_of(text).find(';') == std::string::npos);
}

TEST_CASE("phases that lead back to their calendar are one finding") {
  CHECK(findings_of("calendars: {a: {phases: [{calendar: a}]}}") == "BCP2405 a");
  CHECK(findings_of("calendars: {a: {phases: [{calendar: b}]}, b: {phases: [{calendar: a}]}, c: "
                    "{phases: [{calendar: b}]}}") == "BCP2405 a");
}

}  // namespace
}  // namespace bcp
