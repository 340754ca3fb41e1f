#include "basis_options.hpp"

#include <ostream>

#include <doctest/doctest.h>

using namespace bcp;
using namespace bcp::cli;

TEST_CASE("recoveries count as likely and as promised unless another point or word is asked for") {
  const auto usual = basis_of({});
  REQUIRE(usual);
  CHECK(usual->point == Point::likely);
  CHECK(usual->belief == Belief::promised);
  const auto other = basis_of({.estimate = "max", .believe = "tested"});
  REQUIRE(other);
  CHECK(other->point == Point::max);
  CHECK(other->belief == Belief::tested);
  CHECK(basis_of({.estimate = "min", .believe = "worst"})->belief == Belief::worst);
}

TEST_CASE("a point or a word that is none is refused with those there are") {
  const auto point = basis_of({.estimate = "most"});
  REQUIRE_FALSE(point);
  CHECK(point.error().code == "usage");
  CHECK(std::get<std::string>(point.error().message.arguments.at(0).value) == "--estimate");
  const auto word = basis_of({.believe = "rumour"});
  REQUIRE_FALSE(word);
  CHECK(std::get<Names>(word.error().message.arguments.at(1).value).back() == "worst");
}
