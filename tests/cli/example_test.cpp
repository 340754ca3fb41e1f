#include "example.hpp"

#include <ostream>

#include <doctest/doctest.h>

using namespace bcp;
using namespace bcp::cli;

TEST_CASE("the lines that mend a plan are those between what stays the same") {
  const ChangedLines changed = changed_lines("a\nb\nc\nd\n", "a\nx\ny\nd\n");
  CHECK(changed.before == std::vector<std::string>{"b", "c"});
  CHECK(changed.after == std::vector<std::string>{"x", "y"});
}

TEST_CASE("a line that is only added, or only taken away, stands alone") {
  CHECK(changed_lines("a\nb\n", "a\nb\nb\n").before.empty());
  CHECK(changed_lines("a\nb\n", "a\nb\nb\n").after == std::vector<std::string>{"b"});
  CHECK(changed_lines("a\nb\nc\n", "a\nc\n").before == std::vector<std::string>{"b"});
  CHECK(changed_lines("a\nb\nc\n", "a\nc\n").after.empty());
}

TEST_CASE("an example speaks the reader's language, in the width and the colours asked for") {
  const Example english = example_of(Code::unknown_key, Language{"en"}, {});
  CHECK(english.command == "bcp validate plan.yaml");
  CHECK(english.plan.find("recovry") != std::string::npos);
  CHECK(english.mended.find("recovery") != std::string::npos);
  CHECK(english.output.starts_with("error[BCP1203]: unknown key `recovry`\n"));
  CHECK(english.output.find('\x1b') == std::string::npos);

  const Example narrow =
      example_of(Code::unknown_key, Language{"fr"}, {.width = 60, .colour = true});
  CHECK(narrow.output.find("erreur[BCP1203]") != std::string::npos);
  CHECK(narrow.output.find('\x1b') != std::string::npos);
}
