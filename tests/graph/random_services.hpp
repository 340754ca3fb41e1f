// Small random plans of services over infrastructure that requires each other, without circles.
#pragma once

#include <string>

#include "graph/random_graphs.hpp"

namespace bcp::test {

/// n0 to n7 of which each requires some that come after it, and s0 to s5 that require any, with alternatives among them.
/// `of_node(i)` and `of_service(i)` write further keys, each with a comma behind it.
template <class OfNode, class OfService>
std::string random_services(Dice& dice, OfNode of_node, OfService of_service) {
  constexpr std::uint32_t nodes = 8;
  const auto some = [&](std::uint32_t from) {
    std::string list;
    for (std::uint32_t i = from; i < nodes; ++i) {
      const auto any = [&] { return "n" + std::to_string(i + dice.below(nodes - i)); };
      if (!dice.chance(3)) continue;
      const std::string one = any();
      const std::string other = any();
      const bool has_choice = dice.chance(3) && one != other;
      if (list.find(one) != std::string::npos || list.find(other) != std::string::npos) continue;
      list += has_choice ? "{any_of: [" + one + ", " + other + "]}, " : one + ", ";
    }
    return "requires: [" + list + "]";
  };
  std::string text = "tiers: [a, b, c]\ninfrastructure:\n";
  for (std::uint32_t i = 0; i < nodes; ++i) {
    text += "  n" + std::to_string(i) + ": {recovery: " + std::to_string(dice.below(3)) + "h, " +
            of_node(i) + (i + 1 < nodes ? some(i + 1) : "") + "}\n";
  }
  text += "services:\n";
  for (std::uint32_t i = 0; i < 6; ++i) {
    text += "  s" + std::to_string(i) + ": {tier: " + "abc"[dice.below(3)] + ", " + of_service(i) +
            some(0) + "}\n";
  }
  return text;
}

/// `rto: 3h, `, or one time in `one_in` nothing.
inline std::string perhaps(Dice& dice, const std::string& key, std::uint32_t below,
                           std::uint32_t one_in) {
  if (dice.chance(one_in)) return {};
  return key + ": " + std::to_string(1 + dice.below(below)) + "h, ";
}

}  // namespace bcp::test
