#include "graph/findings/requirement_places.hpp"

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using namespace test;

/// What is underlined where `from` requires `to`.
std::string place(std::string_view yaml, std::string_view from, std::string_view to) {
  const LoadedPlan plan = loaded(yaml);
  REQUIRE(findings(plan) == "");
  return underlined(plan, place_of_requirement(*plan.plan, *find_node(*plan.plan, from),
                                               *find_node(*plan.plan, to)));
}

TEST_CASE("a requirement stands under `requires`, in nested groups too") {
  constexpr std::string_view plan =
      "services: {pay: {requires: [bank, any_of: [cash, {all_of: [post]}]]}}\n"
      "applications: {bank: {}, cash: {}, post: {}}";
  CHECK(place(plan, "pay", "bank") == "bank");
  CHECK(place(plan, "pay", "post") == "post");
}

TEST_CASE("staff, sites and suppliers are required where they are named") {
  constexpr std::string_view plan =
      "services: {pay: {staff: {clerks: 12}}}\n"
      "staff: {clerks: {headcount: 12, site: hq}}\n"
      "sites: {hq: {}}\nsuppliers: {shop: {}}\nresource_types: {laptop: {}}\n"
      "equipment: {store: {type: laptop, count: 1, supplier: shop}}";
  CHECK(place(plan, "pay", "clerks") == "12");
  CHECK(place(plan, "clerks", "hq") == "hq");
  CHECK(place(plan, "store", "shop") == "shop");
  CHECK(place(plan, "hq", "shop") == "hq");
}

}  // namespace
}  // namespace bcp
