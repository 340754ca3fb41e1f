#include "graph/findings/backups.hpp"

#include <algorithm>
#include <ostream>

#include <doctest/doctest.h>

#include "graph/random_services.hpp"
#include "plan/judged.hpp"

namespace bcp {
namespace {

using namespace test;

std::string backups(std::string_view yaml) {
  return judged_by(
      [](const Plan& plan, Diagnostics& found) {
        find_insufficient_backups(plan, DependencyGraph{plan}, found);
      },
      yaml);
}

bool reaches(const Plan& plan, NodeId from, NodeId to);

bool reach(const Plan& plan, const std::vector<Requirement>& requirements, NodeId to) {
  return std::ranges::any_of(requirements, [&](const Requirement& one) {
    return one.node ? reaches(plan, *one.node, to) : reach(plan, one.items, to);
  });
}

/// By any chain of requirements, alternatives included.
bool reaches(const Plan& plan, NodeId from, NodeId to) {
  return from == to || reach(plan, node_of(plan, from).requirements, to);
}

TEST_CASE("a backup made less often than a service can bear is a finding at `every`") {
  CHECK(backups("services: {pay: {rpo: 4h, requires: [ledger]}}\n"
                "applications: {ledger: {backup: {every: 5h}}}") == "BCP2005 5h (4h)");
  CHECK(backups("services: {pay: {rpo: 4h, requires: [ledger]}}\n"
                "applications: {ledger: {backup: {every: 4h}}}") == "");
  CHECK(backups("services: {pay: {requires: [ledger]}}\n"
                "applications: {ledger: {backup: {every: 5h}}}") == "");
}

TEST_CASE("the strictest service that hangs on it counts, by any chain, alternatives included") {
  CHECK(backups("services:\n"
                "  letters: {rpo: 1d, requires: [ledger]}\n"
                "  pay: {rpo: 4h, requires: [any_of: [ledger, paper]]}\n"
                "applications: {ledger: {requires: [store]}, paper: {}}\n"
                "infrastructure: {store: {backup: {every: 1d}}}") == "BCP2005 1d (4h)");
  CHECK(backups("services: {pay: {rpo: 4h, tier: normal, requires: [ledger]},\n"
                "           vote: {rpo: 4h, tier: vital, requires: [ledger]},\n"
                "           old: {rpo: 240m, requires: [ledger]}}\n"
                "applications: {ledger: {backup: {every: 1d}}}") == "BCP2005 1d (4h)");
}

TEST_CASE("an application without a backup is a finding where others back up") {
  constexpr std::string_view ledger = "services: {pay: {rpo: 4h, requires: [ledger]}}\n";
  CHECK(backups(std::string{ledger} + "applications: {ledger: {}}") == "");
  CHECK(backups(std::string{ledger} + "applications: {ledger: {}, mail: {backup: {every: 1d}}}") ==
        "BCP2006 ledger (4h)");
  CHECK(backups(std::string{ledger} + "applications: {ledger: {requires: [store]}}\n"
                                      "infrastructure: {store: {}, disk: {backup: {every: 1d}}}") ==
        "");
}

TEST_CASE("what a workaround requires carries no data of the service") {
  CHECK(backups("services: {pay: {rpo: 4h, workarounds: {paper: {level: 100%, requires: [pc]}}}}\n"
                "applications: {pc: {backup: {every: 1d}}}") == "");
}

TEST_CASE("in random plans a backup is held to the least RPO of all that reach it") {
  Dice dice{20200321};
  int rare = 0;
  for (int i = 0; i < 500; ++i) {
    const std::string yaml = random_services(
        dice,
        [&](std::uint32_t) {
          return "backup: {every: " + std::to_string(1 + dice.below(5)) + "h}, ";
        },
        [&](std::uint32_t) { return perhaps(dice, "rpo", 5, 2); });
    CAPTURE(yaml);
    const Plan plan = plan_of(yaml);
    std::string expected;
    for (const Infrastructure& node : plan.infrastructure) {
      Seconds least = Seconds::max();
      for (const Service& service : plan.services) {
        if (service.rpo && reaches(plan, service.node, node.node))
          least = std::min(least, *service.rpo);
      }
      if (node.backup->every <= least) continue;
      ++rare;
      const auto hours = [](Seconds time) { return std::to_string(time.count() / 3600) + 'h'; };
      expected += (expected.empty() ? "" : "; ") + ("BCP2005 " + hours(node.backup->every)) + " (" +
                  hours(least) + ')';
    }
    REQUIRE(backups(yaml) == expected);
  }
  CHECK(rare > 100);
}

}  // namespace
}  // namespace bcp
