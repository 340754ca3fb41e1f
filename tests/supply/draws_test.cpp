#include "supply/draws.hpp"

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
constexpr ResourceTypeId radio{2};
constexpr StaffId a{0};
constexpr StaffId b{1};

/// Ten people who need a laptop each and hold four, of whom five are away from the ninth hour on; and some who use a
/// radio or a mobile.
const Plan& town() {
  static const Plan plan = plan_of(R"(
resource_types: {laptop: {}, mobile: {}, radio: {}}
profiles: {home: {needs: {laptop: 1}}, field: {needs: {any_of: [{radio: 1}, {mobile: 1}]}}}
staff: {a: {headcount: 10, profile: home, equipped: {laptop: 4}}, b: {headcount: 9, profile: field}}
absences: {x: {of: a, people: 5, from: +9h}}
)");
  return plan;
}

Commitment people(StaffId staff, Count count, std::string_view from) {
  return {ServiceId{0}, staff, count, instant_of(town(), from)};
}

/// Commitment by commitment: `2@1h`, those without a draw as `-`.
std::string drawn(const std::vector<Commitment>& made, ResourceTypeId type,
                  const std::vector<Drawer>& split = {}) {
  const Presence presence{town(), {}};
  std::string text;
  for (const auto& draws : draws_of(town(), presence, spread_out(town(), made, split), type)) {
    std::string one;
    for (const Draw& draw : draws) {
      one += (one.empty() ? "" : "+") + draw.units.str() + '@' +
             std::to_string((draw.by - town().start) / std::chrono::hours{1}) + 'h';
    }
    text += (text.empty() ? "" : " ") + (one.empty() ? "-" : one);
  }
  return text;
}

TEST_CASE("those who come first use what the group holds, the others draw") {
  CHECK(drawn({people(a, 3, "+1h"), people(a, 2, "+1h"), people(a, 1, "+2h")}, laptop) ==
        "- 1@1h 1@2h");
}

TEST_CASE("who comes before others who are counted already makes these draw more") {
  CHECK(drawn({people(a, 4, "+5h"), people(a, 2, "+1h")}, laptop) == "- 2@5h");
}

TEST_CASE("what absent people took with them is drawn when they are gone") {
  CHECK(drawn({people(a, 4, "+1h"), people(a, 1, "+9h")}, laptop) == "- 3@9h");
}

TEST_CASE("those committed first use the first alternatives") {
  const std::vector<Drawer> split = {{b, {{instant_of(town(), "+1h"), {3, 2}}}}};
  CHECK(drawn({people(b, 2, "+1h"), people(b, 3, "+1h")}, radio, split) == "2@1h 1@1h");
  CHECK(drawn({people(b, 2, "+1h"), people(b, 3, "+1h")}, radio) == "2@1h 3@1h");
}

TEST_CASE("who needs nothing of a type draws nothing") {
  CHECK(drawn({people(b, 2, "+1h"), people(a, 9, "+1h")}, radio) == "2@1h -");
}

}  // namespace
}  // namespace bcp
