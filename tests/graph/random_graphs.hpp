// Small random plans of sites that require each other, and what they exercise.
#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "graph/recovery.hpp"
#include "plan/plan.hpp"

namespace bcp::test {

/// The same numbers everywhere, unlike those of the standard's distributions.
class Dice {
public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  /// From 0 to `below` − 1.
  std::uint32_t below(std::uint32_t below) { return static_cast<std::uint32_t>(engine_() % below); }
  bool chance(std::uint32_t one_in) { return below(one_in) == 0; }

private:
  std::mt19937 engine_;
};

/// One node in eight runs, one in twelve never can.
inline NodeStart random_start(Dice& dice) {
  NodeStart start;
  start.is_running = dice.chance(8);
  start.recovery = Seconds{dice.below(4)};
  start.not_before = dice.chance(12) ? never : Seconds{dice.below(3)};
  return start;
}

/// What a random plan holds.
struct Features {
  bool has_alternative = false, has_vote = false, has_nesting = false, has_cycle = false,
       has_repeat = false;
};

/// How many random plans held it.
struct FeatureCount {
  int alternatives = 0, votes = 0, nestings = 0, cycles = 0, repeats = 0;

  void add(const Features& features) {
    alternatives += features.has_alternative ? 1 : 0;
    votes += features.has_vote ? 1 : 0;
    nestings += features.has_nesting ? 1 : 0;
    cycles += features.has_cycle ? 1 : 0;
    repeats += features.has_repeat ? 1 : 0;
  }
  [[nodiscard]] int least() const {
    return std::min({alternatives, votes, nestings, cycles, repeats});
  }
  [[nodiscard]] std::string text() const {
    return std::to_string(alternatives) + " with alternatives, " + std::to_string(votes) +
           " with votes, " + std::to_string(nestings) + " with nested groups, " +
           std::to_string(cycles) + " with cycles, " + std::to_string(repeats) +
           " with a node in several lists";
  }
};

class RandomSites {
public:
  explicit RandomSites(Dice& dice) : dice_(dice) {
    const std::uint32_t size = 2 + dice.below(7);
    for (std::uint32_t number = 0; number < size; ++number) {
      Site site;
      site.id = "n" + std::to_string(number);
      site.node = NodeId{number};
      plan.nodes.push_back({NodeKind::site, number});
      plan.sites.push_back(std::move(site));
    }
    for (Site& site : plan.sites) {
      size_ = size;
      self_ = site.node.value;
      std::vector<bool> used(size, false);
      site.requirements = items(dice.below(3), 0, used);
    }
    find_cycle();
  }

  Plan plan;
  Features features;

private:
  std::vector<Requirement> items(std::uint32_t count, int depth, std::vector<bool>& used) {
    std::vector<Requirement> all;
    std::vector<bool> here(size_, false);
    for (std::uint32_t i = 0; i < count; ++i) {
      if (depth < 3 && dice_.chance(3)) {
        Requirement group;
        group.items = items(1 + dice_.below(3), depth + 1, used);
        if (group.items.empty()) continue;
        group.needed = 1 + dice_.below(static_cast<std::uint32_t>(group.items.size()));
        features.has_alternative |= group.needed == 1 && group.items.size() > 1;
        features.has_vote |= group.needed > 1 && group.needed < group.items.size();
        features.has_nesting |= depth > 0;
        all.push_back(std::move(group));
        continue;
      }
      const std::uint32_t node = dice_.below(size_);
      if (node == self_ || here[node]) continue;
      features.has_repeat |= used[node];
      here[node] = used[node] = true;
      Requirement leaf;
      leaf.node = NodeId{node};
      all.push_back(std::move(leaf));
    }
    return all;
  }

  static void collect(const std::vector<Requirement>& requirements, std::vector<bool>& nodes) {
    for (const Requirement& one : requirements) {
      if (one.node) nodes[one.node->value] = true;
      collect(one.items, nodes);
    }
  }

  void find_cycle() {
    for (std::uint32_t from = 0; from < size_; ++from) {
      std::vector<bool> reached(size_, false);
      collect(plan.sites[from].requirements, reached);
      for (std::uint32_t round = 0; round < size_; ++round) {
        for (std::uint32_t node = 0; node < size_; ++node) {
          if (reached[node]) collect(plan.sites[node].requirements, reached);
        }
      }
      features.has_cycle |= reached[from];
    }
  }

  Dice& dice_;
  std::uint32_t size_ = 0;
  std::uint32_t self_ = 0;
};

}  // namespace bcp::test
