#include "rollout/findings/task_circles.hpp"

#include <doctest/doctest.h>

#include "plan/judged.hpp"

namespace bcp {
namespace {

using namespace test;

std::string circles_in(std::string_view yaml) { return judged_by(find_task_circles, yaml); }

TEST_CASE("tasks that follow each other wait for nobody in a circle") {
  CHECK(circles_in("tasks: {a: {duration: 1h, after: [b, monday]}, b: {duration: 1h}}") == "");
}

TEST_CASE("a circle is one finding with the place of each step") {
  CHECK(circles_in("tasks:\n"
                   "  a: {duration: 1h, after: [b]}\n"
                   "  b: {duration: 1h, after: [monday, {task: c, lag: 2h}]}\n"
                   "  c: {duration: 1h, after: [a]}\n"
                   "  d: {duration: 1h, after: [c]}") == "BCP3001 b ({task: c, lag: 2h}, a)");
}

TEST_CASE("links of any kind make a circle") {
  CHECK(circles_in("tasks:\n"
                   "  a: {duration: 1h, after: [{task: b, start: 1h}]}\n"
                   "  b: {duration: 1h, after: [{task: a, finish: 0s}]}") ==
        "BCP3001 {task: b, start: 1h} ({task: a, finish: 0s})");
}

TEST_CASE("a task after itself is a circle of one") {
  CHECK(circles_in("tasks: {a: {duration: 1h, after: [a]}}") == "BCP3001 a");
}

TEST_CASE("two circles are two findings") {
  CHECK(circles_in("tasks:\n"
                   "  a: {duration: 1h, after: [b]}\n"
                   "  b: {duration: 1h, after: [a, c]}\n"
                   "  c: {duration: 1h, after: [d]}\n"
                   "  d: {duration: 1h, after: [c]}") == "BCP3001 b (a); BCP3001 d (c)");
}

TEST_CASE("the circle is printed from its first task back to it") {
  const Plan plan =
      plan_of("tasks: {b: {duration: 1h, after: [a]}, a: {duration: 1h, after: [b]}}");
  Diagnostics found;
  find_task_circles(plan, found);
  REQUIRE(found.all().size() == 1);
  CHECK(std::get<std::string>(found.all().front().message.arguments.front().value) == "a → b → a");
}

}  // namespace
}  // namespace bcp
