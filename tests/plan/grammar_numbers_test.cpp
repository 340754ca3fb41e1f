#include <ostream>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "plan/grammar.hpp"
#include "plan/refusals.hpp"

namespace bcp::grammar {
namespace {

using test::check_refusals;
using test::refusal;
using test::Refused;

TEST_CASE("a flag is true or false") {
  CHECK(flag("true") == true);
  CHECK(flag("false") == false);
  constexpr Refused rows[] = {{"yes", "`yes` is not a flag: write `true`"},
                              {"on", "`on` is not a flag: write `true`"},
                              {"True", "`True` is not a flag: write `true`"},
                              {"1", "`1` is not a flag: write `true`"},
                              {"no", "`no` is not a flag: write `false`"},
                              {"OFF", "`OFF` is not a flag: write `false`"},
                              {"non", "`non` is not a flag: write `false`"},
                              {"perhaps", "`perhaps` is not a flag: write `true` or `false`"},
                              {"", "`` is not a flag: write `true` or `false`"}};
  check_refusals(flag, rows);
}

TEST_CASE("a count is a whole number") {
  CHECK(count("0") == 0);
  CHECK(count("12") == 12);
  CHECK(count("1", 1) == 1);
  CHECK(count("1000000000000000000") == 1'000'000'000'000'000'000);
  constexpr Refused rows[] = {
      {"010", "`010` begins with a zero: write `10`"},
      {"00", "`00` begins with a zero: write `0`"},
      {"+5", "`+5` has a sign: write `5`"},
      {"-5", "`-5` is negative: write a number from 0 up"},
      {"5.5", "`5.5` is not a whole number: write one such as `12`"},
      {"5.0", "`5.0` is not a whole number: write one such as `12`"},
      {"1e3", "`1e3` has an exponent: write all digits"},
      {"1 000", "`1 000` sets its thousands apart: write `1000`"},
      {"1,000,000", "`1,000,000` sets its thousands apart: write `1000000`"},
      {"1\u202F000", "`1\u202F000` sets its thousands apart: write `1000`"},
      {"1_000", "`1_000` sets its thousands apart: write `1000`"},
      {"1000000000000000001",
       "`1000000000000000001` is too large: write at most 1000000000000000000"},
      {"99999999999999999999999",
       "`99999999999999999999999` is too large: write at most 1000000000000000000"},
      {"dozen", "`dozen` is not a count: write a whole number, such as `12`"},
      {"0x10", "`0x10` is not a count: write a whole number, such as `12`"},
      {"12 people", "`12 people` is not a count: write a whole number, such as `12`"},
      {"", "`` is not a count: write a whole number, such as `12`"}};
  check_refusals([](std::string_view text) { return count(text); }, rows);
  CHECK(refusal(count("0", 1)) == "`0` is too small: write at least 1");
}

TEST_CASE("an amount of money is an exact decimal") {
  struct Row {
    std::string_view text;
    Decimal value;
  };
  for (const Row& row :
       {Row{"60000", {60000, 0}}, Row{"0", {0, 0}}, Row{"0.00", {0, 0}}, Row{"1250.50", {12505, 1}},
        Row{"0.07", {7, 2}}, Row{"999999999999999999", {999'999'999'999'999'999, 0}},
        Row{"0.000000000000000001", {1, 18}}, Row{"1.000000000000000000000", {1, 0}}}) {
    CAPTURE(row.text);
    CHECK(money(row.text) == Money{row.value});
  }
  constexpr Refused rows[] = {
      {"-1", "`-1` is negative: write a number from 0 up"},
      {"1250,50", "`1250,50` has a decimal comma: write `1250.50`"},
      {"1 250", "`1 250` sets its thousands apart: write `1250`"},
      {"1e400", "`1e400` has an exponent: write all digits"},
      {"1234567890123456789", "`1234567890123456789` has more than 18 digits"},
      {"0.1234567890123456789", "`0.1234567890123456789` has more than 18 digits"},
      {"60000 EUR",
       "`60000 EUR` is not an amount of money: write a number in the plan's currency, without its "
       "name or sign, such as "
       "`60000` or `1250.50`"},
      {".5",
       "`.5` is not an amount of money: write a number in the plan's currency, without its name or "
       "sign, "
       "such as `60000` or "
       "`1250.50`"}};
  check_refusals(money, rows);
}

TEST_CASE("a share is a percentage or a decimal up to 1") {
  struct Row {
    std::string_view text;
    Decimal value;
  };
  for (const Row& row :
       {Row{"60%", {6, 1}}, Row{"0.6", {6, 1}}, Row{"0.60", {6, 1}}, Row{"7%", {7, 2}},
        Row{"100%", {1, 0}}, Row{"1", {1, 0}}, Row{"1.0", {1, 0}}, Row{"0", {0, 0}},
        Row{"0%", {0, 0}}, Row{"0.0%", {0, 0}}, Row{"12.5%", {125, 3}}, Row{"10%", {1, 1}},
        Row{"0.0000000000000001%", {1, 18}}}) {
    CAPTURE(row.text);
    CHECK(ratio(row.text) == Ratio{row.value});
  }
  constexpr Refused rows[] = {
      {"60", "`60` is more than the whole, which is 1 or 100%: write `60%`"},
      {"1.5", "`1.5` is more than the whole, which is 1 or 100%: write `1.5%`"},
      {"1.000000000000000001", "`1.000000000000000001` has more than 18 digits"},
      {"101", "`101` is more than the whole, 100%: write a share between `0%` and `100%`"},
      {"120%", "`120%` is more than the whole, 100%: write a share between `0%` and `100%`"},
      {"100.1%", "`100.1%` is more than the whole, 100%: write a share between `0%` and `100%`"},
      {"60 %", "`60 %` is not a share: write `60%`"},
      {"0,6", "`0,6` has a decimal comma: write `0.6`"},
      {"0,125", "`0,125` has a decimal comma: write `0.125`"},
      {"7,5%", "`7,5%` has a decimal comma: write `7.5%`"},
      {"-5%", "`-5%` is negative: write a number from 0 up"},
      {"+5%", "`+5%` has a sign: write `5%`"},
      {"05%", "`05%` begins with a zero: write `5%`"},
      {"1e-2", "`1e-2` has an exponent: write all digits"},
      {"0.00000000000000001%", "`0.00000000000000001%` has more than 18 digits"},
      {"%", "`%` is not a share: write `60%` or `0.6`"},
      {"60%%", "`60%%` is not a share: write `60%` or `0.6`"},
      {"60 percent", "`60 percent` is not a share: write `60%` or `0.6`"},
      {"nan", "`nan` is not a share: write `60%` or `0.6`"},
      {"", "`` is not a share: write `60%` or `0.6`"}};
  check_refusals(ratio, rows);
}

TEST_CASE("a quantity stands alone or with the unit of its resource type") {
  CHECK(quantity("4", "Mbps") == Quantity{{4, 0}});
  CHECK(quantity("4 Mbps", "Mbps") == Quantity{{4, 0}});
  CHECK(quantity("0.5 Mbps", "Mbps") == Quantity{{5, 1}});
  CHECK(quantity("1500", "") == Quantity{{1500, 0}});
  CHECK(quantity("3 m3", "m3") == Quantity{{3, 0}});
  CHECK(quantity("2 each", "each") == Quantity{{2, 0}});
  struct Row {
    std::string_view text, unit, sentence;
  };
  for (const Row& row :
       {Row{"4 Gbps", "Mbps",
            "`4 Gbps` has another unit than its resource type, which counts in Mbps: convert it, "
            "as in `0.5 Mbps`"},
        Row{"4 mbps", "Mbps",
            "`4 mbps` has another unit than the resource type declares: write `4 Mbps`"},
        Row{"4Mbps", "Mbps", "`4Mbps` has no space before its unit: write `4 Mbps`"},
        Row{"4 Mbps", "", "`4 Mbps` has a unit, and the resource type declares none: write `4`"},
        Row{"1e400", "Mbps", "`1e400` has an exponent: write all digits"},
        Row{"-4 Mbps", "Mbps", "`-4 Mbps` is negative: write a number from 0 up"},
        Row{"010", "", "`010` begins with a zero: write `10`"},
        Row{"+5", "", "`+5` has a sign: write `5`"},
        Row{"1 000", "each", "`1 000` sets its thousands apart: write `1000`"},
        Row{"0,5", "Mbps", "`0,5` has a decimal comma: write `0.5`"},
        Row{"nan", "", "`nan` is not a quantity: write a number from 0 up, such as `4` or `0.5`"},
        Row{"4 ", "", "`4 ` is not a quantity: write a number from 0 up, such as `4` or `0.5`"},
        Row{"Mbps", "Mbps",
            "`Mbps` is not a quantity: write a number from 0 up, such as `4` or `0.5`"}}) {
    CAPTURE(row.text);
    CHECK(refusal(quantity(row.text, row.unit)) == row.sentence);
  }
}

TEST_CASE("a whole number is a count where a share may stand too") {
  CHECK(share_or_count("12") == ShareOrCount{Count{12}});
  CHECK(share_or_count("1") == ShareOrCount{Count{1}});
  CHECK(share_or_count("40%") == ShareOrCount{Ratio{{4, 1}}});
  CHECK(share_or_count("0.4") == ShareOrCount{Ratio{{4, 1}}});
  CHECK(share_or_count("1.0") == ShareOrCount{Ratio{{1, 0}}});
  constexpr Refused rows[] = {
      {"010", "`010` begins with a zero: write `10`"},
      {"-5", "`-5` is negative: write a number from 0 up"},
      {"12.5", "`12.5` is neither a count nor a share: write `12` or `40%`"},
      {"half", "`half` is neither a count nor a share: write `12` or `40%`"},
      {"", "`` is neither a count nor a share: write `12` or `40%`"}};
  check_refusals(share_or_count, rows);
}

}  // namespace
}  // namespace bcp::grammar
