#include "supply/serving.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "graph/random_graphs.hpp"
#include "plan/exact.hpp"
#include "supply/boost_flow.hpp"

namespace bcp {
namespace {

using std::chrono::hours;
using test::Dice;
using test::FlowArc;

constexpr Instant start{};

struct Arrival {
  int hour = 0;
  std::int64_t units = 0;
};

Source source_of(const std::vector<Arrival>& arrivals) {
  Source source{StaffId{0}, ResourceTypeId{0}, {}};
  for (const Arrival& one : arrivals)
    source.lots.push_back({start + hours{one.hour}, Exact{one.units}});
  return source;
}

/// Everyone of a class reaches a source at once, after so many hours, or (`never`) not at all.
constexpr int never = -1;
std::vector<std::optional<Seconds>> delays_of(const std::vector<int>& after) {
  std::vector<std::optional<Seconds>> delays;
  for (const int one : after)
    delays.push_back(one == never ? std::nullopt : std::optional<Seconds>{hours{one}});
  return delays;
}

template <class Amount = std::int64_t>
Serving<Amount> serving_of(const std::vector<Source>& sources,
                           const std::vector<std::vector<int>>& classes) {
  std::vector<std::vector<std::optional<Seconds>>> delays;
  for (const auto& one : classes) delays.push_back(delays_of(one));
  return Serving<Amount>{sources, std::move(delays), [](const Exact& units) {
                           return static_cast<Amount>(boost::multiprecision::numerator(units));
                         }};
}

/// `0.1:3` for three units of source 0's lot 1.
std::string shown(const std::vector<Serving<std::int64_t>::Served>& served) {
  std::string text;
  for (const auto& one : served) {
    text += (text.empty() ? "" : " ") + std::to_string(one.source) + '.' + std::to_string(one.lot) +
            ':' + std::to_string(one.amount);
  }
  return text;
}

TEST_CASE("a demand is served from what has reached it by then, and no more than there is") {
  auto serving = serving_of({source_of({{1, 4}, {3, 5}})}, {{0}, {2}});
  CHECK(serving.raise(serving.demand(0, start), 1) == 0);
  CHECK(serving.raise(serving.demand(0, start + hours{1}), 9) == 4);
  serving.undo();
  CHECK(serving.raise(serving.demand(1, start + hours{1}), 9) == 0);
  CHECK(serving.raise(serving.demand(1, start + hours{3}), 9) == 4);
  CHECK(serving.raise(serving.demand(1, start + hours{5}), 9) == 5);
  CHECK(serving.left() == 0);
}

TEST_CASE("a demand turns to another lot where a later comer needs the one it took") {
  auto serving = serving_of({source_of({{0, 3}}), source_of({{0, 3}})}, {{0, 0}, {never, 0}});
  CHECK(serving.raise(serving.demand(0, start), 3) == 3);
  CHECK(serving.raise(serving.demand(1, start), 3) == 3);
  CHECK(serving.raise(serving.demand(0, start), 1) == 0);
}

TEST_CASE("what was tried is undone, what was kept stays") {
  auto serving = serving_of({source_of({{0, 3}})}, {{0}});
  const auto demand = serving.demand(0, start);
  CHECK(serving.raise(demand, 2) == 2);
  serving.keep();
  CHECK(serving.raise(demand, 2) == 1);
  serving.undo();
  CHECK(serving.left() == 1);
  serving.lower(demand, 2);
  serving.undo();
  CHECK(shown(serving.served_to(demand)) == "0.0:2");
}

TEST_CASE("a lot that was found to be used up counts again when units are given back") {
  auto serving = serving_of({source_of({{0, 3}})}, {{0}});
  const auto demand = serving.demand(0, start);
  CHECK(serving.raise(demand, 5) == 3);
  serving.lower(demand, 2);
  CHECK(serving.raise(serving.demand(0, start + hours{1}), 5) == 2);
}

TEST_CASE("amounts of any size are exact") {
  const Whole large = boost::multiprecision::pow(Whole{10}, 40);
  const Source source{StaffId{0}, ResourceTypeId{0}, {{start, Exact{large}}}};
  auto serving = serving_of<Whole>({source}, {{0}});
  CHECK(serving.raise(serving.demand(0, start), large + 1) == large);
}

TEST_CASE("the cut leaves out lots that nobody who lacks units could free") {
  // The first class lacks two; the second shares source 1 with it, the third has source 2 for itself.
  auto serving = serving_of({source_of({{0, 2}}), source_of({{0, 3}, {9, 5}}), source_of({{0, 4}})},
                            {{0, 0, never}, {never, 0, never}, {never, never, 0}});
  const auto first = serving.demand(0, start);
  const auto second = serving.demand(1, start);
  const auto third = serving.demand(2, start);
  CHECK(serving.raise(second, 2) == 2);
  CHECK(serving.raise(third, 4) == 4);
  CHECK(serving.raise(first, 5) == 3);
  const auto cut = serving.cut_behind({first});
  CHECK(cut.demands == std::vector<bool>{true, true, false});
  CHECK(cut.lots == std::vector<std::uint32_t>{1, 1, 0});
}

TEST_CASE(
    "asked to draw early, a demand takes over earlier lots, but not from those asked before") {
  auto serving = serving_of({source_of({{0, 3}, {5, 3}})}, {{0}});
  const auto now = serving.demand(0, start + hours{1});
  const auto later = serving.demand(0, start + hours{6});
  CHECK(serving.raise(later, 3) == 3);
  CHECK(shown(serving.served_to(later)) == "0.1:3");
  serving.draw_early(later);
  CHECK(shown(serving.served_to(later)) == "0.0:3");
  serving.undo();
  CHECK(serving.raise(now, 1) == 1);
  CHECK(serving.raise(later, 4) == 4);
  serving.draw_early(later);
  CHECK(shown(serving.served_to(later)) == "0.0:2 0.1:2");
  CHECK(shown(serving.served_to(now)) == "0.0:1");
}

/// Sources, classes and demands drawn by chance; the same as a network for the other library: node 0 to node 1.
struct Random {
  std::vector<Source> sources;
  std::vector<std::vector<int>> classes;
  std::vector<std::pair<std::uint32_t, int>> demands;  // class and hour

