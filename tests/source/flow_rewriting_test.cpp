#include "source/flow_rewriting.hpp"

#include <array>
#include <ostream>
#include <random>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "source/reading.hpp"

namespace bcp {
namespace {

using test::Reading;
using test::shown;

struct Row {
  std::string_view yaml, expected;
};

TEST_CASE("a key in braces may go on over lines") {
  for (const auto& [yaml, expected] : {
           Row{"{\"a\"\n: b}", "{a: b}"},
           Row{"{a\n: b, c # why\n  : d}", "{a: b, c: d}"},
           Row{"{ \"a\" # why\n  :b }", "{a: b}"},
           Row{"{ several\n  words, a: b}", "{several words: _, a: b}"},
           Row{"{ several\n\n  words: b}", "{several\nwords: b}"},
           Row{"{ \"several\\\n  \\\"words\\\"\n  more\": b}", "{several\"words\" more: b}"},
           Row{"{ '''''\n  '''' ': b}", "{'' '' : b}"},
           Row{"{ 'it''s\n  \"one\"': b}", "{it's \"one\": b}"},
           Row{"{ a \\ \"b\"\n c: d}", "{a \\ \"b\" c: d}"},
           Row{"{ [a, b]\n : c}", "{[a, b]: c}"},
           Row{"{a: {b\n: c}, d: [{e\n: f}]}", "{a: {b: c}, d: [{e: f}]}"},
           Row{"x: {a\n : b}\ny: {c\n : d}\n", "{x: {a: b}, y: {c: d}}"},
           Row{"{a\r\n : b, \"c\r\n  d\": e}", "{a: b, c d: e}"},
       }) {
    CAPTURE(yaml);
    const Reading reading{yaml};
    CHECK(test::findings(reading) == "");
    CHECK(shown(reading.root()) == expected);
  }
}

TEST_CASE("a question mark may stand in a text within brackets") {
  for (const auto& [yaml, expected] : {
           Row{"[who?, a?b, \"c?\", ?d]", "[who?, a?b, c?, ?d]"},
           Row{"{who pays?: \"he\", x: ?y \\ \"z\" }", "{who pays?: he, x: ?y \\ \"z\"}"},
           Row{"a: [b?]\nc: {d?: e?}\nf?: g?\n", "{a: [b?], c: {d?: e?}, f?: g?}"},
           Row{"a: {b: c,\n  d: one\n  two?}\n", "{a: {b: c, d: one two?}}"},
           Row{"[? a : b, c?]", "[{a: b}, c?]"},
       }) {
    CAPTURE(yaml);
    const Reading reading{yaml};
    CHECK(test::findings(reading) == "");
    CHECK(shown(reading.root()) == expected);
  }
}

TEST_CASE("places are those of the author's text, also behind what was rewritten") {
  const Reading reading{"a: [why?, b]\nc: {several\n  words: d}\nc: [e?]\n"};
  CHECK(test::findings(reading) == "BCP1101 c");
  const Value list = reading.root().find("a");
  CHECK(reading.at(list.span()) == "[why?, b]");
  CHECK(reading.at(list.items()[0].span()) == "why?");
  CHECK(reading.at(list.items()[1].span()) == "b");
  const Entry entry = reading.root().entries()[1].value.entries()[0];
  CHECK(reading.at(entry.key.span()) == "several\n  words");
  CHECK(reading.at(entry.value.span()) == "d");
}

/// One map in braces written twice: all on one line, and with line ends wherever keys allow them.
class RandomMap {
public:
  explicit RandomMap(unsigned seed) : random_(seed) { add_map(3); }

  std::string on_one_line, over_lines;

private:
  std::size_t below(std::size_t limit) { return random_() % limit; }

  void add(std::string_view text) {
    on_one_line += text;
    over_lines += text;
  }

  void add_key(std::size_t number) {
    const std::string name = "k" + std::to_string(number);
    const std::string_view quote = std::array<std::string_view, 3>{"", "'", "\""}[below(3)];
    const std::string_view inside = quote == "'" ? "''" : quote == "\"" ? "\\\"" : "?";
    add(std::string{quote} + name + std::string{inside});
    on_one_line += ' ';
    over_lines += std::array<std::string_view, 3>{" ", "\n  ", " \r\n   "}[below(3)];
    add("word" + std::string{quote});
    over_lines += std::array<std::string_view, 3>{"", "\n ", " # why?\n  "}[below(3)];
    add(": ");
  }

  void add_map(std::size_t depth) {
    add("{");
    const std::size_t size = 1 + below(3);
    for (std::size_t i = 0; i < size; ++i) {
      if (i > 0) add(", ");
      add_key(i);
      if (depth > 0 && below(2) == 0) {
        add_map(depth - 1);
      } else {
        add("what?");
      }
    }
    add("}");
  }

  std::mt19937 random_;
};

TEST_CASE("2,000 random maps read the same over lines as on one line") {
  for (unsigned seed = 0; seed < 2000; ++seed) {
    const RandomMap map{seed};
    CAPTURE(map.over_lines);
    const Reading one{map.on_one_line};
    const Reading other{map.over_lines};
    REQUIRE(test::findings(one) == "");
    REQUIRE(test::findings(other) == "");
    REQUIRE(shown(one.root()) == shown(other.root()));
  }
}

TEST_CASE("what is wrong stays wrong, at its own place") {
  for (const auto& [yaml, finding] : {
           Row{"{a\n: b, c: d: e}", "BCP1005 {"},
           Row{"[a?, \"b\" c]", "BCP1005 c"},
           Row{"[a\n: b]", "BCP1005 ["},
           Row{"{a\n: b", "BCP1005 {"},
           Row{"? a: [b?", "BCP1005 ["},
       }) {
    CAPTURE(yaml);
    CHECK(test::findings(Reading{yaml}) == finding);
  }
}

TEST_CASE("a text that the library reads as it is stays as it is") {
  FlowRewriting rewriting{"{a: b, c: [d,\n e]}"};
  CHECK_FALSE(rewriting.rewrite_brackets(0));
  CHECK(rewriting.text() == "{a: b, c: [d,\n e]}");
  CHECK(rewriting.original(7) == 7);
}

}  // namespace
}  // namespace bcp
