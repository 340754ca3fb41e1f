#include "graph/circles.hpp"

#include <string>

#include <doctest/doctest.h>

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

}  // namespace
}  // namespace bcp
