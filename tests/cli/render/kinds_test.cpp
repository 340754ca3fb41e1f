#include "render/kinds.hpp"

#include <ostream>
#include <set>

#include <doctest/doctest.h>

#include "render/language.hpp"

using namespace bcp;
using namespace bcp::cli;

TEST_CASE("every kind of node has a word and a heading of its own in both languages") {
  for (const char* code : {"en", "fr"}) {
    const Language language{code};
    std::set<std::string> said;
    for (int kind = 0; kind <= static_cast<int>(NodeKind::channel); ++kind) {
      said.insert(language.say(word_of(static_cast<NodeKind>(kind))));
      said.insert(language.say(heading_of(static_cast<NodeKind>(kind))));
    }
    // `infrastructure` and `Infrastructure` differ by their first letter.
    CHECK(said.size() == 18);
  }
}
