#include "render/width.hpp"

#include <ostream>

#include <doctest/doctest.h>

using namespace bcp::cli;

TEST_CASE("a text is as wide as a terminal shows it") {
  CHECK(display_width("") == 0);
  CHECK(display_width("plan") == 4);
  CHECK(display_width("é") == 1);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("漢字") == 4);
  CHECK(display_width("👩‍👩‍👧") == 2);
  CHECK(display_width("🇫🇷") == 2);
  CHECK(display_width("██░") == 3);
}

TEST_CASE("a text that is too wide ends in an ellipsis") {
  CHECK(shortened("benefit-payments", 20) == "benefit-payments");
  CHECK(shortened("benefit-payments", 10) == "benefit-p…");
  CHECK(shortened("漢字漢字", 4) == "漢…");
  CHECK(shortened_in_front("benefit-payments", 9) == "…payments");
}

TEST_CASE("a paragraph is broken at spaces and not at no-break spaces") {
  CHECK(wrapped("one two three", 7) == "one two\nthree");
  CHECK(wrapped("one two three", 7, 2) == "one two\n  three");
  CHECK(wrapped("4\u202f500 licences", 9) == "4\u202f500\nlicences");
  CHECK(wrapped("a verylongword b", 5) == "a\nverylongword\nb");
  CHECK(wrapped("one two", 10, 2, 5) == "one\n  two");
  CHECK(wrapped("", 5).empty());
  CHECK(wrapped("one `a: 1, b: 2`, two", 15, 2) == "one\n  `a: 1, b: 2`,\n  two");
  CHECK(wrapped("one `a: 1, b: 2`, two", 14, 2) == "one `a: 1, b:\n  2`, two");
  CHECK(wrapped("one ` two", 5) == "one `\ntwo");
}

TEST_CASE("an id is broken behind a sign where it can be, and never shortened") {
  using Pieces = std::vector<std::string>;
  CHECK(chopped("database", 10) == Pieces{"database"});
  CHECK(chopped("database-cluster", 10) == Pieces{"database-", "cluster"});
  CHECK(chopped("databasecluster", 10) == Pieces{"databasecl", "uster"});
  CHECK(chopped("a-databasecluster", 10) == Pieces{"a-database", "cluster"});
  CHECK(chopped("a.b", 1) == Pieces{"a", ".", "b"});
  CHECK(chopped("", 10).empty());
}
