#include "supply/findings/unused_supply.hpp"

#include <doctest/doctest.h>

#include "plan/judged.hpp"

namespace bcp {
namespace {

using namespace test;

std::string unused(std::string_view yaml) { return judged_by(find_unused_supply, yaml); }

TEST_CASE("a type that some profile needs is used, in an alternative too") {
  CHECK(unused("resource_types: {laptop: {}, tablet: {}}\n"
               "profiles: {field: {needs: {any_of: [{tablet: 1}, {laptop: 1}]}}}\n"
               "staff: {clerks: {headcount: 3, profile: field}}") == "");
}

TEST_CASE("a type of which nobody needs any is one finding, its pools are none") {
  CHECK(unused("resource_types: {laptop: {}}\n"
               "equipment: {store: {type: laptop, count: 3}}") == "BCP2102 laptop");
  CHECK(unused("resource_types: {laptop: {}}\n"
               "profiles: {office: {needs: {laptop: 0}}}\n"
               "staff: {clerks: {headcount: 3, profile: office}}") == "BCP2102 laptop");
}

TEST_CASE("a profile of nobody is one finding, what only it needs is none") {
  CHECK(unused("resource_types: {laptop: {}}\n"
               "profiles: {office: {needs: {laptop: 1}}}") == "BCP2102 office");
}

TEST_CASE("a pool kept for groups that do not need its type") {
  constexpr std::string_view plan =
      "resource_types: {laptop: {}, phone: {}}\n"
      "profiles: {office: {needs: {laptop: 1}}, road: {needs: {phone: 1}}}\n"
      "staff: {clerks: {headcount: 3, profile: office}, drivers: {headcount: 2, profile: road},\n"
      "        gardeners: {headcount: 2}}\n"
      "equipment: {store: {type: laptop, count: 3, only_for: ";
  CHECK(unused(std::string{plan} + "[drivers, gardeners]}}") ==
        "BCP2102 [drivers, gardeners] (laptop)");
  CHECK(unused(std::string{plan} + "[drivers, clerks]}}") == "");
}

}  // namespace
}  // namespace bcp
