#include "rollout/findings/calendars.hpp"

#include <doctest/doctest.h>

#include "plan/judged.hpp"

namespace bcp {
namespace {

using namespace test;

std::string closed(std::string_view yaml) { return judged_by(find_calendars_never_open, yaml); }
std::string phases(std::string_view yaml) { return judged_by(find_phases_never_reached, yaml); }
std::string unused(std::string_view yaml) { return judged_by(find_unused_calendars, yaml); }

TEST_CASE("a calendar that is closed from the plan's start on is a fault") {
  CHECK(closed("calendars: {never: {week: {mon: closed}}}") == "BCP2407 never");
  CHECK(closed("calendars: {past: {week: {sun: closed}, except: {2020-03-13: open}}}") ==
        "BCP2407 past");
  CHECK(closed("calendars: {once: {week: {sun: closed}, except: {2020-03-15: open}}}") == "");
  CHECK(closed("calendars: {today: {week: {sun: closed}, except: {2020-03-14: 07:00-08:01}}}") ==
        "");
}

TEST_CASE("a phase may be there to close") {
  CHECK(closed("calendars:\n"
               "  shut: {week: {mon: closed}}\n"
               "  day: {week: {mon: open}}\n"
               "  both: {phases: [{until: 2020-03-18, calendar: shut}, {calendar: day}]}") == "");
  CHECK(closed("calendars:\n"
               "  shut: {week: {mon: closed}}\n"
               "  both: {phases: [{until: 2020-03-18, calendar: shut}, {calendar: shut}]}") ==
        "BCP2407 both");
}

TEST_CASE("a phase whose last day lies before the plan's start never counts") {
  const auto until = [](std::string_view day) {
    return phases("calendars:\n  day: {week: {mon: open}}\n  both: {phases: [{until: " +
                  std::string{day} + ", calendar: day}, {calendar: day}]}");
  };
  CHECK(until("2020-03-14") == "BCP2408 2020-03-14");
  CHECK(until("2020-03-15") == "");
}

TEST_CASE("a calendar is used by a team, a task or another calendar") {
  CHECK(unused("calendars: {day: {week: {mon: open}}}") == "BCP2102 day");
  CHECK(unused("calendars: {day: {week: {mon: open}}}\nteams: {a: {members: 1, calendar: day}}") ==
        "");
  CHECK(
      unused("calendars: {day: {week: {mon: open}}}\ntasks: {a: {duration: 1h, calendar: day}}") ==
      "");
  CHECK(unused("calendars: {day: {week: {mon: open}}, one: {phases: [{calendar: day}]}}") ==
        "BCP2102 one");
}

}  // namespace
}  // namespace bcp
