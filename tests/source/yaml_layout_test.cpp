#include "source/yaml_layout.hpp"

#include <ostream>
#include <string_view>

#include <doctest/doctest.h>

#include "source/reading.hpp"

namespace bcp {
namespace {

using test::Reading;

struct Row {
  std::string_view yaml, finding;
};

TEST_CASE("a line that continues a value stands further right than its key") {
  for (const auto& [yaml, finding] : {
           Row{"a: [b,\nc]", "BCP1005 c"},
           Row{"a:\n  b: [\n  c]", "BCP1005 c"},
           Row{"- [a,\nb]", "BCP1005 b"},
           Row{"a: [b\n, c]", "BCP1005 ,"},
           Row{"a: {b: [c],\nd: e}", "BCP1005 d"},
           Row{"a: {b:\nc}", "BCP1005 c"},
           Row{"a: \"b\nc\"", "BCP1005 c"},
           Row{"a:\n  - 'b\n  c'", "BCP1005 c"},
           Row{"a: [b\nc]", "BCP1005 c"},
           Row{"a:\n&x\n- b", "BCP1005 &"},
           Row{"a: &x\n!!map\n  b: c", "BCP1005 !"},
           Row{"a: [b,\n# note\n\n c]", ""},
           Row{"a: [\n  b,\n]\nc: {\n  d: e\n}", ""},
           Row{"[a,\nb]", ""},
           Row{"\"a\nb\"", ""},
           Row{"- - [a,\n    b]", ""},
           Row{"a: &x\n  !!map\n  b: c", ""},
           Row{"&x a: 1\n&y b: 2", ""},
       }) {
    CAPTURE(yaml);
    CHECK(findings(Reading{yaml}) == finding);
  }
}

TEST_CASE("a comment has a space in front of it") {
  for (const std::string_view yaml :
       {"a: \"b\"#c", "a: 'b'#c", "a: [b]#c", "a: [b,#c\n d]", "a: [b, {}#c\n ]", "a: [\"b\"#c\n ]",
        "a: [b,#c\n ]", "a: |#c\n  d", "a: [#c\n b]"}) {
    CAPTURE(yaml);
    CHECK(findings(Reading{yaml}) == "BCP1005 #");
  }
  for (const std::string_view yaml : {"a: b#c", "a: [b, # \"#\n c # d\n , e]# ", "a: \"b\" #c",
                                      "a: > #c\n  d#e", "a: [b#c, \"d#\"]"}) {
    CAPTURE(yaml);
    CHECK(findings(Reading{yaml}) == (yaml.ends_with("]# ") ? "BCP1005 #" : ""));
  }
}

TEST_CASE("an apostrophe in double quotes needs no backslash, and gets none") {
  CHECK(findings(Reading{R"(a: "it\'s")"}) == R"(BCP1005 \')");
  CHECK(findings(Reading{R"(a: "it's \\'")"}) == "");
}

TEST_CASE("a dash alone is no text within brackets") {
  CHECK(findings(Reading{"a: [-]"}) == "BCP1005 -");
  CHECK(findings(Reading{"a: [-, b]"}) == "BCP1005 -");
  CHECK(findings(Reading{"a: [\"-\", -1, -b]"}) == "");
}

TEST_CASE("an empty line at the head of a block text has no more spaces than the text") {
  CHECK(findings(Reading{"a: |\n     \n   b\n"}) == "BCP1005      ");
  CHECK(findings(Reading{"a: >\n \n  \n  # text\n"}) == "");
  CHECK(findings(Reading{"a: |2\n     \n  b\n"}) == "");
  CHECK(findings(Reading{"a: |\n     \nb: c\n"}) == "");
  CHECK(findings(Reading{"a: |\r\n  b\r\n     \r\n"}) == "");
}

}  // namespace
}  // namespace bcp
