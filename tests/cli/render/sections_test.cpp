#include "render/sections.hpp"

#include <ostream>

#include <doctest/doctest.h>

using namespace bcp;
using namespace bcp::cli;

TEST_CASE(
    "a section's title says what the parts of its bars mean, in signs that the place can show") {
  const Language english{"en"};
  const std::vector<Text> parts = {tr("in hand"), tr("missing")};
  CHECK(section_title(tr("Services"), {}, english, {}) == "Services\n");
  CHECK(section_title(tr("Services"), parts, english, {}) == "Services  █ in hand  ▓ missing\n");
  CHECK(section_title(tr("Services"), parts, english, {.unicode = false}) ==
        "Services  # in hand  + missing\n");
}

TEST_CASE("a sentence is broken at the width of the page") {
  CHECK(sentence(tr("{a} and {b}", {{"a", std::string{"one"}}, {"b", std::string{"two"}}}),
                 Language{"en"}, {.width = 8}) == "one and\ntwo\n");
}
