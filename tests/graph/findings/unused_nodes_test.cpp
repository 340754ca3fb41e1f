#include "graph/findings/unused_nodes.hpp"

#include <doctest/doctest.h>

#include "plan/judged.hpp"

namespace bcp {
namespace {

using namespace test;

std::string unused(std::string_view yaml) { return judged_by(find_unused_nodes, yaml); }

TEST_CASE("an application that nothing requires is a finding at its id") {
  CHECK(unused("applications: {ledger: {}}") == "BCP2102 ledger");
  CHECK(unused("applications: {ledger: {}}\nservices: {pay: {requires: [ledger]}}") == "");
}

TEST_CASE("an alternative, a vote and a workaround require what they name") {
  CHECK(unused("applications: {a: {}, b: {}, c: {}, d: {}}\n"
               "services:\n"
               "  pay:\n"
               "    requires: [any_of: [a, all_of: [b]], {at_least: 1, of: [c]}]\n"
               "    workarounds: {paper: {level: 100%, requires: [d]}}") == "");
}

TEST_CASE("what holds a backup or provides capacity is used") {
  CHECK(unused("resource_types: {session: {}}\n"
               "infrastructure: {gateway: {provides: {session: 5}}, vault: {}, spare: {}}\n"
               "applications: {ledger: {backup: {every: 4h, copies: [vault]}}}\n"
               "services: {pay: {requires: [ledger]}}") == "BCP2102 spare");
}

TEST_CASE("a task, a scenario or an exercise is about a node and does not use it") {
  CHECK(unused("applications: {ledger: {}}\n"
               "tasks: {install: {duration: 1h, enables: [ledger]}}\n"
               "scenarios: {crash: {fail: [ledger]}}\n"
               "programme: {spring: {type: walk, every: 1y, covers: [ledger]}}") ==
        "BCP2102 ledger");
}

TEST_CASE("a site has people, stock, a role or what requires it") {
  CHECK(unused("sites: {hq: {}}") == "BCP2102 hq");
  CHECK(unused("sites: {hq: {}}\nstaff: {clerks: {headcount: 3, site: hq}}") == "");
  CHECK(unused("sites: {hq: {}}\nroles: {lead: {site: hq}}") == "");
  CHECK(unused("sites: {hq: {}}\nresource_types: {laptop: {}}\n"
               "equipment: {store: {type: laptop, count: 1, site: hq}}") == "");
  CHECK(unused("sites: {hq: {}}\nservices: {pay: {requires: [hq]}}") == "");
}

TEST_CASE("a supplier brings something, or may stand in for another") {
  CHECK(unused("suppliers: {shop: {}}") == "BCP2102 shop");
  CHECK(unused("suppliers: {shop: {alternatives: [mill]}, mill: {}}\n"
               "resource_types: {laptop: {}}\n"
               "equipment: {store: {type: laptop, count: 1, supplier: shop}}") == "");
}

TEST_CASE("a channel carries messages") {
  constexpr std::string_view message =
      "note: {subject: x, body: x, audience: [everyone], channels: [mail]}";
  CHECK(unused("communications: {channels: {mail: {}}}") == "BCP2102 mail");
  LoadedPlan plan =
      loaded("communications: {channels: {mail: {}}, messages: {" + std::string{message} + "}}");
  REQUIRE(plan.plan.has_value());  // the missing body is a warning
  Diagnostics found;
  find_unused_nodes(*plan.plan, found);
  CHECK(found.all().empty());
}

TEST_CASE("services and staff are what a plan is for") {
  CHECK(unused("services: {pay: {}}\nstaff: {clerks: {headcount: 3}}") == "");
}

}  // namespace
}  // namespace bcp
