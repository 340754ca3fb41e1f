#include "source/yaml_syntax.hpp"

#include <ostream>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "source/reading.hpp"

namespace bcp {
namespace {

using test::Reading;

/// The one finding of a text that is not YAML: what is underlined, and what is said.
std::string complaint(const Reading& reading) {
  REQUIRE(reading.found.all().size() == 1);
  const Diagnostic& finding = reading.found.all()[0];
  CHECK_FALSE(reading.document);
  CHECK(finding.help.has_value() ==
        (finding.also.empty() || finding.message.msgid.find("`,`") == std::string::npos));
  return std::string{reading.at(finding.at)} + ": " + std::string{finding.message.msgid};
}

TEST_CASE("a syntax error is told in the author's words, at the place to look at") {
  struct Row {
    std::string_view yaml, complaint;
  };
  for (const auto& [yaml, expected] : {
           Row{"a: b: c", ":: this `:` is read as the end of a key, and no key can stand here"},
           Row{"a: 1\n b: 2", ":: this `:` is read as the end of a key, and no key can stand here"},
           Row{"a:\n    b: 1\n  c: 2", "c: this does not fit into the map before it"},
           Row{"a: \"x\" y", "y: this does not fit into the map before it"},
           Row{"a:\n  - x\n  b: 1", "b: this does not fit into the map before it"},
           Row{"- \"x\" y", "y: this does not fit into the list before it"},
           Row{"- a\nb: 1", "b: this does not belong to the value before it"},
           Row{"a: - b", "-: a `- ` stands where no list can be"},
           Row{"a: ? b", "?: a key stands where none can be"},
           Row{"a: [b, c\nd: 1\n", "[: this bracket is never closed"},
           Row{"a: {b: c\n", "{: this brace is never closed"},
           Row{"a: [b, {c: d]", "]: this bracket closes none"},
           Row{"a: [b]]", "]: this bracket closes none"},
           Row{"a: [\"b\" c]", "c: a `,` or a closing bracket is missing in front of this"},
           Row{"{\n\t\"a\": 1,\n\tb: [\"c\" d]}",
               "d: a `,` or a closing bracket is missing in front of this"},
           Row{"a: {b: \"c\" d}", "d: a `,` or a closing bracket is missing in front of this"},
           Row{"a: *nowhere", "*: this alias has no anchor before it"},
           Row{"a: * b", " : `*` begins an alias, and no name follows"},
           Row{"a: & b", " : `&` begins an anchor, and no name follows"},
           Row{"a: *b[", "[: this alias holds a character that no alias can have"},
           Row{"a: &b[ c", "[: this anchor holds a character that no anchor can have"},
           Row{"a: &b &c d", "&: two anchors stand before one value"},
           Row{"a: !b !c d", "!: two tags stand before one value"},
           Row{"a: !b!", ": `!` begins a tag, and this is none"},
           Row{"a: \"\\d\"", "\\d: this is no escape sequence of YAML"},
           Row{"a: \"\\xZZ\"", "\\xZZ: this escape sequence needs hexadecimal digits"},
           Row{"a: \"\\uD800\"", "\\uD800: this escape sequence stands for no character"},
           Row{"a: `ls`", "`: no value can begin with this character"},
           Row{"a: @x", "@: no value can begin with this character"},
           Row{"a: %x", "%: no value can begin with this character"},
           Row{"a: | text", "t: nothing may follow `|` or `>` on its line"},
           Row{"a: |0\n text", "\n: a text after `|` or `>` cannot be indented by 0"},
           Row{"%YAML\n--- a", "%: this is no directive of YAML"},
           Row{"%YAML 3.0\n--- a", "%: this version of YAML does not exist"},
           Row{"a: 'x\n--- \n'", "-: a document ends inside a quoted text"},
       }) {
    CAPTURE(yaml);
    const Reading reading{yaml};
    CHECK(complaint(reading) == expected);
    CHECK(reading.found.all()[0].code == Code::yaml_syntax);
  }
}

TEST_CASE("a line that lacks the `:` of its key, or the space behind it, is itself at fault") {
  const std::string_view spaced = "rto:4h: no space follows the `:` of this key";
  CHECK(complaint(Reading{"s:\n  rto:4h\n  mtpd: 2d"}) == spaced);
  CHECK(complaint(Reading{"s:\n  mtpd: 2d\n  rto:4h"}) == spaced);
  CHECK(complaint(Reading{"r:\n  s:\n    mtpd: 2d\n    rto:4h\n  t: {}"}) == spaced);
  CHECK(complaint(Reading{"s:\n  mtpd: 2d\n  rto:4h # soon\n  rpo: 1h"}) == spaced);
  CHECK(complaint(Reading{"s:\n  rto 4h\n  mtpd: 2d"}) == "rto 4h: no `:` follows this key");
  CHECK(complaint(Reading{"r:\n  s\n    mtpd: 2d"}) == "s: no `:` follows this key");
  CHECK(complaint(Reading{"s:\n  text: one\n    two\n    c: 2d"}) ==
        ":: this `:` is read as the end of a key, and no key can stand here");
  CHECK(complaint(Reading{"s: {a:{}}"}) == ":: no space follows this `:`");
}

TEST_CASE("where a comma or a bracket is missing, the open bracket is shown too") {
  const Reading reading{"requires: [\"a\" b]"};
  CHECK(complaint(reading) == "b: a `,` or a closing bracket is missing in front of this");
  CHECK(reading.found.all()[0].also.at(0).at.begin == 10);
}

TEST_CASE("a quote that closed too late is shown beside the error that it caused") {
  const Reading reading{"a: \"x\nb: \"y\"\n"};
  REQUIRE(reading.found.all().size() == 1);
  const Diagnostic& finding = reading.found.all()[0];
  CHECK(finding.also.at(0).at == Span{{}, 3, 4});
}

TEST_CASE("a line that a tab indents is an error of its own, shown at the tab") {
  for (const std::string_view yaml :
       {"a:\n\tb: 1", "a:\n  b: 1\n\tc: 2", "a:\n\t- b", "a:\n\tb", "a:\n  \tb: 1", "a: x\n\ty",
        "\ta: 1", "a: |\n\ttext", "a:\n\t&x b", "a: &x\n\tb", "a: 1\n\n\tb: 2", "a: [\n\tb]",
        "- {\n b: 1,\n\tc: 2}", "a: \"x\n\ty\""}) {
    CAPTURE(yaml);
    const Reading reading{yaml};
    REQUIRE(reading.found.all().size() == 1);
    CHECK(code_text(reading.found.all()[0].code) == "BCP1004");
    CHECK(reading.at(reading.found.all()[0].at) == "\t");
    CHECK_FALSE(reading.document);
  }
}

TEST_CASE(
    "a tab between words, before a comment, or behind the spaces within brackets or quotes is none "
    "of it") {
  for (const std::string_view yaml :
       {"a:\tb", "a: b\tc", "a: 1\t# x", "a: [1]\n\t# x\nb: 2", "[\n\tb,\n\tc]",
        "a: [\n \tb,\n\t\n \tc]", "a: |\n  x\n  \ty\n", "\"x\n\ty\"", "a: \"x\n \ty\"",
        "a: [1]\n\t\nb: 2", "-\ta"}) {
    CAPTURE(yaml);
    CHECK(test::findings(Reading{yaml}).empty());
  }
}

TEST_CASE("a key of more than 1,024 characters is called that") {
  const std::string key(1025, 'k');
  for (const std::string& yaml :
       {key + ": 1", "a: 1\n" + key + ": 1", "- " + key + ": 1", "{" + key + ": 1}"}) {
    CAPTURE(yaml);
    const Reading reading{yaml};
    CHECK(complaint(reading) == key + ": this key is longer than {limit} characters");
  }
  CHECK(test::findings(Reading{key.substr(1) + ": 1"}).empty());
}

}  // namespace
}  // namespace bcp
