#include "source/value.hpp"

#include <ostream>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "source/reading.hpp"

namespace bcp {
namespace {

using test::Reading;
using test::shown;

TEST_CASE("a value is a text, a list, a map or nothing") {
  const Reading reading{"{text: 4h, list: [a, b], map: {k: v}, nothing: }"};
  const Value root = reading.root();
  CHECK(root.is_mapping());
  CHECK(root.find("text").text() == "4h");
  CHECK(root.find("list").items().size() == 2);
  CHECK(root.find("map").entries().size() == 1);
  CHECK(root.find("nothing").is_written());
  CHECK(root.find("nothing").is_empty());
  CHECK_FALSE(root.find("elsewhere").is_written());
}

TEST_CASE("a question that a value has no answer to gets nothing") {
  const Reading reading{"{text: 4h, list: [a]}"};
  for (const Value& value : {Value{}, reading.root().find("text"), reading.root().find("list")}) {
    CHECK(value.entries().empty());
    CHECK_FALSE(value.find("a").is_written());
  }
  CHECK(reading.root().items().empty());
  CHECK(reading.root().text().empty());
  CHECK(Value{}.span() == Span{});
}

TEST_CASE("an alias reads as what it stands for") {
  const Reading reading{"a: &x {k: [1, 2]}\nb: *x\nc: [*x, &y t, *y]"};
  CHECK(shown(reading.root()) == "{a: {k: [1, 2]}, b: {k: [1, 2]}, c: [{k: [1, 2]}, t, t]}");
  CHECK(reading.root().find("b").span() == reading.root().find("a").span());
}

TEST_CASE("an anchor set again holds for the aliases after it") {
  CHECK(shown(Reading{"[&x 1, *x, &x 2, *x]"}.root()) == "[1, 1, 2, 2]");
}

TEST_CASE("a merge key brings what a map does not have itself, and that follows the own keys") {
  struct Row {
    std::string_view yaml, shown;
  };
  for (const auto& [yaml, expected] : {
           Row{"{<<: *d, b: own}", "{b: own, a: 1}"},
           Row{"{b: own, <<: *d}", "{b: own, a: 1}"},
           Row{"{<<: [*d, *e]}", "{a: 1, b: 2, c: 3}"},
           Row{"{<<: [*e, *d]}", "{b: two, c: 3, a: 1}"},
           Row{"{<<: *f, z: 0}", "{z: 0, c: own, a: 1, b: 2}"},
           Row{"{<<: {k: v}}", "{k: v}"},
           Row{"{<<: []}", "{}"},
           Row{"{\"<<\": text}", "{<<: text}"},
       }) {
    CAPTURE(yaml);
    const Reading reading{"d: &d {a: 1, b: 2}\ne: &e {b: two, c: 3}\nf: &f {<<: *d, c: own}\ng: " +
                          std::string{yaml}};
    CHECK(reading.found.all().empty());
    CHECK(shown(reading.root().find("g")) == expected);
  }
}

TEST_CASE("a merged key is found as an own one is, and `<<` itself is none") {
  const Reading reading{"d: &d {a: 1, b: 2}\ng: {<<: *d, b: own}"};
  const Value value = reading.root().find("g");
  CHECK(value.find("a").text() == "1");
  CHECK(value.find("b").text() == "own");
  CHECK_FALSE(value.find("<<").is_written());
  CHECK_FALSE(value.find("c").is_written());
}

TEST_CASE("a merged entry stays where it is written") {
  const Reading reading{"d: &d {a: 1}\ng: {<<: *d}"};
  CHECK(reading.root().find("g").entries()[0].key.span().begin == 7);
}

TEST_CASE("a link leads into another document") {
  const Reading other{"{port: 80}"};
  Document document;
  document.file = FileId{3};
  document.nodes.push_back({.content = 0, .shape = Shape::link});
  document.links.push_back(other.root().find("port").link());
  CHECK(Value{document, 0}.text() == "80");
  CHECK(Value{document, 0}.span().file == FileId{});
}

}  // namespace
}  // namespace bcp
