#include "supply/findings/unprepared_pools.hpp"

#include <doctest/doctest.h>

#include "plan/judged.hpp"

namespace bcp {
namespace {

using namespace test;

std::string unprepared(std::string_view pool) {
  return judged_by(find_unprepared_pools,
                   "resource_types: {laptop: {}}\nteams: {fitters: {members: 2}}\n"
                   "equipment: {store: {type: laptop, " +
                       std::string{pool} + "}}");
}

TEST_CASE("units that need no preparation need nobody") {
  CHECK(unprepared("count: 5") == "");
  CHECK(unprepared("count: 5, preparation: 0s") == "");
  CHECK(unprepared("count: 5, preparation: {min: 0s, likely: 0s, max: 1h}") == "");
  CHECK(unprepared("count: 0, preparation: 40m") == "");
}

TEST_CASE("preparation without a team is a finding at the preparation") {
  CHECK(unprepared("count: 5, preparation: 40m") == "BCP2201 40m");
  CHECK(unprepared("count: 5, preparation: {min: 0s, likely: 20m, max: 1h}") ==
        "BCP2201 {min: 0s, likely: 20m, max: 1h}");
  CHECK(unprepared("count: 5, preparation: 40m, team: fitters") == "");
}

TEST_CASE("until the schedule counts `people` a small team prepares them, as the figures say") {
  CHECK(unprepared("count: 5, preparation: 40m, team: fitters, people: {min: 3, max: 4}") == "");
}

}  // namespace
}  // namespace bcp
