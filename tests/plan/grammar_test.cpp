#include "plan/grammar.hpp"

#include <ostream>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

namespace bcp::grammar {
namespace {

TEST_CASE("an id is of small letters, digits and . _ -") {
  for (const std::string_view id :
       {"a", "7", "dba", "crm-4.2", "first_aid", "2020-03-16", "a--b"}) {
    CAPTURE(id);
    CHECK(is_id(id));
  }
  for (const std::string_view id : {"", "-a", ".a", "_a", "A", "a b", "é", "a/b", "a:b", "a\n"}) {
    CAPTURE(id);
    CHECK_FALSE(is_id(id));
  }
  CHECK(is_id(std::string(100, 'a')));
  CHECK_FALSE(is_id(std::string(101, 'a')));
}

TEST_CASE("sections and the words of the format are no ids of entities") {
  for (const std::string_view id :
       {"everyone", "first_time", "plan", "start", "end", "services", "resource_types", "staff",
        "communications", "channels", "messages", "programme", "actions"}) {
    CAPTURE(id);
    CHECK(is_reserved(id));
  }
  CHECK_FALSE(is_reserved("accounting-app"));
  CHECK_FALSE(is_reserved("service"));
}

}  // namespace
}  // namespace bcp::grammar
