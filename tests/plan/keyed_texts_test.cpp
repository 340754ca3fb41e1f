#include "plan/keyed_texts.hpp"

#include <ostream>
#include <string>

#include <doctest/doctest.h>

namespace bcp {
namespace {

TEST_CASE("texts stand under their keys in order, and the first one of a key counts") {
  KeyedTexts texts = {{"fr", "paie"}, {"", "pay"}, {"fr", "solde"}};
  texts.emplace("en", "payroll");
  std::string all;
  for (const auto& [key, text] : texts) all += key + '=' + text + ' ';
  CHECK(all == "=pay en=payroll fr=paie ");
  CHECK(texts.size() == 3);
  CHECK(texts.at("fr") == "paie");
  CHECK(texts.contains(""));
  CHECK(texts.find("de") == texts.end());
  CHECK(KeyedTexts{}.empty());
  CHECK(texts == KeyedTexts{{"en", "payroll"}, {"fr", "paie"}, {"", "pay"}});
}

}  // namespace
}  // namespace bcp
