#include <ostream>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using test::findings_of;

TEST_CASE("an id inside a condition is one of the plan, of the kind that its figure is about") {
  const auto found = [](std::string_view when) {
    return findings_of(
        "services: {payments: {}}\nresource_types: {laptop: {}}\nactivation: {start: "
        "{a: {when: " +
        std::string{when} + "}}}");
  };
  CHECK(found("\"level.payments < 60% and gap.laptop > 5 or up.payments <= 4h\"") == "");
  CHECK(found("\"level.paymants < 60%\"") == "BCP1301 paymants");
  CHECK(found("level.payments < 60% and not done.nothing") == "BCP1301 nothing");
  CHECK(found("late.monday > 2h") == "");
  CHECK(found("level.laptop < 60%") == "BCP1302 laptop");
  CHECK(found("answered.who") == "");
  CHECK(found("level.payments <> 60%") == "BCP1226 <>");
  CHECK(found("'level.payments < 60% and late.payments > 2h'") == "BCP1302 payments");
  CHECK(found("\"level.pay\\x6dants < 60%\"") == "BCP1301 \"level.pay\\x6dants < 60%\"");
}

}  // namespace
}  // namespace bcp
