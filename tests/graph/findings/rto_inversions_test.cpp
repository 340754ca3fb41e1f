#include "graph/findings/rto_inversions.hpp"

#include <algorithm>
#include <ostream>

#include <doctest/doctest.h>

#include "graph/random_services.hpp"
#include "plan/judged.hpp"

namespace bcp {
namespace {

using namespace test;

std::string inversions(std::string_view yaml) {
  return judged_by(
      [](const Plan& plan, Diagnostics& found) {
        find_rto_inversions(plan, DependencyGraph{plan}, found);
      },
      yaml);
}

TEST_CASE("a service due before another that it requires is a finding with three places") {
  CHECK(inversions("services: {pay: {rto: 4h, requires: [bank]}, bank: {rto: 1d}}") ==
        "BCP2003 4h (1d, bank)");
  CHECK(inversions("services: {pay: {rto: 1d, requires: [bank]}, bank: {rto: 24h}}") == "");
}

TEST_CASE("by way of other nodes too, staff and site included") {
  CHECK(
      inversions("services: {pay: {rto: 4h, requires: [app]}, bank: {rto: 1d}}\n"
                 "applications: {app: {requires: [{all_of: [link]}]}, link: {requires: [bank]}}") ==
      "BCP2003 4h (1d, app)");
  CHECK(inversions("services: {pay: {rto: 4h, staff: {clerks: 3}}, power: {rto: 1d}}\n"
                   "staff: {clerks: {headcount: 3, site: hq}}\n"
                   "sites: {hq: {requires: [power]}}") == "BCP2003 4h (1d, 3)");
}

TEST_CASE("an alternative that can be done without promises nothing") {
  CHECK(inversions("services: {pay: {rto: 4h, requires: [any_of: [bank, cash]]}, bank: {rto: 1d},\n"
                   "           cash: {rto: 1h}}") == "");
  CHECK(inversions("services: {pay: {rto: 4h, requires: [{at_least: 2, of: [bank, cash]}]},\n"
                   "           bank: {rto: 1d}, cash: {rto: 1h}}") == "BCP2003 4h (1d, bank)");
}

TEST_CASE("of several the one due last is named; what that one requires is its own affair") {
  CHECK(inversions("services:\n"
                   "  pay: {rto: 4h, requires: [post, bank]}\n"
                   "  post: {rto: 6h}\n"
                   "  bank: {rto: 1d, requires: [central]}\n"
                   "  central: {rto: 2d}") == "BCP2003 4h (1d, bank); BCP2003 1d (2d, central)");
}

TEST_CASE("a service without an RTO is looked through") {
  CHECK(inversions("services: {pay: {rto: 4h, requires: [hub]}, hub: {requires: [bank]},\n"
                   "           bank: {rto: 1d}}") == "BCP2003 4h (1d, hub)");
}

TEST_CASE("each counts from when it begins to be needed") {
  CHECK(inversions("services: {pay: {rto: 4h, from: +20h, requires: [bank]}, bank: {rto: 1d}}") ==
        "");
  CHECK(inversions("services: {pay: {rto: 1d, requires: [bank]}, bank: {rto: 4h, from: monday}}") ==
        "BCP2003 1d (4h, bank)");
}

TEST_CASE("a circle ends the search and is no inversion of itself") {
  CHECK(inversions("services: {pay: {rto: 4h, requires: [a]}, bank: {rto: 1d}}\n"
                   "applications: {a: {requires: [b]}, b: {requires: [a, pay, bank]}}") ==
        "BCP2003 4h (1d, a)");
}

/// Due times of services that these require whichever alternatives carry them; what such a one requires in turn is
/// its own affair.
void add_certain(const Plan& plan, const std::vector<Requirement>& requirements,
                 std::vector<Seconds>& due) {
  for (const Requirement& one : requirements) {
    if (!one.node) {
      if (one.needed == one.items.size()) add_certain(plan, one.items, due);
      continue;
    }
    const NodeRef& at = plan.nodes[one.node->value];
    if (at.kind == NodeKind::service && plan.services[at.position].rto) {
      due.push_back(*plan.services[at.position].rto);
    } else {
      add_certain(plan, node_of(plan, *one.node).requirements, due);
    }
  }
}

TEST_CASE("in random plans a service is inverted where a search of all it requires says so") {
  Dice dice{20200322};
  int inverted = 0;
  for (int i = 0; i < 500; ++i) {
    // Nodes stand above services here, and services above those that come after them.
    std::string yaml = random_services(
        dice, [](std::uint32_t) { return std::string{}; },
        [&](std::uint32_t) { return perhaps(dice, "rto", 6, 3); });
    yaml += "  t: {rto: 4h}\n  u: {rto: 2h}\n";
    for (const std::string id : {"n6", "n7"}) {
      const std::string begin = "  " + id + ": {recovery: ";
      const std::size_t at = yaml.find(begin);
      const std::size_t end = yaml.find('\n', at);
      yaml.replace(at, end - at,
                   "  " + id + ": {requires: [" + (id == "n6" ? "t, n7" : "u") + "]}");
    }
    CAPTURE(yaml);
    const Plan plan = plan_of(yaml);
    Diagnostics found;
    find_rto_inversions(plan, DependencyGraph{plan}, found);
    std::size_t expected = 0;
    for (const Service& service : plan.services) {
      std::vector<Seconds> due;
      add_certain(plan, service.requirements, due);
      if (service.rto && !due.empty() && std::ranges::max(due) > *service.rto) ++expected;
    }
    inverted += expected > 0 ? 1 : 0;
    REQUIRE(found.all().size() == expected);
  }
  MESSAGE(inverted << " with inversions");
  CHECK(inverted > 50);
}

}  // namespace
}  // namespace bcp
