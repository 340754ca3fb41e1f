#include "people/findings/deputies.hpp"

#include <doctest/doctest.h>

#include "plan/judged.hpp"

namespace bcp {
namespace {

using namespace test;

std::string shared(std::string_view roles) {
  return judged_by(find_shared_deputies,
                   "sites: {hq: {}, depot: {}}\n"
                   "staff: {it: {headcount: 9}, law: {headcount: 3}}\n"
                   "roles: {" +
                       std::string{roles} + "}");
}

TEST_CASE("deputies of the same group at the same site fall with the holder") {
  CHECK(shared("lead: {holder: Ann, deputies: [net], group: it, site: hq},\n"
               "  net: {holder: Bob, group: it, site: hq}") == "BCP2302 [net] (hq)");
  CHECK(shared("lead: {holder: Ann, deputies: [Bob], group: it, site: hq},\n"
               "  net: {holder: Bob, group: it, site: hq}") == "BCP2302 [Bob] (hq)");
}

TEST_CASE("one deputy of another group or at another site is enough") {
  CHECK(shared("lead: {holder: Ann, deputies: [net, legal], group: it, site: hq},\n"
               "  net: {holder: Bob, group: it, site: hq},\n"
               "  legal: {holder: Cy, group: law, site: hq}") == "");
  CHECK(shared("lead: {holder: Ann, deputies: [net], group: it, site: hq},\n"
               "  net: {holder: Bob, group: it, site: depot}") == "");
}

TEST_CASE("the holder is no other person than himself") {
  CHECK(shared("lead: {holder: Ann, deputies: [Ann], group: it, site: hq}") ==
        "BCP2302 [Ann] (hq)");
}

TEST_CASE("nothing is said where nothing is known of a deputy or of the role") {
  CHECK(shared("lead: {holder: Ann, deputies: [Bob], group: it, site: hq}") == "");
  CHECK(shared("lead: {holder: Ann, deputies: [net], group: it}, net: {group: it}") == "");
  CHECK(shared("lead: {holder: Ann, group: it, site: hq}") == "");
}

}  // namespace
}  // namespace bcp
