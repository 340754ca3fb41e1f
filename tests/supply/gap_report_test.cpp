#include "supply/gap_report.hpp"

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using namespace std::chrono_literals;
using test::instant_of;
using test::plan_of;

constexpr std::string_view head = R"(
resource_types: {laptop: {}, phone: {}}
profiles: {home: {needs: {laptop: 1}}, desk: {needs: {phone: 1}}}
)";

/// A plan with these milestones, which come late and early.
Plan plan_with(std::string_view milestones, std::string_view rest) {
  return plan_of("bcp: 1\nplan: {name: x, timezone: UTC, start: 2020-03-14T08:00, milestones: {" +
                 std::string{milestones} + "}}" + std::string{head} + std::string{rest});
}

/// The instant in hours, and what the first line says: `@5h laptop 3/2 of s t`.
std::string headline(const Plan& plan, const GapOptions& options = {}) {
  const GapReport report = gap_report(plan, options);
  std::string text = '@' + std::to_string((report.at - plan.start) / 1h) + 'h';
  if (report.milestone) text += ' ' + plan.milestones[report.milestone->value].id;
  if (report.headline.type) {
    text += ' ' + plan.resource_types[report.headline.type->value].id + ' ' +
            report.headline.gap.str() + '/' + report.headline.gap_minimum.str();
  }
  for (const ServiceId service : report.headline.services)
    text += ' ' + plan.services[service.value].id;
  return text;
}

constexpr std::string_view lacking = R"(
staff: {a: {headcount: 4, profile: home}}
equipment: {p: {type: laptop, count: 2}, q: {type: laptop, count: 1, lead_time: 9h}}
services: {s: {rto: 2h, mbco: 75%, staff: {a: 4}}}
)";

TEST_CASE("the report looks at the first milestone at which a minimum is missing") {
  CHECK(headline(plan_with("m: +1h, n: +3h, o: +5h", lacking)) == "@3h n laptop 2/1 s");
  CHECK(headline(plan_with("a-late-one: +5h, early: +3h", lacking)) == "@3h early laptop 2/1 s");
}

TEST_CASE(
    "else at the first deadline, else at the last milestone, the last deadline, or when all pools "
    "are ready") {
  CHECK(headline(plan_with("m: +1h, n: +12h", lacking)) == "@2h laptop 2/1 s");
  constexpr std::string_view enough =
      "staff: {a: {headcount: 4, profile: home}}\nequipment: {p: {type: laptop, count: 4, "
      "lead_time: 1h}}";
  CHECK(headline(plan_with("m: +3h, n: +2h",
                           std::string{enough} + "\nservices: {s: {rto: 9h, staff: {a: 4}}}")) ==
        "@3h m");
  CHECK(headline(plan_with(
            "", std::string{enough} + "\nservices: {s: {rto: 9h, staff: {a: 4}}, t: {rto: 5h}}")) ==
        "@9h");
  CHECK(headline(plan_with("", enough)) == "@1h");
}

TEST_CASE("an instant that is asked for counts, with the services begun by then") {
  const Plan plan = plan_with("m: +1h",
                              "staff: {a: {headcount: 4, profile: home}}\nservices: {s: {rto: 9h, "
                              "mbco: 50%, staff: {a: 4}}}");
  CHECK(headline(plan, {.at = instant_of(plan, "+1h"), .absent = {}, .outage = {}}) ==
        "@1h m laptop 4/2 s");
  CHECK(headline(plan) == "@9h laptop 4/2 s");
}

TEST_CASE(
    "the worst type is the one that lacks the largest share of its minimum, then of everything") {
  constexpr std::string_view two =
      "staff: {a: {headcount: 10, profile: home}, b: {headcount: 4, profile: desk}}\n";
  CHECK(headline(plan_with(
            "m: +2h", std::string{two} +
                          "equipment: {p: {type: laptop, count: 5}, q: {type: phone, count: 1}}\n"
                          "services: {s: {rto: 1h, staff: {a: 10, b: 4}}}")) ==
        "@2h m phone 3/3 s");
  CHECK(headline(plan_with(
            "m: +2h", std::string{two} +
                          "equipment: {p: {type: laptop, count: 5}, q: {type: phone, count: 2}}\n"
                          "services: {s: {rto: 1h, staff: {a: 10, b: 4}}}")) ==
        "@2h m laptop 5/5 s");
}

