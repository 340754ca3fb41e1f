#include "source/text.hpp"

#include <memory>
#include <ostream>
#include <string>
#include <variant>

#include <doctest/doctest.h>

namespace bcp {
namespace {

TEST_CASE("a sentence keeps its English form and what its placeholders stand for") {
  const Text text =
      tr("`{service}` is up after {time}", {{"service", "payments"}, {"time", TimeLength{3600}}});
  CHECK(text.msgid == "`{service}` is up after {time}");
  REQUIRE(text.arguments.size() == 2);
  CHECK(text.arguments[0].name == "service");
  CHECK(std::get<std::string>(text.arguments[0].value) == "payments");
  CHECK(std::get<TimeLength>(text.arguments[1].value).seconds == 3600);
  CHECK(text.plural.empty());
}

TEST_CASE("a counted sentence keeps both forms and the count that chooses") {
  const Text text = tr_n("{n} error", "{n} errors", 3, {{"n", number(3)}});
  CHECK(text.msgid == "{n} error");
  CHECK(text.plural == "{n} errors");
  CHECK(text.count == 3);
  CHECK(std::get<Number>(text.arguments[0].value).digits == "3");
}

TEST_CASE("equal English words are told apart by their context") {
  CHECK(tr_c("of a service", "late").context == "of a service");
  CHECK(tr_c("of a task", "late").msgid == "late");
}

TEST_CASE("a text made of nothing says nothing") {
  CHECK(Text{}.empty());
  CHECK_FALSE(tr("x").empty());
}

TEST_CASE("a negative number keeps its sign, and a text can stand inside another") {
  CHECK(std::get<Number>(number(-9'223'372'036'854'775'807 - 1)).digits == "-9223372036854775808");
  const Argument inner = nested(tr("the start"));
  CHECK(std::get<std::shared_ptr<const Text>>(inner)->msgid == "the start");
}

}  // namespace
}  // namespace bcp
