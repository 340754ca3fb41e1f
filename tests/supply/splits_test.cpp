#include "supply/splits.hpp"

#include <functional>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "graph/random_graphs.hpp"
#include "plan/plan_of.hpp"
#include "supply/commitments.hpp"

namespace bcp {
namespace {

using test::plan_of;

/// Groups a and b with alternatives, and units of three types.
struct Example {
  Example(std::string_view headcount, std::string_view pools)
      : plan(plan_of(
            "resource_types: {laptop: {}, modem: {}, tablet: {}}\nprofiles: {field: {needs: "
            "{any_of: [{tablet: 1}, {laptop: 2, modem: 1}, {laptop: 1, modem: 3}]}}, desk: "
            "{needs: {modem: 1, any_of: [{laptop: 1}, {tablet: 2}]}}}\nstaff: {a: "
            "{headcount: " +
            std::string{headcount} + ", profile: field}, b: {headcount: " + std::string{headcount} +
            ", profile: desk}}\nequipment: {" + std::string{pools} + "}\n")),
        presence(plan, {}),
        sources(stock(plan, presence,
                      std::vector<std::optional<Seconds>>(plan.nodes.size(), Seconds{0}))
                    .sources),
        splits(plan) {
    for (std::uint32_t type = 0; type < plan.resource_types.size(); ++type) {
      std::vector<Source> of_type;
      for (const Source& source : sources) {
        if (source.type.value == type) of_type.push_back(source);
      }
      drawings.emplace_back(plan, presence, of_type, ResourceTypeId{type});
    }
  }

  bool suffice(const std::vector<Drawer>& drawers) {
    return std::ranges::all_of(drawings, [&](Drawing& one) { return one.suffices(drawers); });
  }

  Plan plan;
  Presence presence;
  std::vector<Source> sources;
  std::vector<Drawing> drawings;
  Splits splits;
};

using People = std::vector<std::vector<Count>>;  // by choice and alternative

People people_of(const std::vector<Drawer>& split) {
  People people;
  for (const Drawer& drawer : split) {
    for (const Step& step : drawer.steps) people.push_back(step.people);
  }
  return people;
}

/// Every way to spread the people, and whether the units suffice, one by one.
std::set<People> all_that_suffice(Example& example, const std::vector<Choice>& choices) {
  std::set<People> found;
  std::vector<Drawer> split;
  const std::function<void(std::size_t)> choose = [&](std::size_t at) {
    if (at == choices.size()) {
      if (example.suffice(split)) found.insert(people_of(split));
      return;
    }
    const Choice& choice = choices[at];
    if (at == 0 || choices[at - 1].staff != choice.staff) split.push_back({choice.staff, {}});
    std::vector<Count> people(alternatives_of(example.plan, choice.staff), 0);
    const std::function<void(std::size_t, Count)> spread = [&](std::size_t i, Count left) {
      if (i + 1 < people.size()) {
        for (people[i] = 0; people[i] <= left; ++people[i]) spread(i + 1, left - people[i]);
        return;
      }
      people[i] = left;
      split.back().steps.push_back({choice.deadline, people});
      choose(at + 1);
      split.back().steps.pop_back();
    };
    spread(0, choice.people);
    if (split.back().steps.empty()) split.pop_back();
  };
  choose(0);
  return found;
}

TEST_CASE("random splits are those that a try of each one finds, in its order") {
  test::Dice dice{20200318};
  int none = 0;
  for (int i = 0; i < 300; ++i) {
    std::string pools;
    for (const std::string type : {"laptop", "modem", "tablet"}) {
      for (const std::string from : {"0h", "2h"}) {
        pools += type.substr(0, 1) + from + ": {type: " + type +
                 ", count: " + std::to_string(dice.below(7)) + ", lead_time: " + from + "}, ";
      }
    }
    Example example{"20", pools};
    std::vector<Choice> choices;
    for (std::uint32_t staff = 0; staff < 2; ++staff) {
      for (const int hours : {1, 3}) {
        if (!dice.chance(4))
          choices.push_back({StaffId{staff}, example.plan.start + std::chrono::hours(hours),
                             1 + static_cast<Count>(dice.below(4))});
      }
    }
    CAPTURE(pools);
    const std::set<People> expected = all_that_suffice(example, choices);
    std::vector<People> found;
    REQUIRE(example.splits.visit_all(example.drawings, {}, choices, [&](const auto& split) {
      found.push_back(people_of(split));
      return std::optional{Whole{0}};
    }));
    REQUIRE(std::ranges::is_sorted(found, std::ranges::greater{}));
    const bool is_all_on_first = found.size() == 1 && expected.contains(found.front());
    if (!is_all_on_first) REQUIRE(std::set(found.begin(), found.end()) == expected);
    none += expected.empty() ? 1 : 0;

    Count most = -1;
    for (const People& one : expected) {
      Count here = 0;
      for (const auto& people : one) here += people.front();
      most = std::max(most, here);
    }
    Whole best = -1;
    REQUIRE(example.splits.visit_all(example.drawings, {}, choices, [&](const auto& split) {
      REQUIRE(on_first(split) > best);
      best = on_first(split);
      return std::optional<Whole>{best + 1};
    }));
    REQUIRE(best == most);
  }
  MESSAGE(none << " without any");
  CHECK(none > 20);
  CHECK(none < 280);
}

TEST_CASE("between two alternatives of one group any number of people is split exactly") {
  Example example{"1000000000000000000",
                  "l: {type: laptop, count: 300000000000000000}, m: {type: modem, count: "
                  "1000000000000000000}, t: {type: tablet, count: 500000000000000001}"};
  const std::vector<Choice> choices = {{StaffId{1}, example.plan.start, 550'000'000'000'000'000}};
  std::vector<People> found;
  CHECK(example.splits.visit_all(example.drawings, {}, choices, [&](const auto& split) {
    found.push_back(people_of(split));
    return std::optional<Whole>{on_first(split) + 1};
  }));
  CHECK(found == std::vector<People>{{{300'000'000'000'000'000, 250'000'000'000'000'000}}});
}

TEST_CASE(
    "what types have together is counted, so that nothing is searched where it is too little") {
  Example example{"1000000000000000000",
                  "l: {type: laptop, count: 60000000}, m: {type: modem, count: 1000000000}, t: "
                  "{type: tablet, count: 79999998}"};
  std::vector<Choice> choices = {
      {StaffId{1}, example.plan.start, 50'000'000},
      {StaffId{1}, example.plan.start + std::chrono::hours(1), 50'000'000}};
  CHECK_FALSE(example.splits.may_suffice(example.drawings, {}, choices));
  CHECK(example.splits.visit_all(example.drawings, {}, choices,
                                 [](const auto&) { return std::optional{Whole{0}}; }));
  --choices.back().people;
  CHECK(example.splits.may_suffice(example.drawings, {}, choices));
}

TEST_CASE("a search that would outlast everyone is cut off, and says so") {
  Example example{"1000000000000000000",
                  "l: {type: laptop, count: 60000000}, m: {type: modem, count: 1000000000}, t: "
                  "{type: tablet, count: 1000000000}"};
  const std::vector<Choice> choices = {
      {StaffId{1}, example.plan.start, 50'000'000},
      {StaffId{1}, example.plan.start + std::chrono::hours(1), 50'000'000}};
  CHECK_FALSE(example.splits.visit_all(example.drawings, {}, choices,
                                       [](const auto&) { return std::optional{Whole{0}}; }));
}

}  // namespace
}  // namespace bcp
