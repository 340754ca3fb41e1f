#include "source/scalar_extent.hpp"

#include <ostream>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

namespace bcp {
namespace {

TEST_CASE("a scalar ends where what is written of it ends") {
  struct Row {
    std::string_view source, value, written;
  };
  for (const auto& [source, value, written] : {
           Row{"4h   # soon", "4h", "4h"},
           Row{"a b, c]", "a b", "a b"},
           Row{"\"a\": 1", "a", "\"a\""},
           Row{"\"a \\\" b\" c", "a \" b", "\"a \\\" b\""},
           Row{"\"a\\\\\" \"", "a\\", "\"a\\\\\""},
           Row{"'it''s' x", "it's", "'it''s'"},
           Row{"''", "", "''"},
           Row{"\"one\n  two\" x", "one two", "\"one\n  two\""},
           Row{"one\r\n  two\n\n three # no\n", "one two\nthree", "one\r\n  two\n\n three"},
           Row{"|-2 # why\n  text\n", "text", "|-2"},
           Row{"> \n text\n", "text\n", ">"},
           Row{"|\n  |\n", "|\n", "|"},
           Row{"", "", ""},
       }) {
    CAPTURE(source);
    const auto end = scalar_end(source, 0, value);
    REQUIRE(end);
    CHECK(source.substr(0, *end) == written);
  }
}

TEST_CASE("a quote that is never closed has no end") {
  for (const std::string_view source : {"\"", "'", "\"a\nb: 2\n", "'it''s", "\"a\\\""}) {
    CAPTURE(source);
    CHECK_FALSE(scalar_end(source, 0, ""));
  }
}

TEST_CASE("anchors and tags in front of a value are no part of it") {
  struct Row {
    std::string_view source;
    int most;
    std::string_view rest;
  };
  for (const auto& [source, most, rest] : {
           Row{"&a x", 1, "x"},
           Row{"!!str &a x", 2, "x"},
           Row{"&a  # here\n  !local\n  x", 2, "x"},
           Row{"!<tag:a,b> [1]", 1, "[1]"},
           Row{"!x[1]", 1, "[1]"},
           Row{"!x'y z", 1, "z"},  // an apostrophe may stand in a tag
           Row{"&a !b x", 1, "!b x"},
           Row{"&a\n&key b: 1", 1, "&key b: 1"},
           Row{"x", 2, "x"},
           Row{"  x", 2, "  x"},
           Row{"&a", 1, ""},
           Row{"!<never closed", 1, ""},
       }) {
    CAPTURE(source);
    CHECK(source.substr(skip_properties(source, 0, most)) == rest);
  }
}

TEST_CASE("a line is indented by a tab where one stands in front of its content") {
  CHECK(is_indented_by_tab("a:\n\tb", 4));
  CHECK(is_indented_by_tab("a:\n  \tb", 6));
  CHECK(is_indented_by_tab("\tb", 1));
  CHECK_FALSE(is_indented_by_tab("a:\n  b", 5));
  CHECK_FALSE(is_indented_by_tab("a:\tb", 3));
  CHECK_FALSE(is_indented_by_tab("\ta: b", 4));
}

TEST_CASE("a character ends behind all its bytes") {
  constexpr std::string_view source = "aé漢😀";
  CHECK(character_end(source, 0) == 1);
  CHECK(character_end(source, 1) == 3);
  CHECK(character_end(source, 3) == 6);
  CHECK(character_end(source, 6) == 10);
  CHECK(character_end(source, 10) == 10);
}

}  // namespace
}  // namespace bcp
