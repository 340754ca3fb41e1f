#include "plan/reading/ids.hpp"

#include <ostream>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using test::findings_of;

TEST_CASE("a workaround's id stands once among all services, whatever brings it there") {
  CHECK(findings_of("services: {b: {workarounds: {w: {level: 1}}}, c: {workarounds: {w: {level: "
                    "1}}}}") == "BCP1303 w");
  CHECK(findings_of("services: {b: &b {workarounds: {v: {level: 1}, w: {level: 1}}}, c: *b}") ==
        "BCP1303 c");
  CHECK(findings_of("services: {b: &b {workarounds: {w: {level: 1}}}, c: {<<: *b, rto: 1d}, d: "
                    "*b}") == "BCP1303 c; BCP1303 d");
  CHECK(findings_of("services: {b: {workarounds: {w: {level: 1}, w: {level: 1}}}}") == "BCP1101 w");
}

}  // namespace
}  // namespace bcp
