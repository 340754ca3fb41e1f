#include "supply/stock.hpp"

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

std::string shown(const Exact& value) { return value.str(); }

/// Lots as `units@minute from the start`, source by source.
std::string shown(const Plan& plan, const std::vector<Source>& sources) {
  std::string text;
  for (const Source& source : sources) {
    if (!text.empty()) text += " | ";
    for (const Lot& lot : source.lots) {
      text += (&lot == source.lots.data() ? "" : " ") + shown(lot.units) + '@' +
              std::to_string((lot.ready - plan.start) / 1min);
    }
  }
  return text;
}

constexpr std::string_view rest = R"(
resource_types: {laptop: {unit: each, concurrency: 50%}, link: {}}
teams: {t: {members: 2}, u: {members: 1}}
sites: {north: {}, south: {}}
)";

std::string stock_of(std::string_view pools, std::string_view more = "",
                     std::optional<Seconds> up = 0s) {
  const Plan plan =
      plan_of(std::string{rest} + "equipment: {" + std::string{pools} + "}\n" + std::string{more});
  std::vector<std::optional<Seconds>> times(plan.nodes.size(), up);
  return shown(plan, stock(plan, Presence{plan, {}}, times).sources);
}

TEST_CASE("units behind 200,000 waves are counted where their number is asked for") {
  const Plan plan = plan_of(
      std::string{rest} +
      "equipment: {p: {type: laptop, count: 1000000000, preparation: 1s, team: t, yield: 33%, "
      "reserve: 7}}\nservices: {s: {rto: 3000000s}}");
  const std::vector<std::optional<Seconds>> up(plan.nodes.size(), 0s);
  const Stock there = stock(plan, Presence{plan, {}}, up);
  CHECK(there.cut_off == std::vector{PoolId{0}});
  const Source& pool = there.sources.front();
  Exact units;
  for (const Lot& lot : pool.lots) units += lot.units;
  CHECK(units == 330'000'000 - 7);
  // Two a second, of which a third less a hundredth are usable: 2 × seconds × 33 / 100.
  CHECK(pool.lots[pool.lots.size() - 2].ready == plan.start + 3'000'000s);
  CHECK(ready_within_tail(plan, pool, plan.start + 3'000'000s) == Exact{1'980'000});
  CHECK(ready_within_tail(plan, pool, plan.start + 1'234'567s) == Exact{814'814});
  CHECK(ready_within_tail(plan, pool, plan.start + 199'999s) == std::nullopt);
  // ⌈329,999,993 / 0.33⌉ = 999,999,979 units have to be prepared, which takes half as many seconds.
  CHECK(pool.lots.back().ready == plan.start + 499'999'990s);
}

TEST_CASE("teams prepare so many waves together, and pools that come later are named") {
  const Plan plan = plan_of(
      std::string{rest} +
      "equipment: {p: {type: laptop, count: 399998, preparation: 1s, team: t}, q: {type: laptop, "
      "count: 3, preparation: 1s, team: u}, r: {type: laptop, count: 5}}");
  const std::vector<std::optional<Seconds>> up(plan.nodes.size(), 0s);
  const Stock there = stock(plan, Presence{plan, {}}, up);
  CHECK(there.cut_off == std::vector{PoolId{1}});
  CHECK(there.sources.size() == 3);
  CHECK(there.sources[0].lots.size() == 199'999);
  CHECK(there.sources[1].lots.size() == 2);
}

TEST_CASE("units are at hand after the lead time, not before the pool is up") {
  CHECK(stock_of("p: {type: laptop, count: 9, lead_time: 2h}") == "9@120");
  CHECK(stock_of("p: {type: laptop, count: 9, lead_time: {min: 1h, likely: 2h, max: 9h}}") ==
        "9@120");
  CHECK(stock_of("p: {type: laptop, count: 9, lead_time: 2h}", "", 3h) == "9@180");
  CHECK(stock_of("p: {type: laptop, count: 9}", "", std::nullopt) == "");
  CHECK(stock_of("p: {type: laptop, count: 0}") == "");
}

TEST_CASE("the team prepares them; without one they are never ready") {
  CHECK(stock_of("p: {type: laptop, count: 3, lead_time: 1h, preparation: 10pm, team: t}") ==
        "2@70 1@80");
  CHECK(stock_of("p: {type: laptop, count: 3, preparation: 10pm}") == "");
  CHECK(stock_of("p: {type: laptop, count: 3, preparation: 0s}") == "3@0");
}

TEST_CASE("a usable unit is ready with the first prepared units that its yield needs") {
  CHECK(stock_of("p: {type: laptop, count: 6, preparation: 10pm, team: t, yield: 50%}") ==
        "1@10 1@20 1@30");
  CHECK(stock_of("p: {type: laptop, count: 5, preparation: 10pm, team: t, yield: 30%}") == "1@20");
  CHECK(stock_of("p: {type: laptop, count: 100, yield: 7%}") == "7@0");
}

TEST_CASE("the last usable units are kept back as reserve") {
  CHECK(stock_of("p: {type: laptop, count: 6, preparation: 10pm, team: t, reserve: 3}") ==
        "2@10 1@20");
  CHECK(stock_of("p: {type: laptop, count: 100, yield: 90%, reserve: 5%}") == "85@0");
  CHECK(stock_of("p: {type: laptop, count: 3, reserve: 9}") == "");
}

TEST_CASE(
    "the pool of the earliest deadline is prepared first, then the least work, then the first id") {
  CHECK(stock_of("p: {type: laptop, count: 2, preparation: 10pm, team: u}, q: {type: laptop, "
                 "count: 1, preparation: 5pm, team: u}, "
                 "r: {type: link, count: 1, preparation: 20pm, team: u}",
                 "profiles: {home: {needs: {link: 1}}}\nstaff: {g: {headcount: 1, profile: home}}\n"
                 "services: {s: {rto: 1h, staff: {g: 1}}}") == "1@35 1@45 | 1@25 | 1@20");
}

TEST_CASE("nodes that provide are sources from when they are up") {
  const Plan plan = plan_of(std::string{rest} +
                            "infrastructure: {a: {provides: {link: 2.5}}, b: {provides: {link: "
                            "0}}, c: {provides: {link: 1}}}");
  CHECK(shown(plan, stock(plan, Presence{plan, {}}, {1h, 0s, {}, {}, {}}).sources) == "5/2@60");
}

TEST_CASE("a pool serves whom it is for, and brings units to another site") {
  const Plan plan = plan_of(std::string{rest} + R"(
staff: {a: {headcount: 1, site: north}, b: {headcount: 1, site: south}, c: {headcount: 1}}
equipment:
  p: {type: laptop, count: 1, site: north, transfer: 4h, only_for: [a, b]}
  q: {type: laptop, count: 1, transfer: 4h}
)");
  const auto sources =
      stock(plan, Presence{plan, {}}, std::vector<std::optional<Seconds>>(plan.nodes.size(), 0s))
          .sources;
  REQUIRE(sources.size() == 2);
  CHECK(transfers(plan, sources[0])[0] == 0s);
  CHECK(transfers(plan, sources[0])[1] == 4h);
  CHECK_FALSE(transfers(plan, sources[0])[2].has_value());
  CHECK(transfers(plan, sources[1])[1] == 0s);
}

TEST_CASE("need is shared by those who work at other times; holdings go away with who holds them") {
  const Plan plan = plan_of(std::string{rest} + R"(
profiles: {home: {needs: {laptop: 1, any_of: [{link: 0.1}, {laptop: 2}]}}}
staff: {a: {headcount: 6, profile: home, equipped: {laptop: 4}}, b: {headcount: 0, equipped: {laptop: 4}}}
absences: {x: {of: a, people: 2, from: +1h}}
)");
  const Presence presence{plan, {}};
  const ResourceTypeId laptop{0};
  CHECK(need_of_one(plan, StaffId{0}, laptop) == Exact{1, 2});
  CHECK(need_of_one(plan, StaffId{0}, ResourceTypeId{1}) == Exact{1, 10});
  CHECK(need_of_one(plan, StaffId{0}, laptop, 1) == Exact{3, 2});
  CHECK(need_of_one(plan, StaffId{1}, laptop) == 0);
  CHECK(equipped(plan, StaffId{0}, laptop) == 4);
  CHECK(held(plan, presence, StaffId{0}, laptop, plan.start) == 4);
  CHECK(held(plan, presence, StaffId{0}, laptop, plan.start + 1h) == Exact{8, 3});
  CHECK(held(plan, presence, StaffId{1}, laptop, plan.start) == 0);
}

TEST_CASE("a group that reassigns gives what it holds beyond its full need, rounded down") {
  const Plan plan = plan_of(std::string{rest} + R"(
profiles: {home: {needs: {laptop: 1}}}
staff:
  a: {headcount: 3, profile: home, equipped: {laptop: 4}, reassign: true}
  b: {headcount: 3, profile: home, equipped: {laptop: 4}}
  c: {headcount: 9, profile: home, equipped: {laptop: 4}, reassign: true}
  d: {headcount: 2, equipped: {link: 4}, reassign: true}
)");
  const auto sources = given(plan, Presence{plan, {}}, plan.start);
  REQUIRE(sources.size() == 2);
  CHECK(std::get<StaffId>(sources[0].origin) == StaffId{0});
  CHECK(shown(plan, sources) == "2@0 | 4@0");
}

}  // namespace
}  // namespace bcp
