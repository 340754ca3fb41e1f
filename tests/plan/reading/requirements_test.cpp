#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using test::findings_of;
using test::plan_of;

std::string shown(const Plan& plan, const std::vector<Requirement>& requirements) {
  std::string text;
  for (const Requirement& one : requirements) {
    if (!text.empty()) text += ' ';
    text += one.node ? node_of(plan, *one.node).id
                     : std::to_string(one.needed) + '(' + shown(plan, one.items) + ')';
  }
  return text;
}

std::string read(std::string_view requirements) {
  const Plan plan =
      plan_of("sites: {a: {}, b: {}, c: {}, n: {requires: " + std::string{requirements} + "}}");
  return shown(plan, plan.sites[3].requirements);
}

std::string found(std::string_view requirements) {
  return findings_of("sites: {a: {}, b: {}, c: {}, n: {requires: " + std::string{requirements} +
                     "}}");
}

TEST_CASE("requirements are ids, groups and votes, nested at will") {
  CHECK(read("[]") == "");
  CHECK(read("[c, a]") == "c a");
  CHECK(read("[{any_of: [a, b]}, {all_of: [a, c]}, {at_least: 2, of: [a, b, c]}]") ==
        "1(a b) 2(a c) 2(a b c)");
  CHECK(read("[{any_of: [{all_of: [a, {at_least: 1, of: [b]}]}, c]}]") == "1(2(a 1(b)) c)");
}

TEST_CASE("a group says what it is") {
  for (const std::string_view group :
       {"{}", "{any_of: [a], all_of: [b]}", "{any_of: [a], at_least: 1, of: [b]}"}) {
    CAPTURE(group);
    CHECK(found("[" + std::string{group} + "]") == "BCP1307 " + std::string{group});
  }
  CHECK(found("[{at_least: 2}]") == "BCP1105 at_least");
  CHECK(found("[{of: [a, b]}]") == "BCP1105 of");
  CHECK(found("[{anyof: [a]}]").starts_with("BCP"));
  CHECK(found("a") == "BCP1201 a");
  CHECK(found("[[a]]") == "BCP1201 [a]");
  CHECK(found("[{any_of: a}]") == "BCP1201 a");
  CHECK(found("[!mine {any_of: [a]}]") == "BCP1013 !mine");
}

TEST_CASE("a group is not empty, and a vote can be met") {
  CHECK(found("[{any_of: []}]") == "BCP1307 []");
  CHECK(found("[{all_of: []}]") == "BCP1307 []");
  CHECK(found("[{at_least: 1, of: []}]") == "BCP1307 []");
  CHECK(found("[{at_least: 0, of: [a]}]") == "BCP1220 0");
  CHECK(found("[{at_least: 3, of: [a, b]}]") == "BCP1307 3");
  CHECK(found("[{at_least: 2, of: [a, b]}]") == "");
  CHECK(found("[{at_least: 2, of: [a, nowhere]}]") == "BCP1301 nowhere");
}

TEST_CASE("no id stands twice in one list, but it may again in a nested one") {
  CHECK(found("[a, a]") == "BCP1305 a");
  CHECK(found("[{any_of: [b, a, b]}]") == "BCP1305 b");
  CHECK(found("[a, {any_of: [a, b]}, {any_of: [a, c]}]") == "");
  CHECK(findings_of("staff: {g: {headcount: 1}}\nservices: {s: {staff: {g: 1}, requires: [g]}}") ==
        "");
}

TEST_CASE("no entity requires itself, however deep") {
  CHECK(found("[n]") == "BCP1306 n");
  CHECK(found("[{any_of: [a, {all_of: [b, n]}]}]") == "BCP1306 n");
  CHECK(findings_of("services: {s: {workarounds: {w: {level: 1, requires: [s]}}}}") == "BCP1306 s");
  CHECK(findings_of("sites: {a: {requires: [b]}, b: {requires: [a]}}") == "");
}

TEST_CASE("only nodes can be required") {
  CHECK(found("[monday]") == "BCP1302 monday");
  CHECK(findings_of("services: {s: {requires: [w], workarounds: {w: {level: 1}}}}") == "BCP1302 w");
  CHECK(findings_of("communications: {channels: {mail: {}}}\nlicences: {l: {type: t, count: "
                    "1}}\nresource_types: {t: {}}\n"
                    "services: {s: {requires: [mail, l, t]}}") == "BCP1302 t");
}

}  // namespace
}  // namespace bcp
