#include "source/map_keys.hpp"

#include <ostream>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "source/reading.hpp"

namespace bcp {
namespace {

using test::findings;
using test::Reading;

TEST_CASE("a key that stands twice in a map is an error that shows both places") {
  for (const std::string_view yaml :
       {"x: {a: 1, b: 2, a: 3}", "x:\n  a: 1\n  b: 2\n  'a': 3", "x: {a: 1, \"\\x61\": 2}"}) {
    CAPTURE(yaml);
    const Reading reading{yaml};
    REQUIRE(reading.found.all().size() == 1);
    const Diagnostic& finding = reading.found.all()[0];
    CHECK(finding.code == Code::duplicate_key);
    CHECK(finding.at.begin > finding.also.at(0).at.begin);
    CHECK(reading.at(finding.also[0].at) == "a");
  }
}

TEST_CASE("a key that stands often names the first place each time") {
  const Reading reading{"a: 1\nb: 0\na: 2\na: 3\nb: 1\n"};
  CHECK(reading.found.all().size() == 3);
  for (const Diagnostic& finding : reading.found.all()) {
    CHECK(finding.also.at(0).at.begin == reading.text.find(reading.at(finding.at)));
  }
}

TEST_CASE("a key may stand again in another map, deeper or beside") {
  CHECK(findings(Reading{"a: {a: {a: 1}}\nb: [{a: 1}, {a: 2}]\nc: {A: 1, a: 1}"}).empty());
}

TEST_CASE("`<<` merges a map or a list of maps, anything else is an error") {
  struct Row {
    std::string_view yaml, finding;
  };
  for (const auto& [yaml, finding] : {
           Row{"{<<: *map}", ""},
           Row{"{<<: [*map, {b: 1}]}", ""},
           Row{"{<<: *list_of_maps}", ""},
           Row{"{<<: {}}", ""},
           Row{"{<<: text}", "BCP1011 text"},
           Row{"{<<: *text}", "BCP1011 *text"},
           Row{"{<<: [*map, *text]}", "BCP1011 [*map, *text]"},
           Row{"{<<: [[*map]]}", "BCP1011 [[*map]]"},
           Row{"{<<: }", "BCP1011 <<"},
           Row{"{<<: *map, <<: *map}", "BCP1101 <<"},
       }) {
    CAPTURE(yaml);
    const Reading reading{"m: &map {a: 1}\nl: &list_of_maps [*map]\nt: &text x\nx: " +
                          std::string{yaml}};
    CHECK(reading.document);
    CHECK(findings(reading) == finding);
  }
}

}  // namespace
}  // namespace bcp
