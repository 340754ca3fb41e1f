#include <ostream>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "plan/grammar.hpp"
#include "plan/refusals.hpp"

namespace bcp::grammar {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::weeks;
using test::check_refusals;
using test::refusal;
using test::Refused;

TEST_CASE("a duration is numbers with units, or ISO 8601") {
  struct Row {
    std::string_view text;
    Seconds length;
  };
  for (const Row& row : {Row{"90s", 90s},
                         Row{"45m", 45min},
                         Row{"4h", 4h},
                         Row{"2d", 48h},
                         Row{"1w", weeks{1}},
                         Row{"0s", 0s},
                         Row{"0d", 0s},
                         Row{"1d12h", 36h},
                         Row{"1h05m", 65min},
                         Row{"1w2d3h4m5s", weeks{1} + days{2} + 3h + 4min + 5s},
                         Row{"1.5h", 90min},
                         Row{"0.25d", 6h},
                         Row{"0.1m", 6s},
                         Row{"1.50h", 90min},
                         Row{"0.0078125w", 4725s},
                         Row{"1.5d0.5h", days{1} + 12h + 30min},
                         Row{"3652425d", days{3652425}},
                         Row{"PT4H", 4h},
                         Row{"P2W", weeks{2}},
                         Row{"P1D", 24h},
                         Row{"P1DT12H", 36h},
                         Row{"PT0H30M", 30min},
                         Row{"PT1.5H", 90min},
                         Row{"P1DT2H3M4S", days{1} + 2h + 3min + 4s},
                         Row{"P0.5D", 12h}}) {
    CAPTURE(row.text);
    const Parsed<Seconds> parsed = duration(row.text);
    CHECK(refusal(parsed) == "");
    CHECK(parsed.value_or(-1s) == row.length);
  }
}

TEST_CASE("what is no duration is told how to write it") {
  constexpr Refused rows[] = {
      {"4",
       "`4` has no unit: write `4d` for days, `4h` for hours, `4m` for minutes, `4s` for seconds"},
      {"1.5", "`1.5` has no unit: write `1.5m`, `1.5h` or `1.5d`"},
      {"010",
       "`010` has no unit: write `10d` for days, `10h` for hours, `10m` for minutes, `10s` for "
       "seconds"},
      {"0", "`0` has no unit: write `0s`"},
      {"0.0", "`0.0` has no unit: write `0s`"},
      {"-4h", "`-4h` is negative, and a duration is not: write `4h`, or `0s` for none"},
      {"+4h", "`+4h` has a sign, and a duration has none: write `4h`"},
      {"1:30", "`1:30` is a time of day, not a duration: write `1h30m`"},
      {"08:00", "`08:00` is a time of day, not a duration: write `8h0m`"},
      {"4 hours", "`4 hours` is not a duration: write `4h`"},
      {" 4h", "` 4h` is not a duration: write `4h`"},
      {"4 h", "`4 h` is not a duration: write `4h`"},
      {"4H", "`4H` is not a duration: write `4h`"},
      {"30min", "`30min` is not a duration: write `30m`"},
      {"1 day 12 hours", "`1 day 12 hours` is not a duration: write `1d12h`"},
      {"2 jours", "`2 jours` is not a duration: write `2d`"},
      {"1,5h", "`1,5h` is not a duration: write `1.5h`"},
      {"2mo",
       "`2mo` is not a duration: months and years differ in length; write weeks or days, such as "
       "`30d`"},
      {"1y",
       "`1y` is not a duration: months and years differ in length; write weeks or days, such as "
       "`30d`"},
      {"P1M",
       "`P1M` is not a duration: months and years differ in length; write weeks or days, such as "
       "`30d`"},
      {"P1Y2D",
       "`P1Y2D` is not a duration: months and years differ in length; write weeks or days, such as "
       "`30d`"},
      {"12h1d",
       "`12h1d` has its units out of order: write each once, the larger first, as in `1w2d3h4m5s`"},
      {"1h1h",
       "`1h1h` has its units out of order: write each once, the larger first, as in `1w2d3h4m5s`"},
      {"PT3M4H",
       "`PT3M4H` has its units out of order: write each once, the larger first, as in "
       "`1w2d3h4m5s`"},
      {"0.5s", "`0.5s` does not come to whole seconds: write whole units, such as `1h20m`"},
      {"0.333h", "`0.333h` does not come to whole seconds: write whole units, such as `1h20m`"},
      {"0.00000001w",
       "`0.00000001w` does not come to whole seconds: write whole units, such as `1h20m`"},
      {"3652426d", "`3652426d` is longer than 10,000 years"},
      {"999999999999999999w", "`999999999999999999w` is longer than 10,000 years"},
      {"3652425d1s", "`3652425d1s` is longer than 10,000 years"},
      {"P3652425DT1S", "`P3652425DT1S` is longer than 10,000 years"},
      {"1234567890123456789s", "`1234567890123456789s` has a number of more than 18 digits"}};
  check_refusals(duration, rows);
  for (const std::string_view text :
       {"",      "h",    "4h-2m", "1e400",   "1e3h",      "nan",       "infinity", ".5h",
        "5.h",   "4x",   "4hh",   "1h30",    "P",         "PT",        "P1DT",     "P1WT4H",
        "P1W2D", "P4H",  "PT1D",  "pt4h",    "PT1.5H30M", "P0.5DT12H", "PT-4H",    "PT4",
        "٤h",    "4h\n", "0x10s", "1:30:00", "four hours"}) {
    CAPTURE(text);
    CHECK(refusal(duration(text)) == "`" + std::string{text} +
                                         "` is not a duration: write `90s`, `45m`, `4h`, `2d`, "
                                         "`1w`, a sum such as `1d12h`, or `PT4H`");
  }
}

TEST_CASE("a lag may carry a sign") {
  CHECK(lag("2h") == 2h);
  CHECK(lag("+2h") == 2h);
  CHECK(lag("-1d12h") == -36h);
  CHECK(lag("-PT4H") == -4h);
  CHECK(lag("0s") == 0s);
  constexpr Refused rows[] = {
      {"-4",
       "`-4` has no unit: write `-4d` for days, `-4h` for hours, `-4m` for minutes, `-4s` for "
       "seconds"},
      {"+0", "`+0` has no unit: write `+0s`"},
      {"- 4 h", "`- 4 h` is not a duration: write `-4h`"},
      {"--4h",
       "`--4h` is not a duration: write `90s`, `45m`, `4h`, `2d`, `1w`, a sum such as `1d12h`, or "
       "`PT4H`"},
  };
  check_refusals(lag, rows);
}

TEST_CASE("an effort is person-time, rounded up to whole seconds") {
  struct Row {
    std::string_view text;
    Seconds person_day, time;
  };
  for (const Row& row : {Row{"3pd", 8h, 24h}, Row{"3pd", 7h, 21h}, Row{"0.5pd", 7h, 3h + 30min},
                         Row{"16ph", 8h, 16h}, Row{"45pm", 8h, 45min}, Row{"0.001pm", 8h, 1s},
                         Row{"0.1pd", 25235s, 2524s}, Row{"0.0333pd", 8h, 960s},
                         Row{"0.999999999999999999pd", 8h, 8h}, Row{"0pd", 8h, 0s},
                         Row{"2d", 8h, 48h}, Row{"1h30m", 8h, 90min}, Row{"PT4H", 8h, 4h}}) {
    CAPTURE(row.text);
    CHECK(effort(row.text, row.person_day) == row.time);
  }
  constexpr Refused rows[] = {
      {"3",
       "`3` has no unit: write `3pd` for person-days, `3ph` for person-hours, `3m` for minutes of "
       "one person"},
      {"3 pd", "`3 pd` is not an effort: write `3pd`"},
      {"3PD", "`3PD` is not an effort: write `3pd`"},
      {"4 hours", "`4 hours` is not an effort: write `4h`"},
      {"999999999999999999pd", "`999999999999999999pd` is longer than 10,000 years"},
      {"0.3333h", "`0.3333h` does not come to whole seconds: write whole units, such as `1h20m`"},
      {"-3pd",
       "`-3pd` is not an effort: write `3pd` (person-days), `16ph`, `45pm`, or the time of one "
       "person, `4h`"},
      {"1pd4ph",
       "`1pd4ph` is not an effort: write `3pd` (person-days), `16ph`, `45pm`, or the time of one "
       "person, `4h`"}};
  check_refusals([](std::string_view text) { return effort(text, 8h); }, rows);
}

TEST_CASE("a period is one step of the calendar") {
  CHECK(period("1y") == Period{1, Period::Unit::years});
  CHECK(period("6mo") == Period{6, Period::Unit::months});
  CHECK(period("4w") == Period{4, Period::Unit::weeks});
  CHECK(period("30d") == Period{30, Period::Unit::days});
  constexpr Refused rows[] = {
      {"12", "`12` has no unit: write `12d`, `12w`, `12mo` or `12y`"},
      {"0d", "`0d` is no step from one date to another: write at least `1d`"},
      {"6m", "`6m` is no number of days, weeks, months or years: write `6mo`"},
      {"1 year", "`1 year` is no number of days, weeks, months or years: write `1y`"},
      {"6 mois", "`6 mois` is no number of days, weeks, months or years: write `6mo`"},
      {"10001y", "`10001y` is longer than 10,000 years"},
      {"1234567890123456789d", "`1234567890123456789d` is longer than 10,000 years"},
      {"12h",
       "`12h` is no number of days, weeks, months or years: write it as in `30d`, `4w`, `6mo` or "
       "`1y`"},
      {"1y6mo",
       "`1y6mo` is no number of days, weeks, months or years: write it as in `30d`, `4w`, `6mo` or "
       "`1y`"},
      {"0.5y",
       "`0.5y` is no number of days, weeks, months or years: write it as in `30d`, `4w`, `6mo` or "
       "`1y`"},
      {"-1y",
       "`-1y` is no number of days, weeks, months or years: write it as in `30d`, `4w`, `6mo` or "
       "`1y`"},
      {"P1Y",
       "`P1Y` is no number of days, weeks, months or years: write it as in `30d`, `4w`, `6mo` or "
       "`1y`"}};
  check_refusals(period, rows);
}

}  // namespace
}  // namespace bcp::grammar