  explicit Random(Dice& dice) {
    for (std::uint32_t count = 1 + dice.below(4); count > 0; --count) {
      std::vector<Arrival> arrivals;
      int hour = 0;
      for (std::uint32_t lots = 1 + dice.below(3); lots > 0; --lots) {
        arrivals.push_back({hour, 1 + dice.below(9)});
        hour += 1 + static_cast<int>(dice.below(4));
      }
      sources.push_back(source_of(arrivals));
    }
    for (std::uint32_t count = 1 + dice.below(3); count > 0; --count) {
      auto& delays = classes.emplace_back();
      for (std::size_t i = 0; i < sources.size(); ++i)
        delays.push_back(dice.chance(3) ? never : static_cast<int>(dice.below(3)));
    }
    for (std::uint32_t count = 1 + dice.below(5); count > 0; --count) {
      demands.emplace_back(dice.below(static_cast<std::uint32_t>(classes.size())),
                           static_cast<int>(dice.below(9)));
    }
    std::ranges::sort(demands);
    const auto twice = std::ranges::unique(demands);
    demands.erase(twice.begin(), twice.end());
  }

  /// By another library.
  [[nodiscard]] std::int64_t most_met(const std::vector<std::int64_t>& wanted) const {
    std::vector<FlowArc> arcs;
    auto node = static_cast<std::uint32_t>(2 + demands.size());
    for (std::size_t i = 0; i < demands.size(); ++i)
      arcs.push_back({static_cast<std::uint32_t>(2 + i), 1, wanted[i]});
    for (std::size_t source = 0; source < sources.size(); ++source) {
      for (const Lot& lot : sources[source].lots) {
        const auto units = static_cast<std::int64_t>(floor(lot.units));
        arcs.push_back({0, node, units});
        for (std::size_t i = 0; i < demands.size(); ++i) {
          const int delay = classes[demands[i].first][source];
          if (delay != never && lot.ready + hours{delay} <= start + hours{demands[i].second})
            arcs.push_back({node, static_cast<std::uint32_t>(2 + i), units});
        }
        ++node;
      }
    }
    return test::flow_by_boost(node, arcs);
  }
};

TEST_CASE("random demands are served as far as another library says, and the cut proves it") {
  Dice dice{1970};
  int lacking = 0, raised_twice = 0, moved_early = 0, left_out = 0;
  for (int i = 0; i < 3'000; ++i) {
    CAPTURE(i);
    Random random{dice};
    auto serving = serving_of(random.sources, random.classes);
    std::vector<std::uint32_t> numbers;
    for (const auto& [of, hour] : random.demands)
      numbers.push_back(serving.demand(of, start + hours{hour}));
    std::vector<std::int64_t> wanted(numbers.size(), 0), met(numbers.size(), 0);
    for (int round = 0; round < 2; ++round) {
      for (std::size_t one = 0; one < numbers.size(); ++one) {
        const std::int64_t more = dice.below(8);
        wanted[one] += more;
        met[one] += serving.raise(numbers[one], more);
      }
      if (round == 0 && dice.chance(2)) {
        const std::size_t one = dice.below(static_cast<std::uint32_t>(numbers.size()));
        const std::int64_t less = dice.below(static_cast<std::uint32_t>(met[one] + 1));
        serving.lower(numbers[one], less);
        met[one] -= less;
        wanted[one] = met[one];
      }
    }
    // What was unmet before units were given back may be met now.
    for (std::size_t one = 0; one < numbers.size(); ++one)
      met[one] += serving.raise(numbers[one], wanted[one] - met[one]);
    std::int64_t all_met = 0, all_wanted = 0;
    std::vector<std::uint32_t> unmet;
    for (std::size_t one = 0; one < numbers.size(); ++one) {
      all_met += met[one];
      all_wanted += wanted[one];
      if (met[one] < wanted[one]) unmet.push_back(numbers[one]);
    }
    REQUIRE(all_met == random.most_met(wanted));
    raised_twice += all_met > 0 ? 1 : 0;

    const auto cut = serving.cut_behind(unmet);
    std::int64_t demanded = 0, there = 0;
    for (std::size_t one = 0; one < numbers.size(); ++one)
      demanded += cut.demands[numbers[one]] ? wanted[one] : 0;
    for (std::size_t source = 0; source < random.sources.size(); ++source) {
      const auto& lots = random.sources[source].lots;
      for (std::uint32_t lot = 0; lot < cut.lots[source]; ++lot)
        there += static_cast<std::int64_t>(floor(lots[lot].units));
      left_out += !unmet.empty() && cut.lots[source] < lots.size() ? 1 : 0;
    }
    REQUIRE(demanded - there == all_wanted - all_met);
    lacking += unmet.empty() ? 0 : 1;
    if (!unmet.empty()) {
      const std::size_t source = dice.below(static_cast<std::uint32_t>(random.sources.size()));
      auto& lots = random.sources[source].lots;
      const std::size_t lot = dice.below(static_cast<std::uint32_t>(lots.size()));
      lots[lot].units += 1;
      REQUIRE(random.most_met(wanted) == all_met + (lot < cut.lots[source] ? 1 : 0));
      lots[lot].units -= 1;
    }

    for (const std::uint32_t number : numbers) {
      const std::string before = shown(serving.served_to(number));
      serving.draw_early(number);
      moved_early += shown(serving.served_to(number)) != before ? 1 : 0;
    }
    for (std::size_t one = 0; one < numbers.size(); ++one) {
      std::int64_t served = 0;
      for (const auto& part : serving.served_to(numbers[one])) served += part.amount;
      REQUIRE(served == met[one]);
    }
  }
  MESSAGE(lacking << " lacked units, " << left_out << " lots were no part of the cut, "
                  << moved_early << " demands could draw earlier");
  CHECK(std::min({lacking, raised_twice, left_out, moved_early}) >= 200);
}

}  // namespace
}  // namespace bcp
