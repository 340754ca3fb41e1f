// Small random plans of people, services and what these draw on.
#pragma once

#include <string>

#include "graph/random_graphs.hpp"

namespace bcp::test {

/// Three groups, three services, two types, pools that come late, must be brought, or are for some; absences.
/// With alternatives the people of some profiles may use one type or the other.
inline std::string random_supply(Dice& dice, bool has_alternatives = false) {
  const auto n = [&](std::uint32_t below) { return std::to_string(dice.below(below)); };
  std::string text =
      "resource_types: {t0: {}, t1: {}}\nprofiles: {p0: {needs: {t0: 1}}, p1: {needs: {t0: 1, t1: "
      "2}}, p2: {needs: " +
      std::string{has_alternatives ? "{any_of: [{t1: 1}, {t0: 1}]}" : "{t1: 1}"} +
      "}}\n"
      "sites: {north: {}, south: {}}\nstaff:\n";
  for (const std::string id : {"g0", "g1", "g2"}) {
    text += "  " + id + ": {headcount: " + n(8) + ", profile: p" + n(3) +
            ", site: " + (dice.chance(2) ? "north" : "south") + "}\n";
  }
  text += "absences:\n";
  for (std::uint32_t i = dice.below(3); i > 0; --i) {
    text += "  x" + std::to_string(i) + ": {of: g" + n(3) + ", people: " + n(4) + ", from: +" +
            n(5) + "h, until: +" + std::to_string(6 + dice.below(5)) + "h}\n";
  }
  text += "services:\n";
  for (const std::string id : {"s0", "s1", "s2"}) {
    text += "  " + id + ": {tier: " + (dice.chance(2) ? "vital" : "normal") +
            ", mbco: " + std::to_string(1 + dice.below(10)) + "0%";
    if (dice.chance(2)) text += ", from: +" + n(4) + "h";
    if (!dice.chance(5)) text += ", rto: " + n(9) + "h";
    text += ", staff: {g" + n(2) + ": " + std::to_string(1 + dice.below(5));
    text += ", g2: " + std::to_string(1 + dice.below(3)) + "}}\n";
  }
  text += "equipment:\n";
  for (std::uint32_t i = 1 + dice.below(4); i > 0; --i) {
    text += "  e" + std::to_string(i) + ": {type: t" + n(2) + ", count: " + n(7) +
            ", lead_time: " + n(10) + "h";
    if (dice.chance(2)) text += ", site: north, transfer: " + n(5) + "h";
    if (dice.chance(3)) text += ", only_for: [g" + n(3) + "]";
    text += "}\n";
  }
  return text;
}

}  // namespace bcp::test
