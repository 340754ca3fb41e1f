#include <ostream>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "plan/grammar.hpp"
#include "plan/refusals.hpp"

namespace bcp::grammar {
namespace {

using namespace std::chrono_literals;
using test::check_refusals;
using test::refusal;
using test::Refused;

TEST_CASE("a date is year, month and day of the calendar") {
  using namespace std::chrono;
  CHECK(date("2020-03-16") == sys_days{2020y / March / 16});
  CHECK(date("2020-02-29") == sys_days{2020y / February / 29});
  CHECK(date("0001-01-01") == sys_days{year{1} / January / 1});
  CHECK(date("9999-12-31") == sys_days{9999y / December / 31});
  constexpr Refused rows[] = {
      {"2021-02-29", "`2021-02-29` names a day that the calendar does not have"},
      {"1900-02-29", "`1900-02-29` names a day that the calendar does not have"},
      {"2020-13-01", "`2020-13-01` names a day that the calendar does not have"},
      {"2020-00-10", "`2020-00-10` names a day that the calendar does not have"},
      {"0000-01-01", "`0000-01-01` names a day that the calendar does not have"},
      {"2020-3-1", "`2020-3-1` is not a date: write `2020-03-01`"},
      {"2020/03/16", "`2020/03/16` is not a date: write `2020-03-16`"},
      {"2020-03-16T10:00",
       "`2020-03-16T10:00` is a day with a time: write the day alone, `2020-03-16`"},
      {"16/03/2020", "`16/03/2020` is not a date: write year, month and day as in `2020-03-16`"},
      {"12020-03-16", "`12020-03-16` is not a date: write year, month and day as in `2020-03-16`"},
      {"+2020-03-16", "`+2020-03-16` is not a date: write year, month and day as in `2020-03-16`"},
      {"2020-03-16 ", "`2020-03-16 ` is a day with a time: write the day alone, `2020-03-16`"},
      {"20200316", "`20200316` is not a date: write year, month and day as in `2020-03-16`"},
      {"2020-03", "`2020-03` is not a date: write year, month and day as in `2020-03-16`"},
      {"", "`` is not a date: write year, month and day as in `2020-03-16`"}};
  check_refusals(date, rows);
}

TEST_CASE("an instant is a wall-clock time, a time with its offset, or a time after the start") {
  using namespace std::chrono;
  const auto wall_clock = [](std::string_view text) {
    return std::get<LocalTime>(instant(text).value()).time;
  };
  const auto exact = [](std::string_view text) { return std::get<Instant>(instant(text).value()); };
  const auto after = [](std::string_view text) {
    return std::get<FromStart>(instant(text).value()).after;
  };
  CHECK(wall_clock("2020-03-16T10:00") == local_days{2020y / March / 16} + 10h);
  CHECK(wall_clock("2020-03-16T23:59:59") == local_days{2020y / March / 17} - 1s);
  CHECK(wall_clock("0001-01-01T00:00") == local_days{year{1} / January / 1});
  CHECK(exact("2020-03-16T10:00Z") == sys_days{2020y / March / 16} + 10h);
  CHECK(exact("2020-03-16T10:00:30+01:00") == sys_days{2020y / March / 16} + 9h + 30s);
  CHECK(exact("2020-03-16T00:30+05:45") == sys_days{2020y / March / 15} + 18h + 45min);
  CHECK(exact("2020-03-16T22:00-05:00") == sys_days{2020y / March / 17} + 3h);
  CHECK(after("+36h") == 36h);
  CHECK(after("+1d12h") == 36h);
  CHECK(after("+0s") == 0s);
}

TEST_CASE("what is no instant is told how to write it") {
  constexpr Refused rows[] = {
      {"1:30", "`1:30` has no date: write `2020-03-16T01:30`"},
      {"08:00", "`08:00` has no date: write `2020-03-16T08:00`"},
      {"2020-03-16", "`2020-03-16` has no time of day: write it too, as in `2020-03-16T08:00`"},
      {"2020-3-16", "`2020-3-16` has no time of day: write it too, as in `2020-03-16T08:00`"},
      {"2020-03-16 10:00", "`2020-03-16 10:00` is not an instant: write `2020-03-16T10:00`"},
      {"2020-03-16t10:00", "`2020-03-16t10:00` is not an instant: write `2020-03-16T10:00`"},
      {"2020-03-16T9:30", "`2020-03-16T9:30` is not an instant: write `2020-03-16T09:30`"},
      {"2020-03-16T24:00",
       "`2020-03-16T24:00` has an hour 24: midnight is `00:00` of the next day"},
      {"2020-03-16T25:00",
       "`2020-03-16T25:00` has no time of day: hours go up to 23, minutes and seconds to 59"},
      {"2020-03-16T10:60",
       "`2020-03-16T10:60` has no time of day: hours go up to 23, minutes and seconds to 59"},
      {"2020-03-16T10:00:60",
       "`2020-03-16T10:00:60` has no time of day: hours go up to 23, minutes and seconds to 59"},
      {"2020-03-16T10:00:30.5",
       "`2020-03-16T10:00:30.5` has a fraction of a second: write whole seconds"},
      {"2020-03-16T10:00+0100",
       "`2020-03-16T10:00+0100` has no offset from UTC: write it as `+01:00`, `-05:30` or `Z`"},
      {"2020-03-16T10:00+24:00",
       "`2020-03-16T10:00+24:00` has no offset from UTC: write it as `+01:00`, `-05:30` or `Z`"},
      {"2021-02-29T10:00", "`2021-02-29T10:00` names a day that the calendar does not have"},
      {"36h", "`36h` is a duration, not an instant: write `+36h` for so long after the start"},
      {"+36", "`+36` has no unit: write `+36m`, `+36h` or `+36d`"},
      {"+x", "`+x` is not a time after the start: write `+45m`, `+36h` or `+1d12h`"},
      {"-2h", "`-2h` lies before the start: write a date and a time, such as `2020-03-14T08:00`"}};
  check_refusals(instant, rows);
  for (const std::string_view text :
       {"", "everyone home", "2020-03-16T", "2020-03-16T10", "2020-03-16T10:00 ",
        "2020-03-16T10:00z", "2020-03-16T10:00:0", "2020-W12-1T10:00", "today"}) {
    CAPTURE(text);
    CHECK(refusal(instant(text)).find("is not an instant") != std::string::npos);
  }
}

TEST_CASE("a text that could be an id is not taken for an instant, but for a date") {
  for (const std::string_view text : {"2020-03-16T10:00", "2020-03-16", "2020-3-16", "1:30", "+36h",
                                      "-36h", "16/03/2020", "2020-03-16 10:00"}) {
    CAPTURE(text);
    CHECK(is_like_instant(text));
  }
  for (const std::string_view text :
       {"", "everyone-home", "36h", "2020", "2020-03", "wave.2", "Lockdown", "@home"}) {
    CAPTURE(text);
    CHECK_FALSE(is_like_instant(text));
  }
}

}  // namespace
}  // namespace bcp::grammar
