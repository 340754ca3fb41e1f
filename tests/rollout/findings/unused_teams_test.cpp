#include "rollout/findings/unused_teams.hpp"

#include <doctest/doctest.h>

#include "plan/judged.hpp"

namespace bcp {
namespace {

using namespace test;

std::string unused(std::string_view others, std::string_view team = "{members: 2}") {
  return judged_by(find_unused_teams,
                   "teams: {fitters: " + std::string{team} + "}\n" + std::string{others});
}

TEST_CASE("a team on which nobody calls is a finding at its id") {
  CHECK(unused("") == "BCP2102 fitters");
  CHECK(unused("absences: {flu: {of: fitters, share: 50%}}") == "BCP2102 fitters");
}

TEST_CASE("tasks, recoveries, pools and help desks call on a team") {
  CHECK(unused("tasks: {a: {duration: 1h, team: fitters}}") == "");
  CHECK(unused("applications: {a: {recovery: 1h, recovery_team: {fitters: 1}}}") == "");
  CHECK(unused("resource_types: {laptop: {}}\n"
               "equipment: {a: {type: laptop, count: 1, preparation: 1h, team: fitters}}") == "");
  CHECK(unused("support: {desk: {teams: [fitters]}}") == "");
}

TEST_CASE("a task that asks for skills calls on every team that has them all") {
  CHECK(unused("tasks: {a: {duration: 1h, skills: [imaging]}}",
               "{members: 2, skills: [wiring, imaging]}") == "");
  CHECK(unused("tasks: {a: {duration: 1h, skills: [imaging, cooking]}}",
               "{members: 2, skills: [wiring, imaging]}") == "BCP2102 fitters");
}

}  // namespace
}  // namespace bcp
