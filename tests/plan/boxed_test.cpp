#include "plan/boxed.hpp"

#include <ostream>
#include <string>
#include <utility>

#include <doctest/doctest.h>

namespace bcp {
namespace {

TEST_CASE("a box is empty or holds a value, and a copy has a value of its own") {
  Boxed<std::string> box;
  CHECK_FALSE(box.has_value());
  box = std::string{"one"};
  REQUIRE(box);
  Boxed<std::string> copy = box;
  *copy += " more";
  CHECK(*box == "one");
  CHECK(copy->size() == 8);
  box = copy;
  CHECK(*box == "one more");
  box = Boxed<std::string>{};
  CHECK_FALSE(box.has_value());
  CHECK(*copy == "one more");
  const Boxed<std::string> taken = std::move(copy);
  CHECK(*taken == "one more");
  CHECK(sizeof(Boxed<std::string>) == sizeof(void*));
}

}  // namespace
}  // namespace bcp
