#include "supply/commitments.hpp"

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

constexpr StaffId a{0};
constexpr StaffId b{1};

struct Example {
  Example(std::string_view pools, std::string_view more = "")
      : plan(plan_of("resource_types: {laptop: {}, modem: {}, tablet: {}}\nprofiles: {home: "
                     "{needs: {laptop: 1}}, field: {needs: {any_of: "
                     "[{tablet: 1}, {laptop: 1, modem: 1}]}}}\nstaff: {a: {headcount: 10, profile: "
                     "home}, b: {headcount: 10, profile: "
                     "field}}\nequipment: {" +
                     std::string{pools} + "}\n" + std::string{more})),
        presence(plan, {}),
        commitments(plan, presence,
                    stock(plan, presence,
                          std::vector<std::optional<Seconds>>(plan.nodes.size(), Seconds{0}))
                        .sources) {}

  bool feasible(const MorePeople& more, std::string_view from) {
    return commitments.feasible(more, instant_of(plan, from));
  }
  void commit(const MorePeople& more, std::string_view from) {
    commitments.commit(more, instant_of(plan, from));
  }
  std::string missing(const MorePeople& more, std::string_view from) {
    std::string text;
    for (const auto& [type, units] : commitments.missing_units(more, instant_of(plan, from))) {
      text += units.str() + ' ' + plan.resource_types[type.value].id + ' ';
    }
    return text;
  }

  Plan plan;
  Presence presence;
  Commitments commitments;
};

TEST_CASE("more people than are present are never feasible, those committed later counted too") {
  Example example{"p: {type: laptop, count: 99}", "absences: {x: {of: a, people: 4, from: +5h}}"};
  CHECK(example.feasible({{a, 10}}, "+1h"));
  CHECK_FALSE(example.feasible({{a, 11}}, "+1h"));
  example.commit({{a, 4}}, "+6h");
  CHECK(example.feasible({{a, 2}}, "+1h"));
  CHECK_FALSE(example.feasible({{a, 3}}, "+1h"));
  CHECK(example.commitments.left_present(a, instant_of(example.plan, "+1h")) == 2);
  CHECK(example.commitments.committed(a, instant_of(example.plan, "+5h")) == 0);
  CHECK(example.commitments.committed(a, instant_of(example.plan, "+6h")) == 4);
}

TEST_CASE("people who have alternatives are spread anew, so that others still fit") {
  Example example{
      "p: {type: laptop, count: 3}, q: {type: modem, count: 3}, r: {type: tablet, count: 2}"};
  example.commit({{b, 2}}, "+1h");
  CHECK(example.feasible({{b, 3}}, "+1h"));
  CHECK(example.feasible({{a, 3}}, "+1h"));
  CHECK(example.feasible({{a, 1}, {b, 2}}, "+1h"));
  CHECK_FALSE(example.feasible({{a, 1}, {b, 3}}, "+1h"));
  CHECK(example.commitments.is_exact());
}

TEST_CASE("the first alternative is left to those who have no other") {
  // Two of b fit on tablets now; one tablet comes late, so one of them must take a laptop and a modem by then.
  Example example{
      "p: {type: laptop, count: 1}, q: {type: modem, count: 1}, r: {type: tablet, count: 1}, s: "
      "{type: tablet, count: 1, "
      "lead_time: 2h}"};
  CHECK(example.feasible({{b, 2}}, "+1h"));
  CHECK_FALSE(example.feasible({{b, 3}}, "+1h"));
  example.commit({{b, 1}}, "+1h");
  CHECK(example.feasible({{b, 2}}, "+2h"));
  CHECK(example.feasible({{a, 1}}, "+1h"));
}

TEST_CASE("missing units are rounded up, on the first alternative") {
  Example example{"p: {type: laptop, count: 3}, r: {type: tablet, count: 2}"};
  CHECK(example.missing({{a, 5}}, "+1h") == "2 laptop ");
  CHECK(example.missing({{a, 5}, {b, 4}}, "+1h") == "2 laptop 2 tablet ");
  CHECK(example.missing({{a, 3}}, "+1h") == "");
  example.commit({{a, 2}}, "+1h");
  CHECK(example.missing({{a, 5}}, "+1h") == "4 laptop ");
}

TEST_CASE("nobody more is always feasible") {
  Example example{""};
  CHECK(example.feasible({}, "+0h"));
  CHECK(example.feasible({{a, 0}}, "+0h"));
  CHECK_FALSE(example.feasible({{a, 1}}, "+0h"));
}

}  // namespace
}  // namespace bcp
