#include "rollout/findings/idle_tasks.hpp"

#include <doctest/doctest.h>

#include "plan/judged.hpp"

namespace bcp {
namespace {

using namespace test;

std::string idle(std::string_view tasks, std::string_view others = "") {
  constexpr std::string_view head = R"(
calendars:
  day: {week: {mon-fri: 08:00-18:00}}
  night: {week: {mon-sun: 18:00-08:00}}
  closed: {week: {mon: closed}}
  ends: {phases: [{until: 2020-03-18, calendar: day}, {calendar: closed}]}
teams:
  fitters: {members: 4, calendar: day, skills: [imaging]}
  guards: {members: 2, calendar: night}
)";
  return judged_by(
      [](const Plan& plan, Diagnostics& found) {
        find_idle_tasks(plan, earliest_task_times(plan), found);
      },
      std::string{head} + std::string{others} + "tasks: " + std::string{tasks});
}

TEST_CASE("a task that some schedule can run is no finding") {
  CHECK(idle("{a: {duration: 30h, team: {fitters: 4}}}") == "");
  CHECK(idle("{a: {duration: 10h, team: fitters, continuous: true}}") == "");
  CHECK(idle("{a: {work: 3pd, skills: [imaging], people: 4}}") == "");
}

TEST_CASE("more people than a team has are a fault of the number asked for") {
  CHECK(idle("{a: {duration: 1h, team: {fitters: 5}}}") == "BCP3002 5 (4)");
  CHECK(idle("{a: {duration: 1h, team: {fitters: {min: 5, max: 9}, guards: 1}}}") ==
        "BCP3002 {min: 5, max: 9} (4)");
}

TEST_CASE("skills that no team has, or no team that is large enough") {
  CHECK(idle("{a: {duration: 1h, skills: [imaging, wiring]}}") == "BCP3002 [imaging, wiring]");
  CHECK(idle("{a: {duration: 1h, skills: [imaging], people: 5}}") == "BCP3002 5 (4)");
}

TEST_CASE("calendars that are never open together") {
  CHECK(idle("{a: {duration: 1h, calendar: night, team: fitters}}") ==
        "BCP3002 night (night, day)");
  CHECK(idle("{a: {duration: 1h, team: {fitters: 1, guards: 1}}}") ==
        "BCP3002 {fitters: 1, guards: 1} (day, night)");
}

TEST_CASE("a continuous task longer than any opening") {
  CHECK(idle("{a: {duration: 10h1s, team: fitters, continuous: true}}") == "BCP3002 true (day)");
  CHECK(idle("{a: {work: 41h, team: {fitters: 4}, continuous: true}}") == "BCP3002 true (day)");
}

TEST_CASE("a calendar that closes for good before the task is done") {
  CHECK(idle("{a: {duration: 20h1s, calendar: ends}}") == "BCP3002 ends (ends)");
  CHECK(idle("{a: {duration: 20h, calendar: ends}}") == "");
}

TEST_CASE("what only waits for such a task, or in a circle, is not reported again") {
  CHECK(idle("{a: {duration: 1h, team: {fitters: 5}}, b: {duration: 1h, after: [a]}}") ==
        "BCP3002 5 (4)");
  CHECK(idle("{a: {duration: 1h, after: [b]}, b: {duration: 1h, after: [a]}}") == "");
}

TEST_CASE("a calendar that never opens is a finding of its own") {
  CHECK(idle("{a: {duration: 1h, calendar: closed}}") == "");
}

TEST_CASE("work without anybody") {
  CHECK(idle("{a: {work: 1pd, team: {ghosts: {min: 1}}}}", "  ghosts: {members: 0}\n") ==
        "BCP3002 {min: 1} (0)");
}

TEST_CASE("a task that is done has run, whatever it takes") {
  CHECK(idle("{a: {duration: 1h, team: {fitters: 5}, started: +1h, done: +2h}}") == "");
}

}  // namespace
}  // namespace bcp