TEST_CASE("each milestone has its figures, with the services due by then") {
  const Plan plan = plan_with("m: +1h, n: +3h, o: +9h", lacking);
  const GapReport report = gap_report(plan, {});
  const auto& laptop = report.types.at(0);
  REQUIRE(laptop.milestones.size() == 3);
  CHECK(laptop.milestones[0].gap_minimum == 0);
  CHECK(laptop.milestones[1].gap_minimum == 1);
  CHECK(laptop.milestones[2].gap_minimum == 0);
  CHECK(laptop.milestones[2].gap == 1);
  CHECK(laptop.figures.gap == laptop.milestones[1].gap);
}

TEST_CASE("people whom many services want are summed up whatever their number") {
  std::string services;
  for (char id = 'a'; id < 'm'; ++id)
    services += std::string{"s-"} + id + ": {rto: 1h, staff: {g: 1000000000000000000}}, ";
  const Plan plan = plan_with(
      "m: +2h", "staff: {g: {headcount: 7, profile: home}}\nservices: {" + services + "}");
  const GapReport report = gap_report(plan, {});
  CHECK(report.staff.front().wanted.str() == "12000000000000000000");
  CHECK(report.staff.front().minimum.str() == "12000000000000000000");
  CHECK(report.types.front().figures.needed_minimum == 7);
}

TEST_CASE("people have rows of their own, not capped by who is present") {
  const Plan plan = plan_with("m: +3h", std::string{lacking} + "absences: {x: {of: a, people: 1}}");
  const GapReport report = gap_report(plan, {});
  CHECK(report.staff.at(0).present == 3);
  CHECK(report.staff[0].wanted == 4);
  CHECK(report.staff[0].minimum == 3);
  CHECK(report.staff[0].equipped == 2);
  const GapReport more = gap_report(
      plan, {.at = {}, .absent = {{std::nullopt, ShareOrCount{Count{2}}}}, .outage = {}});
  CHECK(more.staff[0].present == 1);
}

TEST_CASE(
    "sources are pools, nodes that provide and groups that give, with all that they ever have") {
  const Plan plan = plan_with("m: +3h", R"(
staff: {a: {headcount: 1, profile: home, equipped: {laptop: 3}, reassign: true}}
equipment: {p: {type: laptop, count: 2, preparation: 1h, team: t}, q: {type: laptop, count: 0}}
infrastructure: {n: {provides: {phone: 1.5}}}
teams: {t: {members: 1}}
)");
  const GapReport report = gap_report(plan, {});
  REQUIRE(report.sources.size() == 3);
  CHECK(report.sources[0].units == 2);
  CHECK(std::holds_alternative<StaffId>(report.sources[0].origin));
  CHECK(report.sources[1].units == Exact{3, 2});
  CHECK(std::holds_alternative<NodeId>(report.sources[1].origin));
  CHECK(report.sources[2].units == 2);
  CHECK(report.sources[2].first == instant_of(plan, "+1h"));
  CHECK(report.sources[2].last == instant_of(plan, "+2h"));
}

TEST_CASE("with an outage, what provides and what serves counts from when it is up") {
  const Plan plan = plan_with("m: +3h", R"(
infrastructure: {n: {recovery: 4h, provides: {laptop: 9}}}
staff: {a: {headcount: 4, profile: home}}
services: {s: {rto: 2h, recovery: 1h, requires: [n], staff: {a: 4}}}
)");
  CHECK(headline(plan) == "@3h m");
  CHECK(headline(plan, {.at = {}, .absent = {}, .outage = {.failed = {}, .is_cold_start = true}}) ==
        "@3h m laptop 4/4 s");
}

TEST_CASE("a pool waits for the tasks that enable it") {
  const Plan plan =
      plan_with("m: +3h", fmt::format("{}tasks: {{t: {{duration: 4h, enables: [p]}}}}", lacking));
  CHECK(headline(plan) == "@3h m laptop 4/3 s");
}

}  // namespace
}  // namespace bcp
