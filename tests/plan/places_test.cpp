#include "plan/places.hpp"

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using namespace test;

TEST_CASE("a place is as deep as what is written, and at last the id") {
  const LoadedPlan plan = loaded("applications: {ledger: {backup: {every: 4h}, recovery: 2h}}");
  const Entity& ledger = plan.plan->applications.front();
  const auto at = [&](std::initializer_list<std::string_view> keys) {
    return underlined(plan, place_of(ledger, keys));
  };
  CHECK(at({"recovery"}) == "2h");
  CHECK(at({"backup", "every"}) == "4h");
  CHECK(at({"backup", "restore"}) == "{every: 4h}");
  CHECK(at({"tested", "recovery"}) == "ledger");
}

TEST_CASE("an item has a place of its own") {
  const LoadedPlan plan = loaded(
      "tasks: {move: {duration: 1h, after: [monday, {task: pack, lag: 2h}]}, pack: {duration: "
      "1h}}");
  const Entity& move = plan.plan->tasks.front();
  CHECK(underlined(plan, place_of_item(move, "after", 0)) == "monday");
  CHECK(underlined(plan, place_of_item(move, "after", 1)) == "{task: pack, lag: 2h}");
  CHECK(underlined(plan, place_of_item(move, "tags", 0)) == "move");
}

}  // namespace
}  // namespace bcp
