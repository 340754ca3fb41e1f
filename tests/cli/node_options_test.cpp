#include "node_options.hpp"

#include <ostream>

#include <doctest/doctest.h>

#include "plan/load.hpp"

using namespace bcp;
using namespace bcp::cli;

namespace {

Plan town() {
  auto loaded = load_plan_text(R"(bcp: 1
plan: {name: Town, language: en, timezone: UTC, start: 2020-03-14T08:00}
services: {payments: {rto: 1d}, registry: {rto: 2d}, library: {}}
applications: {accounting: {}, ledger: {}}
)",
                               "bcp.yaml", memory_files({}));
  REQUIRE(loaded);
  REQUIRE(loaded->plan);
  return *std::move(loaded->plan);
}

std::string id_of(const Plan& plan, NodeId node) { return node_of(plan, node).id; }

}  // namespace

TEST_CASE("--fail names nodes of every section, in the order given") {
  const Plan plan = town();
  const auto failed = failed_nodes({"registry", "accounting"}, plan);
  REQUIRE(failed);
  REQUIRE(failed->size() == 2);
  CHECK(id_of(plan, failed->front()) == "registry");
  CHECK(id_of(plan, failed->back()) == "accounting");
  CHECK(failed_nodes({}, plan)->empty());
}

TEST_CASE("an id of --fail that is no node is refused, with the nearest one") {
  const Plan plan = town();
  const auto failed = failed_nodes({"ledgr"}, plan);
  REQUIRE_FALSE(failed);
  CHECK(failed.error().code == "usage");
  CHECK(failed.error().message.msgid == "`--fail`: `{id}` is no node of the plan");
  CHECK(std::get<std::string>(failed.error().help.arguments.at(0).value) == "ledger");
  CHECK(failed_nodes({"spreadsheets"}, plan).error().help.empty());
  CHECK(failed_nodes({""}, plan).error().message.arguments.empty());
}

TEST_CASE("--service lists each service once, by id; without it all are listed") {
  const Plan plan = town();
  const std::vector<ServiceId> all = {{0}, {1}, {2}};
  CHECK(*listed_services({}, plan) == all);
  const std::vector<ServiceId> two = {{0}, {2}};
  CHECK(*listed_services({"registry", "library", "registry"}, plan) == two);
}

TEST_CASE("--service takes services only, and says which one was near") {
  const Plan plan = town();
  const auto near = listed_services({"payment"}, plan);
  REQUIRE_FALSE(near);
  CHECK(std::get<std::string>(near.error().help.arguments.at(0).value) == "payments");
  const auto other = listed_services({"ledger"}, plan);
  REQUIRE_FALSE(other);
  CHECK(other.error().message.msgid == "`{option}`: `{id}` is no service of the plan");
}
