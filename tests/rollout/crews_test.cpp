#include "rollout/crews.hpp"

#include <string>

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using namespace test;

constexpr std::string_view teams = R"(
calendars: {day: {week: {mon-sun: 08:00-18:00}}, night: {week: {mon-sun: 18:00-08:00}}}
teams:
  fitters: {members: 4, calendar: day, skills: [imaging, wiring]}
  movers: {members: 2, calendar: night, skills: [imaging]}
  nobody: {members: 0}
)";

/// `fitters+movers 6`, the crews of the only task.
std::string crews(std::string_view task) {
  const Plan plan = plan_of(std::string{teams} + "tasks: {it: " + std::string{task} + "}");
  std::string text;
  for (const Crew& crew : Crews{plan}.of(plan.tasks.front())) {
    if (!text.empty()) text += "; ";
    for (const TeamId team : crew.teams) text += plan.teams[team.value].id + ' ';
    text += std::to_string(crew.people);
  }
  return text;
}

TEST_CASE("a crew has the most people that each team may send") {
  CHECK(crews("{duration: 1h}") == "0");
  CHECK(crews("{duration: 1h, team: fitters}") == "fitters 1");
  CHECK(crews("{duration: 1h, team: {fitters: {min: 1, max: 9}, movers: {min: 2}}}") ==
        "fitters movers 6");
}

TEST_CASE("a team that is too small makes no crew") {
  CHECK(crews("{duration: 1h, team: {fitters: 1, movers: 3}}") == "");
}

TEST_CASE("skills choose among the teams that have them all and are large enough") {
  CHECK(crews("{duration: 1h, skills: [imaging]}") == "fitters 1; movers 1");
  CHECK(crews("{duration: 1h, skills: [imaging], people: 3}") == "fitters 3");
  CHECK(crews("{duration: 1h, skills: [imaging, cooking]}") == "");
}

TEST_CASE("work is shared by the people, a duration is not, and nobody does no work") {
  const Plan plan =
      plan_of(std::string{teams} + "tasks: {a: {work: 10s, team: fitters}, b: {duration: 10s}}");
  CHECK(length_with(plan.tasks[0], {.teams = {}, .people = 4}) == Seconds{3});
  CHECK(length_with(plan.tasks[0], {.teams = {}, .people = 0}) == std::nullopt);
  CHECK(length_with(plan.tasks[1], {.teams = {}, .people = 4}) == Seconds{10});
}

TEST_CASE("people are counted up to so many that nobody is left anything to do") {
  std::string many = "teams: {";
  std::string all = "{work: 10s, team: {";
  for (char team = 'a'; team < 'm'; ++team) {
    many += std::string{team} + ": {members: 1000000000000000000}, ";
    all += std::string{team} + ": {max: 1000000000000000000}, ";
  }
  const Plan plan = plan_of(many + "}\ntasks: {it: " + all + "}}}");
  const Crew crew = Crews{plan}.of(plan.tasks.front()).front();
  CHECK(crew.people == 1'000'000'000'000'000'000);
  CHECK(length_with(plan.tasks.front(), crew) == Seconds{1});
}

TEST_CASE("a task goes by its own calendar and those of its teams, each once") {
  const Plan plan =
      plan_of(std::string{teams} +
              "tasks: {a: {duration: 1h, calendar: day, team: {fitters: 1, movers: 1}}}");
  const auto calendars =
      calendars_of(plan, plan.tasks.front(), Crews{plan}.of(plan.tasks.front()).front());
  REQUIRE(calendars.size() == 2);
  CHECK(plan.calendars[calendars[0].value].id == "day");
  CHECK(plan.calendars[calendars[1].value].id == "night");
  CHECK(OpenTogether{plan}.of(calendars).next_open(plan.start) == std::nullopt);
}

}  // namespace
}  // namespace bcp
