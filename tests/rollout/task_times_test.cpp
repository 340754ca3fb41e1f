#include "rollout/task_times.hpp"

#include <ostream>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using test::plan_of;

/// Start and finish of each task in hours from the plan's start, Saturday 08:00: `a:0-2 b:never`.
std::string times_of(std::string_view tasks, std::string_view rest = "") {
  const Plan plan = plan_of("tasks: {" + std::string{tasks} + "}\n" + std::string{rest} +
                            "\nteams: {it: {members: 4, skills: [web, db]}, few: {members: 2, "
                            "skills: [web]}, office: {members: 3, "
                            "calendar: day}, none: {members: 0}}\ncalendars: {day: {week: "
                            "{mon-sun: 08:00-18:00}}, morning: "
                            "{week: {mon-sun: 06:00-12:00}}, shut: {week: {}}}");
  const auto times = earliest_task_times(plan);
  std::string text;
  for (std::size_t task = 0; task < times.size(); ++task) {
    const auto hours = [&](Instant at) {
      return std::to_string((at - plan.start) / std::chrono::hours{1});
    };
    text += (text.empty() ? "" : " ") + plan.tasks[task].id + ':';
    text += times[task] ? hours(times[task]->start) + '-' + hours(times[task]->finish) : "never";
  }
  return text;
}

TEST_CASE("a task begins at the start, and goes on after those before it") {
  CHECK(times_of("a: {duration: 2h}, b: {duration: 1h, after: [a]}, c: {duration: 1h, after: "
                 "[{task: a, lag: 2h}]}") == "a:0-2 b:2-3 c:4-5");
}

TEST_CASE("links go from finish to start, from start to start, from finish to finish") {
  CHECK(times_of("a: {duration: 6h}, b: {duration: 1h, after: [{task: a, start: 1h}]}, c: "
                 "{duration: 1h, after: [{task: a, "
                 "finish: 0s}]}, d: {duration: 1h, after: [{task: a, lag: -2h}]}") ==
        "a:0-6 b:1-2 c:5-6 d:4-5");
}

TEST_CASE("nothing begins before the plan's start, a milestone or `not_before`") {
  CHECK(times_of("a: {duration: 1h, not_before: 2020-03-01T08:00}, b: {duration: 1h, not_before: "
                 "+3h}, c: {duration: 1h, after: "
                 "[monday]}, d: {duration: 1h, after: [{task: monday, lag: 2h}]}, e: {duration: "
                 "1h, after: [{task: a, lag: "
                 "-9h}]}") == "a:0-1 b:3-4 c:48-49 d:50-51 e:0-1");
}

TEST_CASE("work is shared by the most people the task may have, rounded up to seconds") {
  CHECK(times_of(
            "a: {work: 24h, team: {it: {min: 1, max: 3}}}, b: {work: 24h, team: {it: {min: 1}}}, "
            "c: {work: 24h, team: it}, d: {work: 24h, team: {it: 2, few: 2}}") ==
        "a:0-8 b:0-6 c:0-24 d:0-6");
  const Plan plan = plan_of("teams: {it: {members: 3}}\ntasks: {a: {work: 10s, team: {it: 3}}}");
  CHECK(earliest_task_times(plan)[0]->finish - plan.start == Seconds{4});
}

TEST_CASE("of the teams with all skills the one that is done first does it") {
  CHECK(times_of("a: {work: 24h, skills: [web], people: {min: 1}}, b: {work: 24h, skills: [web, "
                 "db], people: {min: 1, max: 2}}, "
                 "c: {work: 4h, skills: [web], people: 5}, d: {work: 4h, skills: [cobol]}, e: "
                 "{duration: 3h, skills: [db]}") == "a:0-6 b:0-12 c:never d:never e:0-3");
}

TEST_CASE("it pauses while its calendar or its team's is closed") {
  CHECK(times_of("a: {duration: 12h, team: office}, b: {duration: 12h}, c: {duration: 12h, "
                 "calendar: day}, "
                 "d: {duration: 6h, team: office, calendar: morning}") ==
        "a:0-26 b:0-12 c:0-26 d:0-26");
  CHECK(times_of("a: {duration: 10h, team: office}, b: {duration: 1h, calendar: morning, "
                 "not_before: +4h}") == "a:0-10 b:22-23");
}

TEST_CASE("a continuous task waits until it goes through without a pause") {
  CHECK(times_of(
            "a: {duration: 8h, calendar: day, continuous: true, not_before: +4h}, "
            "b: {duration: 11h, calendar: day, continuous: true}, c: {duration: 1h, after: [b]}") ==
        "a:24-32 b:never c:never");
}

TEST_CASE("what is never open, or lacks the people, never runs, nor what comes after") {
  CHECK(times_of("a: {duration: 1h, calendar: shut}, b: {duration: 1h, team: {few: 3}}, c: "
                 "{duration: 1h, after: [a]}, "
                 "d: {work: 1h, team: none}, e: {duration: 1h}") ==
        "a:never b:never c:never d:never e:0-1");
}

TEST_CASE("tasks that wait on each other never run, nor do those after them") {
  CHECK(
      times_of("a: {duration: 1h, after: [b]}, b: {duration: 1h, after: [a]}, c: {duration: 1h, "
               "after: [c]}, "
               "d: {duration: 1h, after: [b]}, e: {duration: 1h}, f: {duration: 1h, after: [e]}") ==
      "a:never b:never c:never d:never e:0-1 f:1-2");
}

TEST_CASE("a task of no length needs no open time") {
  CHECK(times_of("a: {duration: 0s, team: {office: 3}, not_before: +12h}, b: {duration: 0s, after: "
                 "[{task: a, finish: 3h}]}") == "a:12-12 b:15-15");
}

TEST_CASE("a task that is done was done then") {
  CHECK(times_of("a: {duration: 9h, started: +1h, done: +2h}, b: {duration: 1h, done: +3h, after: "
                 "[a]}, c: {duration: 1h, after: [a]}") == "a:1-2 b:3-3 c:2-3");
}

TEST_CASE("a node is available once the last of the tasks that enable it is done") {
  const Plan plan = plan_of(R"(
sites: {a: {}, b: {}, c: {}, d: {}}
calendars: {shut: {week: {}}}
tasks:
  one: {duration: 2h, enables: [a, b]}
  two: {duration: 5h, enables: [b, c]}
  three: {duration: 5h, calendar: shut, enables: [c]}
)");
  using std::chrono::hours;
  const auto from = available_from(plan, earliest_task_times(plan));
  CHECK(from == std::vector<std::optional<Seconds>>{hours{2}, hours{5}, std::nullopt, Seconds{0}});
}

}  // namespace
}  // namespace bcp
