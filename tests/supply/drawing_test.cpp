#include "supply/drawing.hpp"

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

constexpr ResourceTypeId laptop{0};
constexpr StaffId a{0};
constexpr StaffId b{1};

/// Two groups who need a laptop each, and what the test adds.
struct Example {
  explicit Example(std::string_view pools, std::string_view keys_of_a = "")
      : plan(plan_of("resource_types: {laptop: {}}\nprofiles: {home: {needs: {laptop: 1}}}\nsites: "
                     "{north: {}, south: {}}\nstaff: {a: "
                     "{headcount: 10, profile: home, site: north" +
                     std::string{keys_of_a} +
                     "}, b: {headcount: 10, profile: home, site: south}, c: {headcount: "
                     "9}}\nabsences: {x: {of: a, people: 5, from: "
                     "+9h}}\nequipment: {" +
                     std::string{pools} + "}")),
        presence(plan, {}),
        sources(stock(plan, presence,
                      std::vector<std::optional<Seconds>>(plan.nodes.size(), Seconds{0}))
                    .sources),
        drawing(plan, presence, sources, laptop) {}

  [[nodiscard]] Drawer people(StaffId staff, Count count, std::string_view from) const {
    return {staff, {{instant_of(plan, from), {count}}}};
  }
  bool suffices(const std::vector<Drawer>& drawers) { return drawing.suffices(drawers); }

  Plan plan;
  Presence presence;
  std::vector<Source> sources;
  Drawing drawing;
};

TEST_CASE("units suffice by a deadline if they are ready by then") {
  Example example{
      "p: {type: laptop, count: 4, lead_time: 1h}, q: {type: laptop, count: 3, lead_time: 3h}"};
  CHECK(example.suffices({example.people(a, 4, "+1h")}));
  CHECK_FALSE(example.suffices({example.people(a, 5, "+1h")}));
  CHECK_FALSE(example.suffices({example.people(a, 1, "+59m")}));
  CHECK(example.suffices({example.people(a, 4, "+3h"), example.people(b, 3, "+3h")}));
  CHECK_FALSE(example.suffices({example.people(a, 4, "+3h"), example.people(b, 4, "+3h")}));
  CHECK(example.drawing.missing(std::vector{example.people(a, 9, "+3h")}) == 2);
}

TEST_CASE("what is committed stays drawn, and a change is only tried") {
  Example example{"p: {type: laptop, count: 4}"};
  CHECK(example.suffices({example.people(a, 3, "+1h")}));
  CHECK(example.suffices({example.people(b, 3, "+1h")}));
  example.drawing.commit(std::vector{example.people(a, 3, "+1h")});
  CHECK(example.suffices({example.people(b, 1, "+1h")}));
  CHECK_FALSE(example.suffices({example.people(b, 2, "+1h")}));
  CHECK_FALSE(example.suffices({example.people(b, 2, "+9h")}));
  CHECK(example.suffices({example.people(a, 2, "+1h"), example.people(b, 2, "+1h")}));
}

TEST_CASE("an earlier deadline is not served from what comes later, whatever was drawn before") {
  Example example{
      "p: {type: laptop, count: 2, lead_time: 1h}, q: {type: laptop, count: 2, lead_time: 4h}"};
  example.drawing.commit(std::vector{example.people(a, 2, "+4h")});
  CHECK(example.suffices({example.people(b, 2, "+1h")}));
  CHECK_FALSE(example.suffices({example.people(b, 3, "+2h")}));
}

TEST_CASE("a pool that is for some is kept for them where others can do without it") {
  Example example{"p: {type: laptop, count: 3, only_for: [a]}, q: {type: laptop, count: 3}"};
  CHECK(example.suffices({example.people(a, 3, "+1h"), example.people(b, 3, "+1h")}));
  CHECK_FALSE(example.suffices({example.people(a, 2, "+1h"), example.people(b, 4, "+1h")}));
  CHECK(example.drawing.missing(
            std::vector{example.people(a, 2, "+1h"), example.people(b, 5, "+1h")}) == 2);
}

TEST_CASE("to another site units are brought later") {
  Example example{"p: {type: laptop, count: 3, site: north, transfer: 2h}"};
  CHECK(example.suffices({example.people(a, 3, "+0h")}));
  CHECK_FALSE(example.suffices({example.people(b, 1, "+1h")}));
  CHECK(example.suffices({example.people(b, 3, "+2h")}));
}

TEST_CASE("a group first uses what it holds, less what absent people took with them") {
  Example example{"p: {type: laptop, count: 1}", ", equipped: {laptop: 5}"};
  CHECK(example.suffices({example.people(a, 6, "+1h")}));
  CHECK_FALSE(example.suffices({example.people(a, 7, "+1h")}));
  CHECK(example.drawing.missing(std::vector{example.people(a, 5, "+9h")}) == Exact{3, 2});
}

TEST_CASE("who needs nothing of the type draws nothing") {
  Example example{"p: {type: laptop, count: 1}"};
  CHECK(example.drawing.concerns(a));
  CHECK_FALSE(example.drawing.concerns(StaffId{2}));
  CHECK(example.suffices({example.people(StaffId{2}, 9, "+0h")}));
}

TEST_CASE("amounts too large for a machine's numbers are exact") {
  const Plan plan = plan_of(R"(
resource_types: {laptop: {concurrency: 33.33333333%}}
profiles: {home: {needs: {laptop: 0.000000001}}}
staff: {a: {headcount: 1000000000000000, profile: home}}
infrastructure: {n: {provides: {laptop: 333333.3333}}}
)");
  const Presence presence{plan, {}};
  const auto sources =
      stock(plan, presence, std::vector<std::optional<Seconds>>(plan.nodes.size(), Seconds{0}))
          .sources;
  Drawing drawing{plan, presence, sources, laptop};
  const auto with = [&](Count people) {
    return std::vector<Drawer>{{a, {{plan.start, {people}}}}};
  };
  CHECK(drawing.suffices(with(1'000'000'000'000'000)));
  CHECK(drawing.missing(with(1'000'000'003'000'000)) == Exact{9'999'999'999, 10'000'000'000'000});
}

}  // namespace
}  // namespace bcp
