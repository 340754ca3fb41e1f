#include "render/verdicts.hpp"

#include <ostream>

#include <doctest/doctest.h>

#include "render/language.hpp"

using namespace bcp;
using namespace bcp::cli;

TEST_CASE("a verdict has one name for programs and a word in each language for people") {
  const Language french{"fr"};
  CHECK(name_of(Verdict::ok) == "ok");
  CHECK(name_of(Verdict::late) == "late");
  CHECK(name_of(Verdict::breach) == "breach");
  Service service;
  CHECK(french.say(word_of(Verdict::ok, service)) == "à temps");
  CHECK(french.say(word_of(Verdict::late, service)) == "RTO dépassé");
  CHECK(french.say(word_of(Verdict::breach, service)) == "jamais");
  service.mtpd = std::chrono::hours{8};
  CHECK(french.say(word_of(Verdict::breach, service)) == "MTPD dépassé");
}

TEST_CASE("what is in time is not coloured, what is worse is redder") {
  CHECK(ink_of(Verdict::ok) == Ink::none);
  CHECK(ink_of(Verdict::late) == Ink::yellow);
  CHECK(ink_of(Verdict::breach) == Ink::red);
}
