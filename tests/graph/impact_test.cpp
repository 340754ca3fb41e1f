#include "graph/impact.hpp"

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using test::plan_of;

std::string ids(const Plan& plan, const std::vector<NodeId>& nodes) {
  std::string text;
  for (const NodeId node : nodes) text += (text.empty() ? "" : ",") + node_of(plan, node).id;
  return text;
}

/// `node because those (chain)` of what is lost, then `node without those by these` of what survives.
std::string impact_of(std::string_view sites, const std::vector<std::string_view>& failed) {
  const Plan plan = plan_of("sites: {" + std::string{sites} + "}");
  std::vector<NodeId> nodes;
  for (const std::string_view id : failed) nodes.push_back(*find_node(plan, id));
  const Impacts found = impact(plan, nodes);
  std::string text;
  for (const Loss& loss : found.lost) {
    text += ids(plan, {loss.node}) + " because " + ids(plan, loss.because) + " (" +
            ids(plan, found.chain_of(loss, 99)) + "); ";
  }
  for (const Survivor& one : found.survivors) {
    text += ids(plan, {one.node}) + " without " + ids(plan, one.down) + " by " +
            ids(plan, one.carried_by) + "; ";
  }
  return text;
}

TEST_CASE(
    "what is lost names its own requirements that are down, and the shortest way to the cause") {
  CHECK(impact_of("a: {}, b: {requires: [a]}, c: {requires: [b]}, d: {requires: [c, a]}", {"a"}) ==
        "b because a (b,a); c because b (c,b,a); d because a,c (d,a); ");
}

TEST_CASE("of two chains of one length the smallest ids count") {
  CHECK(impact_of("a: {}, b: {requires: [z]}, c: {requires: [z]}, n: {requires: [c, b]}, z: {}",
                  {"z"}) == "b because z (b,z); c because z (c,z); n because b,c (n,b,z); ");
}

TEST_CASE("the failed ones are no losses, and count once") {
  CHECK(impact_of("a: {}, b: {requires: [a]}", {"b", "a", "b"}) == "");
}

TEST_CASE("what goes on thanks to an alternative says which") {
  CHECK(impact_of("a: {}, b: {}, c: {}, n: {requires: [c, {any_of: [a, b]}]}, "
                  "v: {requires: [{at_least: 2, of: [a, b, c]}]}",
                  {"a"}) == "n without a by b; v without a by b,c; ");
}

TEST_CASE("a nested group that fails is made up for by its neighbour") {
  CHECK(impact_of("a: {}, b: {}, c: {}, n: {requires: [{any_of: [{all_of: [a, b]}, c]}]}", {"a"}) ==
        "n without a by b,c; ");
}

TEST_CASE("a loop that runs goes on, one in which a node failed stops") {
  CHECK(impact_of("a: {requires: [b]}, b: {requires: [a]}, c: {}", {"c"}) == "");
  CHECK(impact_of("a: {requires: [b]}, b: {requires: [a]}, c: {}", {"a"}) == "b because a (b,a); ");
}

}  // namespace
}  // namespace bcp
