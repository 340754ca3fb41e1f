#include "graph/findings/backups.hpp"

#include <doctest/doctest.h>

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

}  // namespace
}  // namespace bcp
