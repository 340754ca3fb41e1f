#include "explanations.hpp"

#include <ostream>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "render/language.hpp"

using namespace bcp;
using namespace bcp::cli;

TEST_CASE("every code is explained in whole sentences, in both languages") {
  const Language english{"en"};
  const Language french{"fr"};
  for (const CodeInfo& info : all_codes()) {
    CAPTURE(info.name);
    const Explanation& explanation = explanation_of(info.code);
    for (const Text& text : {explanation.means, explanation.matters, explanation.mend}) {
      const std::string sentence = english.say(text);
      CAPTURE(sentence);
      CHECK(sentence.size() > 20);
      CHECK(sentence.ends_with('.'));
      CHECK(std::ranges::count(sentence, '`') % 2 == 0);
      CHECK(french.say(text) != sentence);
    }
  }
}

TEST_CASE("why a code matters is said of no other one") {
  std::set<std::string_view> said;
  for (const CodeInfo& info : all_codes()) {
    CAPTURE(info.name);
    CHECK(said.insert(explanation_of(info.code).matters.msgid).second);
  }
}

TEST_CASE("every code lies in an area, and areas are in order") {
  CHECK(std::ranges::is_sorted(areas(), {}, &Area::number));
  for (const CodeInfo& info : all_codes()) {
    CAPTURE(info.name);
    CHECK(area_of(info.code).number == static_cast<int>(info.code) / 100);
  }
}
