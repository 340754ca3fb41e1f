#include "marked_plan.hpp"

#include <ostream>

#include <doctest/doctest.h>

using namespace bcp::cli;

namespace {

constexpr std::string_view marked =
    "# bcp validate plan.yaml --as-of 2026-11-27\n"
    "bpc: 1\n"
    "#^^ BCP1203\n"
    "plan:\n"
    "  name: [a, b] # ^ is no mark\n"
    "    #    ^  BCP1201\n"
    "    #   ^^^^^^ BCP1201\n"
    "    #    ^ BCP1202\n";

}  // namespace

TEST_CASE("a mark stands under the line that it means, at its carets") {
  CHECK(marks_in(marked) == std::vector<FaultMark>{{2, 1, 4, "BCP1203"},
                                                   {6, 9, 15, "BCP1201"},
                                                   {6, 10, 11, "BCP1202"}});
}

TEST_CASE("a plan without its marks is what an author would have written") {
  CHECK(without_marks(marked) ==
        "bpc: 1\n"
        "plan:\n"
        "  name: [a, b] # ^ is no mark\n"
        "    #    ^  BCP1201\n");
  CHECK(without_marks("a: 1\n# bcp validate plan.yaml") == "a: 1\n# bcp validate plan.yaml");
}

TEST_CASE("the first line says how a plan is asked") {
  using Words = std::vector<std::string>;
  CHECK(words_to_show(marked, "clean.yaml") ==
        Words{"validate", "clean.yaml", "--as-of", "2026-11-27"});
  CHECK(words_to_show("bcp: 1\n", "clean.yaml") == Words{"validate", "clean.yaml"});
}
