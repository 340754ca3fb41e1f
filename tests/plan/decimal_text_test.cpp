#include "plan/decimal_text.hpp"

#include <ostream>
#include <string_view>

#include <doctest/doctest.h>

namespace bcp {
namespace {

TEST_CASE("a text begins with a number up to where its digits end") {
  struct Row {
    std::string_view text, written, rest;
    Decimal value;
  };
  for (const Row& row :
       {Row{"4h", "4", "h", {4, 0}}, Row{"1.50", "1.50", "", {15, 1}},
        Row{"100%", "100", "%", {100, 0}}, Row{"007.25x", "007.25", "x", {725, 2}},
        Row{"0.000", "0.000", "", {0, 0}}, Row{"5.", "5", ".", {5, 0}},
        Row{"1.2.3", "1.2", ".3", {12, 1}}, Row{".5", "", ".5", {0, 0}},
        Row{"-1", "", "-1", {0, 0}}, Row{"1e9", "1", "e9", {1, 0}}, Row{"", "", "", {0, 0}}}) {
    CAPTURE(row.text);
    const LeadingNumber number = leading_number(row.text);
    CHECK(number.written == row.written);
    CHECK(number.rest == row.rest);
    CHECK(number.value == row.value);
    CHECK(number.fits);
  }
}

TEST_CASE(
    "a number has at most 18 digits, zeros in front and at the end behind the point not counted") {
  for (const std::string_view text :
       {"999999999999999999", "0.123456789012345678", "000000000000000000000001",
        "1.00000000000000000000000", "123456789.987654321000"}) {
    CAPTURE(text);
    CHECK(leading_number(text).fits);
  }
  for (const std::string_view text :
       {"1000000000000000000", "0.0000000000000000001", "1234567890.123456789"}) {
    CAPTURE(text);
    CHECK_FALSE(leading_number(text).fits);
    CHECK(leading_number(text).value == Decimal{});
    CHECK(leading_number(text).written == text);
  }
}

TEST_CASE("padding is the zeros in front that mean nothing") {
  struct Row {
    std::string_view number, plain;
  };
  for (const Row& row : {Row{"010", "10"}, Row{"00", "0"}, Row{"000.5", "0.5"}, Row{"0", "0"},
                         Row{"0.5", "0.5"}, Row{"10", "10"}, Row{"", ""}}) {
    CAPTURE(row.number);
    CHECK(without_padding(row.number) == row.plain);
    CHECK(is_padded(row.number) == (row.number != row.plain));
  }
}

}  // namespace
}  // namespace bcp
