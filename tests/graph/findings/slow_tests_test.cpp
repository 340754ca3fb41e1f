#include "graph/findings/slow_tests.hpp"

#include <ostream>

#include <doctest/doctest.h>

#include "graph/critical_path.hpp"
#include "graph/random_services.hpp"
#include "plan/judged.hpp"

namespace bcp {
namespace {

using namespace test;

void check(const Plan& plan, Diagnostics& found) {
  find_slow_tests(plan, DependencyGraph{plan}, found);
}

std::string slow(std::string_view yaml) { return judged_by(check, yaml); }

/// The services whose verdicts the first finding flips.
Names flipped(std::string_view yaml) {
  Diagnostics found;
  check(plan_of(yaml), found);
  REQUIRE(!found.all().empty());
  const auto& notes = found.all().front().notes;
  if (notes.empty()) return {};
  for (const NamedArgument& argument : notes.front().arguments) {
    if (argument.name == "services") return std::get<Names>(argument.value);
  }
  return {};
}

TEST_CASE("a measured recovery longer than the promised one is a finding at the measure") {
  CHECK(slow("applications: {ledger: {recovery: 2h, tested: {recovery: 3h}}}") ==
        "BCP2007 3h (2h)");
  CHECK(slow("applications: {ledger: {recovery: 2h, tested: {recovery: 2h}}}") == "");
  CHECK(slow("applications: {ledger: {tested: {recovery: 1s}}}") == "BCP2007 1s (ledger)");
  CHECK(slow("applications: {ledger: {recovery: {min: 1h, likely: 2h, max: 9h}, tested: {recovery: "
             "3h}}}") == "BCP2007 3h ({min: 1h, likely: 2h, max: 9h})");
}

TEST_CASE("it says whose verdict the measure flips") {
  constexpr std::string_view services =
      "services: {pay: {rto: 2h, requires: [ledger]}, vote: {rto: 3h, requires: [ledger]},\n"
      "           post: {rto: 1h}}\n";
  CHECK(flipped(std::string{services} +
                "applications: {ledger: {recovery: 2h, tested: {recovery: 3h}}}") == Names{"pay"});
  CHECK(flipped(std::string{services} +
                "applications: {ledger: {recovery: 2h, tested: {recovery: 3h1s}}}") ==
        Names{"pay", "vote"});
  CHECK(flipped(std::string{services} +
                "applications: {ledger: {recovery: 1h, tested: {recovery: 2h}}}") == Names{});
}

TEST_CASE("an alternative takes over where it is faster than the measure") {
  constexpr std::string_view plan =
      "services: {pay: {rto: 3h, requires: [any_of: [ledger, paper]]}}\n"
      "applications: {paper: {recovery: RECOVERY}, ledger: {recovery: 2h, tested: {recovery: 9h}}}";
  const auto with = [&](std::string_view recovery) {
    std::string text{plan};
    return text.replace(text.find("RECOVERY"), 8, recovery);
  };
  CHECK(flipped(with("3h")) == Names{});
  CHECK(flipped(with("4h")) == Names{"pay"});
}

TEST_CASE("a recovery that promised to take no time begins after the clock when it does") {
  constexpr std::string_view head =
      "bcp: 1\nplan: {name: x, timezone: UTC, start: 2020-03-14T08:00, clock: {decide: 2h}}\n"
      "services: {pay: {rto: 3h, requires: [ledger]}}\n"
      "applications: {ledger: {tested: {recovery: ";
  CHECK(flipped(std::string{head} + "1h}}}") == Names{});
  CHECK(flipped(std::string{head} + "1h1s}}}") == Names{"pay"});
}

TEST_CASE("in random plans a measure flips the verdicts that a recovery with it alone does") {
  Dice dice{20200320};
  int flips = 0;
  for (int i = 0; i < 500; ++i) {
    const std::uint32_t measured = dice.below(8);
    const std::string yaml = random_services(
        dice,
        [&](std::uint32_t node) {
          return node == measured
                     ? "tested: {recovery: " + std::to_string(3 + dice.below(5)) + "h}, "
                     : std::string{};
        },
        [&](std::uint32_t) { return perhaps(dice, "rto", 5, 4) + perhaps(dice, "mtpd", 9, 3); });
    CAPTURE(yaml);
    const Plan plan = plan_of(yaml);
    Names expected;
    for (const Flip& flip : critical_paths(plan, {}).flips)
      expected.push_back(plan.services[flip.service.value].id);
    flips += expected.empty() ? 0 : 1;
    REQUIRE(flipped(yaml) == expected);
  }
  MESSAGE(flips << " with flips");
  CHECK(flips > 50);
}

}  // namespace
}  // namespace bcp
