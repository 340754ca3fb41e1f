#include "source/comments.hpp"

#include <ostream>

#include <doctest/doctest.h>

#include "source/reading.hpp"

using bcp::test::Reading;

namespace {

/// The comments that begin with `x`, one after the other.
std::string comments(std::string_view yaml) {
  const Reading reading{yaml};
  REQUIRE(reading.document.has_value());
  std::string text;
  for (const bcp::Span& at : comments_beginning(*reading.document, "x"))
    text += (text.empty() ? "" : "; ") + std::string{reading.at(at)};
  return text;
}

}  // namespace

TEST_CASE("a comment goes from its sign to the end of its line") {
  CHECK(comments("# x one\na: 1 #x two \t\r\n  #  x three\nb: 2\n# x four") ==
        "# x one; #x two; #  x three; # x four");
}

TEST_CASE("a comment that begins otherwise is none of those asked for") {
  CHECK(comments("# y\na: 1 # no x\n") == "");
}

TEST_CASE("a sign that touches the word before it begins no comment") {
  CHECK(comments("a: b#x c\n") == "");
}

TEST_CASE("a sign in quotes begins no comment") {
  CHECK(comments("a: \"# x\"\nb: '# x' # x real\n'# x': 1\n") == "# x real");
  CHECK(comments("a: \"one\n  # x\n  two\"\nb: 1 # x real\n") == "# x real");
}

TEST_CASE("the lines of a block scalar hold no comment, and the first line after them may") {
  CHECK(comments("a: |\n  text\n  # x in it\n\n    # x too\nb: 1 # x real\n") == "# x real");
  CHECK(comments("a: >-\n  text\n  # x in it\n# x real\nb: 1\n") == "# x real");
  CHECK(comments("a: |\n    text\n  # x real\nb: 1\n") == "# x real");
}

TEST_CASE("the comment behind the header of a block scalar is one") {
  CHECK(comments("a: | # x real\n  # x in it\nb: 1\n") == "# x real");
}

TEST_CASE("an empty block scalar hides nothing") {
  CHECK(comments("a: |\n# x real\nb: 1\n") == "# x real");
  CHECK(comments("a: |\n\n# x real\n") == "# x real");
}

TEST_CASE("a block scalar with an indentation of its own ends where that ends") {
  CHECK(comments("a: |2\n     text\n   # x in it\n # x real\nb: 1\n") == "# x real");
}

TEST_CASE("lists, maps in braces and aliases hide nothing") {
  CHECK(comments("a: &a [1, # x one\n  2]\nb: *a # x two\nc: {d: 1} # x three\n") ==
        "# x one; # x two; # x three");
}
