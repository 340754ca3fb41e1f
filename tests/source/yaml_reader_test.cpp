#include "source/yaml_reader.hpp"

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "source/reading.hpp"

namespace bcp {
namespace {

using test::findings;
using test::Reading;
using test::shown;

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

/// The texts of a value and what it spans, in order.
void list_spans(const Reading& reading, const Value& value, std::string& list) {
  if (value.is_scalar()) list += '<' + std::string{reading.at(value.span())} + '>';
  for (const Value& item : value.items()) list_spans(reading, item, list);
  for (const Entry& entry : value.entries()) {
    list_spans(reading, entry.key, list);
    list_spans(reading, entry.value, list);
  }
}

std::string spans(const Reading& reading) {
  std::string list;
  list_spans(reading, reading.root(), list);
  return list;
}

struct Row {
  std::string_view yaml, expected;
};

TEST_CASE("every scalar is read as its text, whatever YAML takes it for") {
  CHECK(
      shown(Reading{"[22:00, no, 010, 1e3, ~, null, Null, true, .nan, 2020-03-16, 0x1F]"}.root()) ==
      "[22:00, no, 010, 1e3, ~, null, Null, true, .nan, 2020-03-16, 0x1F]");
  CHECK(shown(Reading{"- ''\n- \"\"\n- 'null'\n- !!str\n- !!null null\n"}.root()) ==
        "[, , null, , null]");
}

TEST_CASE("a text that holds no value is read as nothing") {
  for (const std::string_view yaml :
       {"", "\n\n", "# only a comment", "---", "...", "--- # x\n...\n", "%YAML 1.2\n---\n"}) {
    CAPTURE(yaml);
    const Reading reading{yaml};
    CHECK(findings(reading).empty());
    CHECK(reading.document);
    CHECK(reading.root().is_empty());
  }
}

TEST_CASE(
    "a key without a value has nothing, and the next key is a key even if it is called null") {
  for (const auto& [yaml, expected] : {
           Row{"a:\nnull: 3", "{a: _, null: 3}"},
           Row{"a:\n~: 3", "{a: _, ~: 3}"},
           Row{"a: null", "{a: null}"},
           Row{"a:\n  null", "{a: null}"},
           Row{"a:\n  ~\nb: 1", "{a: ~, b: 1}"},
           Row{"a:\n  b:\nnull: 3", "{a: {b: _}, null: 3}"},
           Row{"a:\n  -\nnull: 3", "{a: [_], null: 3}"},
           Row{"a:\n-\nnull: 3", "{a: [_], null: 3}"},
           Row{"a:\n- null\nnull: 3", "{a: [null], null: 3}"},
           Row{"a: &x\nnull: 3", "{a: _, null: 3}"},
           Row{"a: &x\n&y null: 3", "{a: _, null: 3}"},
           Row{"a: &x\n  null\nb: *x", "{a: null, b: null}"},
           Row{"&abcdef a:\n  null", "{a: null}"},
           Row{"null:\n  null: null", "{null: {null: null}}"},
           Row{"- null: null\n  ~: ~\n-\n- ~", "[{null: null, ~: ~}, _, ~]"},
           Row{"{null, a: null, b: , ~: ~}", "{null: _, a: null, b: _, ~: ~}"},
           Row{"[null, &x , ~]", "[null, _, ~]"},
           Row{"[null: null]", "[{null: null}]"},
           Row{"? null\n: ~", "{null: ~}"},
           Row{"? null\n? b", "{null: _, b: _}"},
           Row{"null", "null"},
           Row{"--- ~", "~"},
           Row{"a: nullable\nb: ~x\nc: null here", "{a: nullable, b: ~x, c: null here}"},
           Row{"a:\n\"null\": 1", "{a: _, null: 1}"},
           Row{"a: !!str\nb: 1", "{a: , b: 1}"},
           Row{"a: !!str\n\"b\": 1", "{a: , b: 1}"},
           Row{"{a: !!str , b: [!!str , \"c\"]}", "{a: , b: [, c]}"},
       }) {
    CAPTURE(yaml);
    const Reading reading{yaml};
    CHECK(findings(reading).empty());
    CHECK(shown(reading.root()) == expected);
  }
}

TEST_CASE("a value that begins no further right than its key is refused, as YAML says") {
  for (const auto& [yaml, expected] : {
           Row{"a:\nb\n", "BCP1005 b"},
           Row{"a:\n\"b\"\nc: 1", "BCP1005 \""},
           Row{"a:\n''\nc: 1", "BCP1005 '"},
           Row{"a:\n[b]\nc: 1", "BCP1005 ["},
           Row{"a:\n{b: c}\n", "BCP1005 {"},
           Row{"a:\nnull", "BCP1005 n"},
           Row{"x: &x 1\na:\n*x\n", "BCP1005 *"},
           Row{"- a: 1\n  b:\n  c\n", "BCP1005 c"},
           Row{"-\na\n", "BCP1005 a"},
           Row{"a:\n- b\n", ""},
           Row{"a:\n b\n", ""},
           Row{"a: [\nb,\n\"c\"\n]\n", "BCP1005 b"},
           Row{"a: [\n b,\n \"c\"\n]\n", ""},
           Row{"--- \na", ""},
       }) {
    CAPTURE(yaml);
    CHECK(findings(Reading{yaml}) == expected);
  }
}

TEST_CASE("a key without its colon is refused, also as the last line of a map") {
  for (const std::string_view yaml : {"a: 1\nbc\n", "a: 1\nbc", "a:\nbc\n", "x:\n  a: 1\n  bc\n",
                                      "a: 1\n&x bc\n", "- a: 1\n  bc\n"}) {
    CAPTURE(yaml);
    const Reading reading{yaml};
    CHECK(findings(reading) == "BCP1005 bc");
    CHECK(reading.found.all()[0].message.msgid == "no `:` follows this key");
  }
}

TEST_CASE("nothing is shown at its key, at its dash, or at what comes instead") {
  struct Place {
    std::string_view yaml;
    std::uint32_t begin, end;
  };
  for (const auto& [yaml, begin, end] : {
           Place{"key:\nb: 1", 0, 3},
           Place{"{key: , b: 1}", 1, 4},
           Place{"? key\n", 2, 5},
           Place{"-\n- b", 0, 1},
           Place{"- b # c\n-\n", 8, 9},
           Place{"[b, &c , d]", 4, 5},
           Place{"{: b}", 1, 2},
       }) {
    CAPTURE(yaml);
    const Reading reading{yaml};
    REQUIRE(reading.document);
    for (const DocumentNode& node : reading.document->nodes) {
      if (node.shape == Shape::empty) CHECK(Span{{}, node.begin, node.end} == Span{{}, begin, end});
    }
  }
}

TEST_CASE("the span of a scalar covers what is written of it, and nothing else") {
  for (const auto& [yaml, expected] : {
           Row{"a: 4h # note\nbb: 'it''s'  \n", "<a><4h><bb><'it''s'>"},
           Row{"[a b, \"c\\n\" , d: {e: f}]", "<a b><\"c\\n\"><d><e><f>"},
           Row{"a: one\n  two\n\n  three\nb: x", "<a><one\n  two\n\n  three><b><x>"},
           Row{"a: \"one\n  two\"\nb: 'x\n\n  y'", "<a><\"one\n  two\"><b><'x\n\n  y'>"},
           Row{"a: &x !!str  b\nc: !t \"d\"", "<a><b><c><\"d\">"},
           Row{"&k a: &v\n  # note\n  b\n", "<a><b>"},
           Row{"a: !<tag:x,2002:y> b", "<a><b>"},
           Row{"a: |\n  text\n   more\nb: >-2 # c\n    x\nc: 1", "<a><|><b><>-2><c><1>"},
           Row{"a: |\n  |\n", "<a><|>"},
           Row{"é: à\nnom: été # ü", "<é><à><nom><été>"},
           Row{"a: ~\nb:   null", "<a><~><b><null>"},
           Row{"a:b: http://x:80/#y", "<a:b><http://x:80/#y>"},
       }) {
    CAPTURE(yaml);
    const Reading reading{yaml};
    CHECK(findings(reading).empty());
    CHECK(spans(reading) == expected);
  }
}

TEST_CASE("the span of a list or a map in brackets covers both brackets") {
  for (const std::string_view written :
       {"[]", "{}", "[a]", "[ a, [b] ,]", "{a: 1 }", "{a: [{b: c}] # x\n }", "{a: }", "{a}",
        "[a: b]", "[\"]\" ]", "[[a]: b]", "{a: {b: }}"}) {
    CAPTURE(written);
    const Reading reading{"x: " + std::string{written} + "  # end\n"};
    CHECK(findings(reading).empty());
    CHECK(reading.at(reading.root().find("x").span()) == written);
  }
}

TEST_CASE("texts over several lines fold as YAML folds them") {
  for (const auto& [yaml, expected] : {
           Row{"a: one\n  two\n\n  three", "{a: one two\nthree}"},
           Row{"a: \"one\\\n   two\\n\"", "{a: onetwo\n}"},
           Row{"a: 'x\n\n y'", "{a: x\ny}"},
           Row{"a: |\n  x\n   y\n\nb: 1", "{a: x\n y\n, b: 1}"},
           Row{"a: >-\n  x\n  y\nb: |+\n  z\n\n", "{a: x y, b: z\n\n}"},
           Row{"a: one\r\n  two\r\nb: |\r\n  x\r\n", "{a: one two, b: x\n}"},
       }) {
    CAPTURE(yaml);
    const Reading reading{yaml};
    CHECK(findings(reading).empty());
    CHECK(shown(reading.root()) == expected);
  }
}

TEST_CASE("CRLF and a byte order mark change nothing but places") {
  const Reading reading{
      "\xEF\xBB\xBF"
      "a: 1\r\nb:\r\n  - \"c\"\r\n  -\r\n"};
  CHECK(shown(reading.root()) == "{a: 1, b: [c, _]}");
  CHECK(spans(reading) == "<a><1><b><\"c\">");
}

TEST_CASE("bytes that YAML must not see are refused before it sees them") {
  using namespace std::string_literals;
  for (const std::string& text : {"a: \0b"s, "a: 1\rb: 2\r"s,
                                  "\xFF\xFE"
                                  "a\0"s,
                                  "a: \x04 b"s, "a: \xE9t\xE9"s}) {
    CAPTURE(text);
    CHECK(findings(Reading{text}).starts_with("BCP100"));
  }
}

TEST_CASE("a quote without its end does not swallow the file") {
  for (const std::string_view yaml :
       {"a: \"x\nb: 2\nc: 3\n", "a: 'x\nb: 2\n", "\"a: 1", "- 'it''s", "{a: \"x}", "{ \"a: 1",
        "a: 1\n\"b: 2\nc: 3\n", "[a, 'b]", "- a\n- \"b\n- c", "a: 1\n? \"b",
        "[it's, a # don't\n, {k: \"b, 'c'}]"}) {
    CAPTURE(yaml);
    const Reading reading{yaml};
    CHECK_FALSE(reading.document);
    REQUIRE(reading.found.all().size() == 1);
    const Diagnostic& finding = reading.found.all()[0];
    CHECK(finding.code == Code::open_quote);
    CHECK(finding.at.begin == yaml.find_first_of(yaml.starts_with("[it") ? "\"" : "\"'"));
  }
}

TEST_CASE("a comma outside of brackets is an error, and reading ends there") {
  for (const std::string_view yaml : {",", "...\n,", "\"q\"\n,", ",,,", "--- ,", "[a]\n, b"}) {
    CAPTURE(yaml);
    CHECK(findings(Reading{yaml}) == "BCP1005 ,");
  }
}

TEST_CASE("a comma within brackets that follows no value is an error") {
  for (const std::string_view yaml :
       {"[,]", "[ , a]", "[a, , b]", "a: [b,,]", "{,}", "{a: 1,, b: 2}", "{a: [1, ,], b: 2}",
        "[{a: 1}, , b]", "[[],,]"}) {
    CAPTURE(yaml);
    CHECK(findings(Reading{yaml}) == "BCP1005 ,");
  }
  for (const std::string_view yaml : {"[a,]", "[[a],]", "{a: 1,}", "{a: , b: }", "{a, b}",
                                      "[&x , b]", "[!!str , b]", "[: a, b]"}) {
    CAPTURE(yaml);
    CHECK(findings(Reading{yaml}) == "");
  }
}

TEST_CASE("a second document is refused where it begins") {
  for (const auto& [yaml, expected] : {
           Row{"a: 1\n---\nb: 2\n", "BCP1007 -"},
           Row{"---\na: 1\n---\n", "BCP1007 -"},
           Row{"a: 1\n...\nb: 2\n", "BCP1007 b"},
           Row{"a: |\n  x\n...\n# c\n%YAML 1.2\n---\n", "BCP1007 -"},
           Row{"a: 1\n...\n", ""},
           Row{"--- a\n...\n...\n# end\n", ""},
       }) {
    CAPTURE(yaml);
    CHECK(findings(Reading{yaml}) == expected);
  }
}

TEST_CASE("an alias inside what it stands for is refused") {
  for (const auto& [yaml, expected] : {
           Row{"&x [*x]", "BCP1010 *x"},
           Row{"a: &x {b: [c, *x]}", "BCP1010 *x"},
           Row{"a: &x\n  <<: *x\n", "BCP1010 *x"},
           Row{"a: &x {*x : 1}", "BCP1010 *x"},
           Row{"a: &x 1\nb: &x [*x]", "BCP1010 *x"},
       }) {
    CAPTURE(yaml);
    const Reading reading{yaml};
    CHECK(findings(reading) == expected);
    CHECK_FALSE(reading.document);
  }
}

/// A list of nine, each level of nine of the level before: 9^levels values.
std::string alias_bomb(int levels) {
  std::string yaml = "l0: &l0 [x,x,x,x,x,x,x,x,x]\n";
  for (int level = 1; level < levels; ++level) {
    const std::string below = "*l" + std::to_string(level - 1) + ",";
    yaml += "l" + std::to_string(level) + ": &l" + std::to_string(level) + " [" +
            repeated(below, 9) + "]\n";
  }
  return yaml;
}

TEST_CASE("aliases that expand without measure are refused") {
  CHECK(findings(Reading{alias_bomb(5)}).empty());
  CHECK(findings(Reading{alias_bomb(9)}) == "BCP1009 *l5");
  std::string merges = "m0: &m0 {a: 1}\n";
  for (int level = 1; level < 40; ++level) {
    const std::string below = "*m" + std::to_string(level - 1);
    merges += fmt::format("m{0}: &m{0} {{<<: [{1}, {1}]}}\n", level, below);
  }
  CHECK(findings(Reading{merges}).starts_with("BCP1009 *m"));
}

TEST_CASE("a long file with few aliases is not taken for a bomb") {
  CHECK(findings(Reading{"a: &a 1\nb: [" + repeated("x,", 1'000'001) + "*a]"}).empty());
}

TEST_CASE("nesting ends at 64 levels, however it is written") {
  for (const std::string_view level : {"[", "{a: ", "- ", "? ", "[{a: "}) {
    CAPTURE(level);
    const Reading reading{repeated(level, 100'000)};
    CHECK_FALSE(reading.document);
    REQUIRE(reading.found.all().size() == 1);
    CHECK(reading.found.all()[0].code == Code::nesting_too_deep);
  }
  CHECK(findings(Reading{repeated("[", 64) + repeated("]", 64)}).empty());
  CHECK(findings(Reading{repeated("[", 65) + repeated("]", 65)}) == "BCP1008 [");
  CHECK(findings(Reading{"x-notes: " + repeated("[", 63) + repeated("]", 63)}).empty());
  CHECK(findings(Reading{"x-notes: " + repeated("[", 64) + repeated("]", 64)}) == "BCP1008 [");
}

TEST_CASE("an alias brings the depth of what it stands for") {
  const std::string thirty_two = repeated("[", 32) + repeated("]", 32);
  const std::string around = repeated("[", 31) + "*a" + repeated("]", 31);
  CHECK(findings(Reading{"[&a " + thirty_two + ", " + around + "]"}).empty());
  CHECK(findings(Reading{"[&a " + thirty_two + ", [" + around + "]]"}) == "BCP1008 *");
}

TEST_CASE("tags are kept in mind, those of the core schema are not") {
  const Reading reading{
      "[!local a, !!str b, ! c, \"d\", !x [e], !!map {f: g}, !<tag:example.org,2000:h> h]"};
  std::vector<bool> tagged;
  for (const Value& item : reading.root().items()) tagged.push_back(item.is_tagged());
  CHECK(tagged == std::vector<bool>{true, false, false, false, true, false, true});
}

TEST_CASE("a scalar that stands in the file as it reads is not copied") {
  const Reading reading{"[plain, 'quoted', \"\\x41\", 'it''s', a\n b]"};
  CHECK(reading.document->decoded == "Ait'sa b");
  CHECK(shown(reading.root()) == "[plain, quoted, A, it's, a b]");
}

}  // namespace
}  // namespace bcp
