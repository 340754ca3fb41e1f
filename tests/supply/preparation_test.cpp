#include "supply/preparation.hpp"

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using namespace std::chrono_literals;
using test::plan_of;

/// Orders as `{work, units, at hand}`, in minutes from the start; what is prepared as `units@minute`, order by order.
struct Order {
  int work, units, at_hand;
};

std::string prepared(std::string_view team, const std::vector<Order>& orders,
                     std::string_view rest = "") {
  const Plan plan = plan_of("teams: {t: {" + std::string{team} +
                            "}}\ncalendars: {day: {week: {mon-sun: 08:00-09:00}}, shut: {week: "
                            "{}}}\n" +
                            std::string{rest});
  std::vector<PreparationOrder> all;
  for (const Order& one : orders)
    all.push_back({one.work * 1min, one.units, plan.start + one.at_hand * 1min});
  std::string text;
  std::int64_t waves_left = 100;
  for (const std::vector<Prepared>& waves :
       prepare(plan, Presence{plan, {}}, TeamId{0}, all, waves_left)) {
    if (!text.empty()) text += " | ";
    bool is_first = true;
    for (const Prepared& wave : waves) {
      for (Count i = 0; i < wave.times; ++i) {
        text += (is_first ? "" : " ") + std::to_string(wave.units) + '@' +
                std::to_string((wave.at + wave.every * i - plan.start) / 1min);
        is_first = false;
      }
    }
  }
  return text;
}

TEST_CASE("a team prepares as many units at a time as it has members") {
  CHECK(prepared("members: 3", {{10, 7, 0}}) == "3@10 3@20 1@30");
  CHECK(prepared("members: 1", {{10, 2, 5}}) == "1@15 1@25");
  CHECK(prepared("members: 9", {{10, 0, 0}}) == "");
}

TEST_CASE(
    "it turns to the first order with a unit at hand, and interrupts none that it has begun") {
  CHECK(prepared("members: 2", {{10, 3, 0}, {5, 3, 0}}) == "2@10 1@20 | 1@15 1@20 1@25");
  CHECK(prepared("members: 1", {{10, 1, 5}, {20, 2, 0}}) == "1@30 | 1@20 1@50");
}

TEST_CASE("waves that follow each other without anything else are one step") {
  const Plan plan = plan_of("teams: {t: {members: 3}}");
  std::int64_t steps_left = 100;
  const auto all = prepare(plan, Presence{plan, {}}, TeamId{0},
                           {{2s, 3'000'000'001, plan.start + 5s}}, steps_left);
  REQUIRE(all.front().size() == 2);
  CHECK(all.front()[0].at == plan.start + 7s);
  CHECK(all.front()[0].units == 3);
  CHECK(all.front()[0].times == 1'000'000'000);
  CHECK(all.front()[1].at == plan.start + 7s + 2s * 1'000'000'000);
  CHECK(all.front()[1].units == 1);
}

TEST_CASE("an absence, a closing and a more urgent unit break a row of waves") {
  CHECK(prepared("members: 2, calendar: day", {{20, 9, 0}}) == "2@20 2@40 2@60 2@1460 1@1480");
  CHECK(prepared("members: 2", {{10, 2, 25}, {10, 8, 0}}) == "2@40 | 2@10 2@20 2@30 2@50");
  CHECK(prepared("members: 2", {{10, 5, 0}},
                 "absences: {x: {of: t, people: 1, from: +10m, until: +20m}}") == "2@10 1@20 2@30");
}

TEST_CASE("units that come after more steps than are counted are left out") {
  const std::string all = prepared("members: 2, calendar: day", {{60, 300, 0}});
  CHECK(all.starts_with("2@60 2@1500 "));
  CHECK(std::ranges::count(all, '@') == 100);
}

TEST_CASE("it pauses while its calendar is closed") {
  CHECK(prepared("members: 1, calendar: day", {{40, 3, 0}}) == "1@40 1@1460 1@1500");
  CHECK(prepared("members: 1, calendar: day", {{30, 2, 0}}) == "1@30 1@60");
  CHECK(prepared("members: 1, calendar: shut", {{40, 3, 0}}) == "");
}

TEST_CASE(
    "when members leave, what was begun last waits, and is gone on with before anything new") {
  CHECK(prepared("members: 3", {{30, 4, 0}},
                 "absences: {a: {of: t, people: 2, from: +10m, until: +20m}}") == "1@30 2@40 1@60");
  CHECK(prepared("members: 2", {{10, 3, 0}},
                 "absences: {a: {of: t, people: 2, from: +5m, until: +20m}}") == "2@25 1@35");
  CHECK(prepared("members: 2", {{10, 3, 0}}, "absences: {a: {of: t, people: 2, from: +15m}}") ==
        "2@10");
}

TEST_CASE("who comes back takes the earliest begun unit first") {
  CHECK(prepared("members: 2", {{20, 1, 0}, {20, 1, 5}},
                 "absences: {a: {of: t, people: 1, from: +10m, until: +15m}}") == "1@20 | 1@30");
}

TEST_CASE("a team without members prepares nothing") {
  CHECK(prepared("members: 0", {{10, 3, 0}}) == "");
}

}  // namespace
}  // namespace bcp
