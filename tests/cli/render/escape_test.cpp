#include "render/escape.hpp"

#include <ostream>

#include <doctest/doctest.h>

using namespace bcp::cli;

TEST_CASE("what would move the cursor or turn a line round is shown escaped") {
  CHECK(plain("\x1b[2J") == "\\u{1b}[2J");
  CHECK(plain("a\nb\tc\r") == "a\\nb\\tc\\r");
  CHECK(plain("\x7f") == "\\u{7f}");
  CHECK(plain("\u009bm") == "\\u{9b}m");
  CHECK(plain("a\u202eb\u2066c\u061cd\u200f") == "a\\u{202e}b\\u{2066}c\\u{61c}d\\u{200f}");
  CHECK(plain(std::string_view{"\0", 1}) == "\\u{0}");
}

TEST_CASE("printable text stays as it is") {
  CHECK(plain("Léa & 漢字 👩‍👩‍👧 # :: |`") ==
        "Léa & 漢字 👩‍👩‍👧 # :: |`");
}

TEST_CASE("bytes that are not UTF-8 become replacement characters") {
  CHECK(plain("a\xff\xfe") == "a\uFFFD\uFFFD");
  CHECK(plain("\xc3") == "\uFFFD");
  CHECK(plain("\xed\xa0\x80") == "\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("commands of build servers are broken wherever they stand in a line") {
  CHECK(plain("x ##[error]y") == "x \\u{23}#[error]y");
  CHECK(plain("##vso[task.complete]") == "\\u{23}#vso[task.complete]");
  CHECK(plain("## a heading") == "## a heading");
}

TEST_CASE("escaping twice changes nothing more") {
  for (const char* text : {"\x1b", "##[x]", "a\\nb", "\u202e", "###[", "##\n["})
    CHECK(plain(plain(text)) == plain(text));
}

TEST_CASE(
    "commands of build servers are broken in JSON too, where readers put them together again") {
  CHECK(json_escaped("{\"a\": \"##vso[x]\"}") == "{\"a\": \"\\u0023#vso[x]\"}");
  CHECK(json_escaped("\"## a heading\"") == "\"## a heading\"");
}

TEST_CASE("JSON holds no control character, whatever a text holds") {
  CHECK(json_escaped("{\"a\": \"\u202e\u009b\x7f é\"}\n") ==
        "{\"a\": \"\\u202e\\u009b\\u007f é\"}\n");
}

TEST_CASE("no line of an output begins a workflow command") {
  CHECK(without_commands("::error::x\n  ::warning::y\na ::b\n") ==
        "\\u{3a}:error::x\n  \\u{3a}:warning::y\na ::b\n");
  CHECK(without_commands("").empty());
  CHECK(without_commands("::") == "\\u{3a}:");
}
