#include "source/half_key.hpp"

#include <ostream>

#include <doctest/doctest.h>

namespace bcp {
namespace {

TEST_CASE("a key without the space behind its `:` is completed, other texts with one are none") {
  CHECK(with_space("rto:4h") == "rto: 4h");
  CHECK(with_space("lead_time:4h") == "lead_time: 4h");
  CHECK_FALSE(with_space("08:00"));
  CHECK_FALSE(with_space("https://town.example"));
  CHECK_FALSE(with_space("rto:"));
  CHECK_FALSE(with_space("of all:this"));
}

TEST_CASE("a key without its `:` is completed") {
  CHECK(with_colon("rto 4h") == "rto: 4h");
  CHECK(with_colon("payments") == "payments:");
  CHECK_FALSE(with_colon("- rto"));
  CHECK_FALSE(with_colon("\"rto\""));
  CHECK_FALSE(with_colon("4 hours"));
}

}  // namespace
}  // namespace bcp
