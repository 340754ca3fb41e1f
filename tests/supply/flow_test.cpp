#include "supply/flow.hpp"

#include <algorithm>
#include <ostream>
#include <vector>

#include <doctest/doctest.h>

#include "graph/random_graphs.hpp"
#include "plan/exact.hpp"
#include "supply/boost_flow.hpp"

namespace bcp {
namespace {

using test::FlowArc;

TEST_CASE("what flows is limited by the narrowest cut") {
  FlowNetwork<int> network{4};
  network.add_arc(0, 2, 5);
  network.add_arc(0, 3, 3);
  network.add_arc(2, 3, std::nullopt);
  network.add_arc(2, 1, 2);
  network.add_arc(3, 1, 9);
  CHECK(network.augment(0, 1) == 8);
  CHECK(network.augment(0, 1) == 0);
}

TEST_CASE("a way that was taken first is given back where another needs it") {
  FlowNetwork<int> network{6};
  for (const FlowArc& arc : std::vector<FlowArc>{
           {0, 2, 1}, {0, 3, 1}, {2, 4, 1}, {2, 5, 1}, {3, 4, 1}, {4, 1, 1}, {5, 1, 1}}) {
    network.add_arc(arc.from, arc.to, static_cast<int>(arc.capacity));
  }
  CHECK(network.augment(0, 1) == 2);
}

TEST_CASE("nothing flows to where no arc leads") {
  FlowNetwork<int> network{3};
  network.add_arc(0, 2, 5);
  network.add_arc(1, 2, 5);
  CHECK(network.augment(0, 1) == 0);
}

TEST_CASE("amounts of any size are exact") {
  FlowNetwork<Whole> network{3};
  const Whole large = boost::multiprecision::pow(Whole{10}, 40);
  network.add_arc(0, 2, large + 1);
  network.add_arc(2, 1, large);
  CHECK(network.augment(0, 1) == large);
}

TEST_CASE("random networks carry as much as another library says, also when capacities grow") {
  test::Dice dice{1970};
  int grown = 0;
  int dry = 0;
  for (int i = 0; i < 3'000; ++i) {
    const std::uint32_t nodes = 2 + dice.below(9);
    std::vector<FlowArc> arcs;
    FlowNetwork<std::int64_t> network{nodes};
    std::vector<FlowNetwork<std::int64_t>::Arc> numbers;
    for (std::uint32_t count = dice.below(3 * nodes); count > 0; --count) {
      const FlowArc arc{dice.below(nodes), dice.below(nodes), dice.below(20)};
      if (arc.from == arc.to) continue;
      arcs.push_back(arc);
      numbers.push_back(network.add_arc(arc.from, arc.to, arc.capacity));
    }
    CAPTURE(i);
    std::int64_t flow = network.augment(0, 1);
    REQUIRE(flow == test::flow_by_boost(nodes, arcs));
    dry += flow == 0 ? 1 : 0;
    for (std::size_t arc = 0; arc < arcs.size(); ++arc) {
      if (!dice.chance(3)) continue;
      arcs[arc].capacity += 5;
      network.raise_capacity(numbers[arc], 5);
    }
    const std::int64_t more = network.augment(0, 1);
    grown += more > 0 ? 1 : 0;
    REQUIRE(flow + more == test::flow_by_boost(nodes, arcs));
  }
  MESSAGE(grown << " networks carried more after they grew, " << dry << " carried nothing before");
  CHECK(std::min(grown, dry) >= 200);
}

}  // namespace
}  // namespace bcp
