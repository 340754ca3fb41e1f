#include "people/findings/overdue.hpp"

#include <doctest/doctest.h>

#include "plan/grammar.hpp"
#include "plan/judged.hpp"

namespace bcp {
namespace {

using namespace test;

std::string overdue(std::string_view as_of, std::string_view yaml) {
  return judged_by([&](const Plan& plan,
                       Diagnostics& found) { find_overdue(plan, *grammar::date(as_of), found); },
                   yaml);
}

TEST_CASE("a review is overdue from the day after its period on, of any entity") {
  constexpr std::string_view plan = "sites: {hq: {review: {every: 6mo, last: 2019-08-31}}}";
  CHECK(overdue("2020-02-29", plan) == "");
  CHECK(overdue("2020-03-01", plan) == "BCP2601 2019-08-31");
  CHECK(overdue("2020-03-01",
                "services: {a: {workarounds: {paper: {level: 100%, review: {every: "
                "1d, last: 2020-01-01}}}}}") == "BCP2601 2020-01-01");
}

TEST_CASE("without a last time a period counts from the plan's approval, or not at all") {
  CHECK(overdue("2020-03-01", "sites: {hq: {review: {every: 6mo}}}") == "");
  constexpr std::string_view approved =
      "bcp: 1\nplan: {name: x, timezone: UTC, start: 2020-03-14T08:00, approval: {on: "
      "2019-01-01}}\n"
      "sites: {hq: {review: {every: 6mo}}}";
  CHECK(overdue("2019-07-01", approved) == "");
  CHECK(overdue("2019-07-02", approved) == "BCP2601 {every: 6mo}");
}

TEST_CASE("exercises, contracts and actions have their days") {
  CHECK(overdue("2021-01-02", "programme: {spring: {type: walk, every: 1y, last: 2020-01-01}}") ==
        "BCP2603 2020-01-01");
  CHECK(overdue("2021-01-01", "programme: {spring: {type: walk, every: 1y, last: 2020-01-01}}") ==
        "");
  CHECK(overdue("2027-02-01", "suppliers: {shop: {contract: {ends: 2027-01-31}}}") ==
        "BCP2604 2027-01-31");
  CHECK(overdue("2027-01-31", "suppliers: {shop: {contract: {ends: 2027-01-31}}}") == "");
  CHECK(overdue("2026-12-02", "actions: {a-1: {text: x, due: 2026-12-01}}") ==
        "BCP2605 2026-12-01");
  CHECK(overdue("2026-12-01", "actions: {a-1: {text: x, due: 2026-12-01}}") == "");
  CHECK(overdue("2026-12-02", "actions: {a-1: {text: x, due: 2026-12-01, done: 2026-12-02}}") ==
        "");
}

}  // namespace
}  // namespace bcp
