#include <ostream>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using test::findings_of;

TEST_CASE("an impact is of a category, and of one level at a time") {
  const auto found = [](std::string_view scale, std::string_view impact) {
    return findings_of(
        "bcp: 1\nplan: {name: x, timezone: UTC, start: 2020-03-14T08:00, impact_scale: " +
        std::string{scale} + "}\nservices: {s: {impact: " + std::string{impact} + "}}");
  };
  CHECK(found("{levels: [a, b], intolerable: b}", "{fin: {72h: a, 4d: b}}") == "");
  CHECK(found("{levels: [a, b], intolerable: b}", "{fin: {72h: b, 3d: a}}") == "BCP1101 3d");
  CHECK(found("{levels: [a]}", "{\"\": {72h: a}}") == "BCP1221 \"\"");
  CHECK(found("{levels: [], intolerable: b}", "{}") == "BCP1222 b");
  CHECK(found("{intolerable: b}", "{}") == "BCP1105 intolerable");
}

}  // namespace
}  // namespace bcp
