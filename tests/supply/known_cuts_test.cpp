#include "supply/known_cuts.hpp"

#include <cstdint>
#include <ostream>
#include <vector>

#include <doctest/doctest.h>

namespace bcp {
namespace {

using Change = DemandChange<std::int64_t>;
using Ends = std::vector<std::uint32_t>;

/// Two sources: the first demand reaches two lots of the first, the second also one of the other, the third only that.
const std::vector<Ends> demands = {{2, 4}, {2, 5}, {0, 5}};
const auto ends_of = [](std::uint32_t demand) -> const Ends& { return demands[demand]; };

bool refuses(KnownCuts<std::int64_t>& cuts, const std::vector<Change>& changes) {
  return cuts.refuse(changes, ends_of);
}

TEST_CASE("without a cut nothing is refused") {
  KnownCuts<std::int64_t> cuts;
  CHECK_FALSE(refuses(cuts, {{0, 1'000}}));
}

TEST_CASE("a cut refuses what exceeds the room among its lots, and speaks of no others") {
  KnownCuts<std::int64_t> cuts;
  cuts.add({2, 4}, 3, std::vector<Change>{{0, 10}, {1, 1}}, ends_of);  // room for 7 of the first
  CHECK_FALSE(refuses(cuts, {{0, 7}}));
  CHECK(refuses(cuts, {{0, 8}}));
  CHECK_FALSE(refuses(cuts, {{1, 100}, {2, 100}}));
}

TEST_CASE("what is demanded from now on takes room, what is given back leaves it") {
  KnownCuts<std::int64_t> cuts;
  cuts.add({2, 4}, 3, std::vector<Change>{{0, 10}}, ends_of);
  cuts.keep(std::vector<Change>{{0, 5}, {1, 9}}, ends_of);
  CHECK(refuses(cuts, {{0, 3}}));
  cuts.keep(std::vector<Change>{{0, -2}}, ends_of);
  CHECK_FALSE(refuses(cuts, {{0, 4}}));
}

TEST_CASE("demands whose lots are all among a cut's share its room, those made later too") {
  KnownCuts<std::int64_t> cuts;
  cuts.add({2, 5}, 1, std::vector<Change>{{0, 4}}, ends_of);  // room for 3 of all three
  CHECK(refuses(cuts, {{0, 1}, {1, 1}, {2, 2}}));
  CHECK_FALSE(refuses(cuts, {{0, 1}, {1, 1}, {2, 1}}));
}

}  // namespace
}  // namespace bcp
