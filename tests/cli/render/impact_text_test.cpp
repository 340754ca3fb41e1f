#include "render/impact_text.hpp"

#include <ostream>
#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "plan/plan_of.hpp"
#include "render/impact_documents.hpp"
#include "render/width.hpp"

using namespace bcp;
using namespace bcp::cli;

namespace {

Plan town() {
  return test::plan_of(R"(
services:
  payments: {tier: vital, requires: [accounting]}
  registry: {tier: important, requires: [{any_of: [network, link]}]}
  library: {}
applications: {accounting: {requires: [server]}}
infrastructure: {server: {}, network: {}, link: {}}
)");
}

NodeId node(const Plan& plan, std::string_view id) { return *find_node(plan, id); }

/// Its chain goes on with that of the second.
Loss loss(const Plan& plan, const std::vector<std::string_view>& chain) {
  const NodeId cause = node(plan, chain.at(1));
  return {.node = node(plan, chain.front()),
          .because = {cause},
          .cause = cause,
          .failed = node(plan, chain.back()),
          .steps = chain.size() - 1};
}

std::string line_of(const Impacts& impacts, const Plan& plan, const char* code = "en") {
  return impact_line({impacts, plan, Language{code}, {}});
}

std::string page_of(const Impacts& impacts, const Plan& plan) {
  const Language language{"en"};
  const Style style;
  return impact_text({impacts, plan, language, style});
}

Impacts server_down(const Plan& plan) {
  return {.failed = {node(plan, "server")},
          .lost = {loss(plan, {"accounting", "server"}),
                   loss(plan, {"payments", "accounting", "server"})},
          .survivors = {}};
}

}  // namespace

TEST_CASE("the answer counts the services that stop, and the nodes in all") {
  const Plan plan = town();
  const Impacts impacts = server_down(plan);
  CHECK(line_of(impacts, plan) ==
        "server down: 1 of 3 services stops, and it is vital; 2 nodes in all.\n");
  CHECK(line_of(impacts, plan, "fr") ==
        "server en panne\u00a0: 1 service sur 3 s'arrête et il est de priorité "
        "«\u00a0vital\u00a0»\u202f; "
        "2 nœuds en tout.\n");
}

TEST_CASE("the answer says how many of the services that stop are of the most urgent tier") {
  const Plan plan = town();
  Impacts impacts{.failed = {node(plan, "link"), node(plan, "network"), node(plan, "server"),
                             node(plan, "accounting")},
                  .lost = {loss(plan, {"payments", "server"}), loss(plan, {"registry", "network"})},
                  .survivors = {}};
  CHECK(line_of(impacts, plan) ==
        "link, network and 2 other nodes down: 2 of 3 services stop, 1 of them vital.\n");
  impacts.lost = {loss(plan, {"library", "link"}), loss(plan, {"registry", "network"})};
  CHECK(line_of(impacts, plan).find("2 of 3 services stop, none of them vital.") !=
        std::string::npos);
}

TEST_CASE("the answer says in one line that nothing else stops, and what goes on all the same") {
  const Plan plan = town();
  Impacts impacts{.failed = {node(plan, "network")}, .lost = {}, .survivors = {}};
  CHECK(line_of(impacts, plan) == "network down: nothing else stops.\n");
  CHECK(page_of(impacts, plan) == "network down: nothing else stops.\n");
  impacts.survivors = {{node(plan, "registry"), {node(plan, "network")}, {node(plan, "link")}}};
  CHECK(page_of(impacts, plan) ==
        "network down: nothing else stops. 1 node goes on thanks to an alternative.\n"
        "\n"
        "What goes on thanks to an alternative\n"
        "without network, thanks to link (1):\n"
        "  registry\n");
}

TEST_CASE("a loss that stops no service says so") {
  const Plan plan = town();
  const Impacts impacts{.failed = {node(plan, "server")},
                        .lost = {loss(plan, {"accounting", "server"})},
                        .survivors = {}};
  CHECK(line_of(impacts, plan) == "server down: no service stops; 1 other node does.\n");
}

TEST_CASE("services stand by tier with their chain of causes, other losses by kind") {
  const Plan plan = town();
  CHECK(page_of(server_down(plan), plan) ==
        "server down: 1 of 3 services stops, and it is vital; 2 nodes in all.\n"
        "\n"
        "Services that stop, and why\n"
        "vital (1)\n"
        "  payments ← accounting ← server\n"
        "\n"
        "What else stops\n"
        "Applications (1)\n"
        "  accounting\n");
}

TEST_CASE("a tier with many losses names all, and shows the chains of the first") {
  std::string services = "services:\n";
  for (int i = 10; i < 40; ++i)
    services += "  service-" + std::to_string(i) + ": {tier: vital, requires: [power]}\n";
  const Plan plan = test::plan_of(services + "sites: {power: {}}\n");
  Impacts impacts{.failed = {node(plan, "power")}, .lost = {}, .survivors = {}};
  for (int i = 10; i < 40; ++i)
    impacts.lost.push_back(loss(plan, {"service-" + std::to_string(i), "power"}));
  const std::string page = page_of(impacts, plan);
  CHECK(page.find("  service-21 ← power\n  and 18 more:\n    service-22, ") != std::string::npos);
  CHECK(page.find("service-39\n") != std::string::npos);
  CHECK(page.find("`--format csv`") != std::string::npos);
  std::istringstream lines{page};
  for (std::string line; std::getline(lines, line);) CHECK(display_width(line) <= 80);
}

TEST_CASE("of a long chain of causes the first and the last are shown") {
  std::string nodes = "infrastructure: {n00: {}";
  std::vector<std::string> ids{"n00"};
  for (int i = 1; i < 40; ++i) {
    ids.push_back((i < 10 ? "n0" : "n") + std::to_string(i));
    nodes += ", " + ids.back() + ": {requires: [" + ids[ids.size() - 2] + "]}";
  }
  const Plan plan = test::plan_of("services: {pay: {requires: [n39]}}\n" + nodes + "}");
  const std::string page = page_of(impact(plan, {node(plan, "n00")}), plan);
  CHECK(page.find("  pay ← n39 ← n38 ←") != std::string::npos);
  CHECK(page.find("n22") != std::string::npos);
  CHECK(page.find("+ 21") != std::string::npos);
  CHECK(page.find("n00\n") != std::string::npos);
}

TEST_CASE("JSON says why each node is lost and what carries those that go on") {
  const Plan plan = town();
  Impacts impacts = server_down(plan);
  impacts.survivors = {{node(plan, "registry"), {node(plan, "network")}, {node(plan, "link")}}};
  const auto document = nlohmann::json::parse(impact_json(impacts, plan));
  CHECK(document["failed"] == nlohmann::json::array({"server"}));
  CHECK(document["lost"][1]["id"] == "payments");
  CHECK(document["lost"][1]["kind"] == "service");
  CHECK(document["lost"][1]["because"] == nlohmann::json::array({"accounting"}));
  CHECK(document["survivors"][0]["carried_by"] == nlohmann::json::array({"link"}));
}

TEST_CASE("CSV has a row a node by id, with what became of it") {
  const Plan plan = town();
  CHECK(impact_csv(server_down(plan), plan) ==
        "id,kind,tier,state,because,carried_by\r\n"
        "accounting,application,,lost,server,\r\n"
        "payments,service,vital,lost,accounting,\r\n"
        "server,infrastructure,,failed,,\r\n");
}
