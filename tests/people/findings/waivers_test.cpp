#include "people/findings/waivers.hpp"

#include <doctest/doctest.h>

#include "plan/judged.hpp"

namespace bcp {
namespace {

using namespace test;

TEST_CASE("a waiver that nobody has approved is a finding at its id") {
  constexpr std::string_view policy =
      "policies: {desktops-stay: {text: x}}\nstaff: {developers: {headcount: 2}}\nwaivers: {home: ";
  CHECK(judged_by(find_unapproved_waivers,
                  std::string{policy} + "{waives: desktops-stay, for: [developers]}}") ==
        "BCP2602 home");
  CHECK(judged_by(find_unapproved_waivers,
                  std::string{policy} +
                      "{waives: desktops-stay, for: [developers], approved_by: the director}}") ==
        "");
}

}  // namespace
}  // namespace bcp
