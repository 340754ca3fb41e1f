#include "graph/components.hpp"

#include <algorithm>
#include <cstdint>
#include <ostream>
#include <set>
#include <vector>

#include <doctest/doctest.h>

#include "graph/random_graphs.hpp"

namespace bcp {
namespace {

using Edges = std::vector<std::vector<std::uint32_t>>;

struct Compact {
  std::vector<std::uint32_t> first = {0};
  std::vector<std::uint32_t> targets;
  explicit Compact(const Edges& edges) {
    for (const auto& of_one : edges) {
      targets.insert(targets.end(), of_one.begin(), of_one.end());
      first.push_back(static_cast<std::uint32_t>(targets.size()));
    }
  }
};

std::vector<std::set<std::uint32_t>> found_in(const Edges& edges) {
  const Compact graph{edges};
  const Components found = components(graph.first, graph.targets);
  std::vector<std::set<std::uint32_t>> sets;
  std::size_t begin = 0;
  for (const std::uint32_t end : found.ends) {
    sets.emplace_back(found.order.begin() + static_cast<std::ptrdiff_t>(begin),
                      found.order.begin() + end);
    begin = end;
  }
  return sets;
}

/// Which vertices each leads to, itself included.
std::vector<std::vector<bool>> reach_of(const Edges& edges) {
  std::vector<std::vector<bool>> reach(edges.size(), std::vector<bool>(edges.size(), false));
  for (std::size_t from = 0; from < edges.size(); ++from) {
    std::vector<std::uint32_t> open = {static_cast<std::uint32_t>(from)};
    while (!open.empty()) {
      const std::uint32_t at = open.back();
      open.pop_back();
      if (reach[from][at]) continue;
      reach[from][at] = true;
      open.insert(open.end(), edges[at].begin(), edges[at].end());
    }
  }
  return reach;
}

TEST_CASE("each component stands behind those that it leads to") {
  using Sets = std::vector<std::set<std::uint32_t>>;
  CHECK(found_in({{1}, {2}, {}}) == Sets{{2}, {1}, {0}});
  CHECK(found_in({{1}, {2}, {0}}) == Sets{{0, 1, 2}});
  CHECK(found_in({{1, 3}, {2}, {1}, {}}) == Sets{{1, 2}, {3}, {0}});
  CHECK(found_in({}).empty());
}

TEST_CASE("a long chain needs no deep recursion") {
  Edges edges(300'000);
  for (std::uint32_t i = 0; i + 1 < edges.size(); ++i) edges[i] = {i + 1};
  CHECK(found_in(edges).size() == edges.size());
}

TEST_CASE("the components of 3,000 random graphs are those of mutual reach, in order") {
  test::Dice dice{4711};
  int with_loops = 0;
  for (int i = 0; i < 3'000; ++i) {
    Edges edges(1 + dice.below(9));
    for (auto& targets : edges) {
      for (std::uint32_t n = dice.below(4); n > 0; --n)
        targets.push_back(dice.below(static_cast<std::uint32_t>(edges.size())));
    }
    const auto reach = reach_of(edges);
    const auto sets = found_in(edges);
    CAPTURE(i);
    std::vector<std::size_t> set_of(edges.size());
    std::size_t count = 0;
    for (std::size_t set = 0; set < sets.size(); ++set) {
      for (const std::uint32_t vertex : sets[set]) set_of[vertex] = set;
      count += sets[set].size();
      with_loops += sets[set].size() > 1 ? 1 : 0;
    }
    REQUIRE(count == edges.size());
    for (std::size_t a = 0; a < edges.size(); ++a) {
      for (std::size_t b = 0; b < edges.size(); ++b) {
        REQUIRE((set_of[a] == set_of[b]) == (reach[a][b] && reach[b][a]));
        if (reach[a][b]) REQUIRE(set_of[b] <= set_of[a]);
      }
    }
  }
  CHECK(with_loops >= 200);
}

}  // namespace
}  // namespace bcp
