#include "graph/circles.hpp"

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "graph/random_graphs.hpp"

namespace bcp {
namespace {

/// `0 2 (0 2); 5 (5)`: the members of each circle, its way in brackets.
std::string shown(const Waits& waits) {
  std::string text;
  for (const Circle& circle : circles(waits)) {
    if (!text.empty()) text += "; ";
    for (const std::uint32_t node : circle.members) text += std::to_string(node) + ' ';
    std::string way;
    for (const std::uint32_t node : circle.way)
      way += (way.empty() ? "" : " ") + std::to_string(node);
    text += '(' + way + ')';
  }
  return text;
}

TEST_CASE("what waits for nothing in a circle has none") {
  CHECK(shown({}) == "");
  CHECK(shown({{1, 2}, {2}, {}}) == "");
}

TEST_CASE("a node that waits for itself is a circle of one") {
  CHECK(shown({{}, {1, 0}}) == "1 (1)");
}

TEST_CASE("a circle goes from its least member back to it") {
  CHECK(shown({{3}, {0}, {1}, {2}}) == "0 1 2 3 (0 3 2 1)");
}

TEST_CASE("of two ways back the shorter is shown, and all that wait on each other are one circle") {
  CHECK(shown({{1, 3}, {2}, {0}, {0}}) == "0 1 2 3 (0 3)");
}

TEST_CASE("circles apart are shown apart, also where one waits for the other") {
  CHECK(shown({{1}, {0, 2}, {3}, {2}}) == "0 1 (0 1); 2 3 (2 3)");
}

TEST_CASE("a circle of a hundred thousand does not exhaust the stack") {
  Waits waits(100'000);
  for (std::uint32_t node = 0; node < waits.size(); ++node)
    waits[node] = {(node + 1) % static_cast<std::uint32_t>(waits.size())};
  CHECK(circles(waits).front().way.size() == waits.size());
}

TEST_CASE("random circles are those who reach each other, and their ways the shortest there are") {
  test::Dice dice{20200319};
  for (int i = 0; i < 2'000; ++i) {
    const std::uint32_t size = 1 + dice.below(7);
    Waits waits(size);
    std::vector<std::vector<std::uint32_t>> steps(size, std::vector<std::uint32_t>(size, size + 1));
    for (std::uint32_t from = 0; from < size; ++from) {
      for (std::uint32_t to = 0; to < size; ++to) {
        if (!dice.chance(4)) continue;
        waits[from].push_back(to);
        steps[from][to] = 1;
      }
    }
    for (std::uint32_t over = 0; over < size; ++over) {
      for (std::uint32_t from = 0; from < size; ++from) {
        for (std::uint32_t to = 0; to < size; ++to)
          steps[from][to] = std::min(steps[from][to], steps[from][over] + steps[over][to]);
      }
    }
    std::vector<bool> is_told(size, false);
    const std::vector<Circle> found = circles(waits);
    auto circle = found.begin();
    for (std::uint32_t least = 0; least < size; ++least) {
      if (is_told[least] || steps[least][least] > size) continue;
      std::vector<std::uint32_t> members;
      for (std::uint32_t other = least; other < size; ++other) {
        if (steps[least][other] <= size && steps[other][least] <= size) members.push_back(other);
      }
      REQUIRE(circle != found.end());
      REQUIRE(circle->members == members);
      for (const std::uint32_t member : members) is_told[member] = true;
      const std::vector<std::uint32_t>& way = circle->way;
      REQUIRE(way.front() == least);
      REQUIRE(way.size() == steps[least][least]);
      for (std::size_t step = 0; step < way.size(); ++step)
        REQUIRE(std::ranges::count(waits[way[step]], way[(step + 1) % way.size()]) == 1);
      ++circle;
    }
    REQUIRE(circle == found.end());
  }
}

TEST_CASE("a circle is told from its first member back to it") {
  CHECK(circle_text({"ledger", "database"}) == "ledger → database → ledger");
}

}  // namespace
}  // namespace bcp
