#include "supply/gap_figures.hpp"

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using test::instant_of;
using test::plan_of;

/// The figures of the first type at an instant, for everyone present; so many people are wanted by services, and as their
/// minimum: `needed 9 in hand 2 obtainable 3 gap 4 minimum 5/1`.
std::string figures(std::string_view text, std::string_view at, std::vector<Count> wanted,
                    std::vector<Count> minimum) {
  const Plan plan = plan_of(text);
  const Presence presence{plan, {}};
  const auto sources =
      stock(plan, presence, std::vector<std::optional<Seconds>>(plan.nodes.size(), Seconds{0}))
          .sources;
  const Instant instant = instant_of(plan, at);
  PeopleWanted people{{}, {wanted.begin(), wanted.end()}, {minimum.begin(), minimum.end()}};
  for (std::uint32_t group = 0; group < plan.staff.size(); ++group)
    people.present.push_back(presence.present(StaffId{group}, instant));
  const GapCounting counting{plan, presence, sources};
  const GapFigures one = counting.figures(ResourceTypeId{0}, instant, people);
  CHECK(counting.gap_minimum(ResourceTypeId{0}, instant, people) == one.gap_minimum);
  std::string shown = "needed " + one.needed.str() + " in hand " + one.in_hand.str() +
                      " obtainable " + one.obtainable.str() + " gap " + one.gap.str();
  if (one.out_of_reach != 0) shown += " out of reach " + one.out_of_reach.str();
  shown += "; services " + one.needed_services.str() + " gap " + one.gap_services.str() +
           "; minimum " + one.needed_minimum.str() + " in hand " + one.in_hand_minimum.str() +
           " gap " + one.gap_minimum.str();
  if (one.out_of_reach_minimum != 0) shown += " out of reach " + one.out_of_reach_minimum.str();
  return shown;
}

constexpr std::string_view head = R"(
resource_types: {laptop: {}}
profiles: {home: {needs: {laptop: 1}}}
sites: {north: {}, south: {}}
)";

TEST_CASE(
    "everyone is counted as needing, in hand is what groups hold, obtainable what pools have "
    "ready") {
  const std::string plan = std::string{head} + R"(
staff: {a: {headcount: 10, profile: home, equipped: {laptop: 3}}, b: {headcount: 5, profile: home}}
equipment: {p: {type: laptop, count: 4, lead_time: 2h}}
)";
  CHECK(figures(plan, "+1h", {6, 0}, {4, 0}) ==
        "needed 15 in hand 3 obtainable 0 gap 12; services 6 gap 3; minimum 4 in hand 3 gap 1");
  CHECK(figures(plan, "+2h", {6, 0}, {4, 0}) ==
        "needed 15 in hand 3 obtainable 4 gap 8; services 6 gap 0; minimum 4 in hand 3 gap 0");
}

TEST_CASE("wanted people count at most as many as are present") {
  CHECK(figures(std::string{head} + "staff: {a: {headcount: 5, profile: home}}", "+1h", {9}, {7}) ==
        "needed 5 in hand 0 obtainable 0 gap 5; services 5 gap 5; minimum 5 in hand 0 gap 5");
}

TEST_CASE("what a group holds helps that group only, unless it gives what it does not need") {
  const auto plan = [](std::string_view keys) {
    return std::string{head} + "staff: {a: {headcount: 2, profile: home, equipped: {laptop: 5}" +
           std::string{keys} + "}, b: {headcount: 4, profile: home}}";
  };
  CHECK(figures(plan(""), "+0h", {0, 0}, {0, 0}) ==
        "needed 6 in hand 2 obtainable 0 gap 4; services 0 gap 0; minimum 0 in hand 0 gap 0");
  CHECK(figures(plan(", reassign: true"), "+0h", {0, 0}, {0, 0}) ==
        "needed 6 in hand 2 obtainable 3 gap 1; services 0 gap 0; minimum 0 in hand 0 gap 0");
}

TEST_CASE(
    "what absent people hold is away with them; parts of units are added before they are rounded") {
  CHECK(figures(std::string{head} + "staff: {a: {headcount: 3, profile: home, equipped: {laptop: "
                                    "2}}}\nabsences: {x: {of: a, people: 1}}",
                "+1h", {2}, {1}) ==
        "needed 2 in hand 1 obtainable 0 gap 1; services 2 gap 1; minimum 1 in hand 1 gap 0");
  CHECK(
      figures("resource_types: {link: {concurrency: 70%}}\nprofiles: {home: {needs: {link: 0.5}}}\n"
              "staff: {a: {headcount: 3, profile: home}, b: {headcount: 2, profile: "
              "home}}\ninfrastructure: {n: {provides: {link: 0.75}}}",
              "+1h", {3, 2}, {1, 1}) ==
      "needed 2 in hand 1 obtainable 0 gap 1; services 2 gap 1; minimum 1 in hand 1 gap 0");
}

TEST_CASE("units that nobody who lacks one may draw on are out of reach") {
  CHECK(figures(std::string{head} + R"(
staff: {a: {headcount: 3, profile: home}, b: {headcount: 5, profile: home}}
equipment: {p: {type: laptop, count: 4, only_for: [a]}, q: {type: laptop, count: 1}}
)",
                "+1h", {3, 5}, {0, 2}) ==
        "needed 8 in hand 0 obtainable 5 gap 4 out of reach 1; services 8 gap 4; minimum 2 in hand "
        "0 gap 1 out of reach 1");
}

TEST_CASE("the open pool is left to those who have no other") {
  CHECK(figures(std::string{head} + R"(
staff: {a: {headcount: 4, profile: home}, b: {headcount: 4, profile: home}}
equipment: {p: {type: laptop, count: 4}, q: {type: laptop, count: 4, only_for: [a]}}
)",
                "+1h", {4, 4}, {4, 4}) ==
        "needed 8 in hand 0 obtainable 8 gap 0; services 8 gap 0; minimum 8 in hand 0 gap 0");
}

TEST_CASE("the way to another site counts for the gap, not for what is obtainable") {
  const std::string plan = std::string{head} + R"(
staff: {a: {headcount: 4, profile: home, site: north}, b: {headcount: 4, profile: home, site: south}}
equipment: {p: {type: laptop, count: 8, lead_time: 1h, site: north, transfer: 2h}}
)";
  CHECK(figures(plan, "+2h", {4, 4}, {4, 1}) ==
        "needed 8 in hand 0 obtainable 8 gap 4 out of reach 4; services 8 gap 4; minimum 5 in hand "
        "0 gap 1 out of reach 1");
  CHECK(figures(plan, "+3h", {4, 4}, {4, 1}) ==
        "needed 8 in hand 0 obtainable 8 gap 0; services 8 gap 0; minimum 5 in hand 0 gap 0");
}

TEST_CASE("a group with alternatives counts with the first") {
  CHECK(figures("resource_types: {laptop: {}, tablet: {}}\nprofiles: {f: {needs: {laptop: 1, "
                "any_of: [{tablet: 1}, {laptop: 1}]}}}\n"
                "staff: {a: {headcount: 4, profile: f}}",
                "+1h", {4}, {4}) ==
        "needed 4 in hand 0 obtainable 0 gap 4; services 4 gap 4; minimum 4 in hand 0 gap 4");
}

}  // namespace
}  // namespace bcp
