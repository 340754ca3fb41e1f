#include "render/table.hpp"

#include <ostream>

#include <doctest/doctest.h>

#include "render/bar.hpp"

using namespace bcp::cli;

namespace {

std::string text_of(const Cell& cell) {
  std::string text;
  for (const Piece& piece : cell) text += piece.text;
  return text;
}

const Style drawn{.width = 80, .colour = false, .unicode = true};

}  // namespace

TEST_CASE("columns align by what a terminal shows, numbers to the right") {
  Table table{{{.title = "what"}, {.title = "units", .is_number = true}, {.title = "from"}}};
  table.add({{{"漢字"}}, {{"12"}}, {{"now"}}});
  table.add({{{"é"}}, {{"1,234"}}, {}});
  CHECK(table.text(drawn) == "what  units  from\n漢字     12  now\né     1,234\n");
}

TEST_CASE("a title of two lines stands over its column") {
  Table table{{{.title = "id"}, {.title = "minimum\nlacks", .is_number = true}}};
  table.add({{{"a"}}, {{"1"}}});
  CHECK(table.text(drawn) == "    minimum\nid    lacks\na         1\n");
}

TEST_CASE("a table that is too wide shortens what may be shortened, but for the ids in front") {
  Table table{{{.title = "", .shrinks_to = 6},
               {.title = "", .shrinks_to = 3},
               {.title = "n", .is_number = true}}};
  table.add({{{"  a-long-name"}}, {{"words"}}, {{"1"}}});
  CHECK(table.text({.width = 23}) == "                      n\n  a-long-name  words  1\n");
  CHECK(table.text({.width = 14}) ==
        "             n\n"
        "  a-long-name\n"
        "        wo…  1\n");
}

TEST_CASE("a column that may vanish is left out before a table gets too wide") {
  Table table{{{.title = ""}, {.title = "", .may_vanish = true}}};
  table.add({{{"abc"}}, {{"#####"}}});
  CHECK(table.text({.width = 10}) == "abc  #####\n");
  CHECK(table.text({.width = 9}) == "abc\n");
}

TEST_CASE("colours stand round the text and not round the padding") {
  Table table{{{.title = ""}, {.title = ""}}};
  table.add({{{"a", Ink::red}}, {{"b"}}});
  CHECK(table.text({.colour = true}) == "\x1b[31ma\x1b[0m  b\n");
}

TEST_CASE("a table without rows is nothing") { CHECK(Table{{{.title = "a"}}}.text(drawn).empty()); }

TEST_CASE("a bar shows its parts in proportion") {
  CHECK(text_of(bar({5, 3, 2}, 10, drawn)) == "█████▓▓▓░░");
  CHECK(text_of(bar({5, 3, 2}, 10, {.unicode = false})) == "#####+++..");
  CHECK(text_of(bar({1, 0, 0}, 10, drawn)) == "██████████");
  CHECK(text_of(bar({0, 0, 0}, 10, drawn)).empty());
}

TEST_CASE("what is missing shows in a bar however little it is") {
  CHECK(text_of(bar({100000, 1, 1}, 10, drawn)) == "████████▓░");
  CHECK(text_of(bar({1, 1, 100000}, 10, drawn)) == "█▓░░░░░░░░");
  CHECK(text_of(bar({-5, 1, 1}, 10, drawn)) == "▓▓▓▓▓░░░░░");
}

TEST_CASE("a long line across a table is wrapped, an empty one left out") {
  Table table{{{}}};
  add_wrapped(table, "", 2);
  CHECK(table.text({}).empty());
  add_wrapped(table, "one two three", 2);
  CHECK(table.text({.width = 12}) == "  one two\n    three\n");
}

TEST_CASE("an id that is too long for its column stands whole above its row") {
  const Style style{.width = 20};
  Table table{{{}, {.is_number = true}}};
  for (const char* id : {"short", "database-cluster-of-the-north"}) {
    const std::string cell = id_cell(table, id, 2, 10, style);
    table.add({{{cell}}, {{"7"}}});
  }
  CHECK(table.text(style) ==
        "  short  7\n"
        "  database-cluster-\n"
        "  of-the-north\n"
        "         7\n");
}
