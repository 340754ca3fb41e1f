#include "plan/period.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "plan/grammar.hpp"

namespace bcp {
namespace {

std::string end_of(std::string_view day, std::string_view period) {
  const std::chrono::year_month_day end{after(*grammar::date(day), *grammar::period(period))};
  return fmt::format("{}-{:02}-{:02}", static_cast<int>(end.year()), unsigned{end.month()},
                     unsigned{end.day()});
}

TEST_CASE("days and weeks are counted, months and years lead to the same day of the month") {
  CHECK(end_of("2020-02-27", "3d") == "2020-03-01");
  CHECK(end_of("2020-02-27", "2w") == "2020-03-12");
  CHECK(end_of("2020-02-27", "6mo") == "2020-08-27");
  CHECK(end_of("2020-11-27", "6mo") == "2021-05-27");
  CHECK(end_of("2020-02-27", "2y") == "2022-02-27");
}

TEST_CASE("a month that is too short ends on its last day") {
  CHECK(end_of("2020-01-31", "1mo") == "2020-02-29");
  CHECK(end_of("2021-01-31", "1mo") == "2021-02-28");
  CHECK(end_of("2020-02-29", "1y") == "2021-02-28");
  CHECK(end_of("2020-02-29", "4y") == "2024-02-29");
}

TEST_CASE("a period of thousands of years has an end") {
  CHECK(end_of("9999-12-31", "10000y") == "19999-12-31");
}

}  // namespace
}  // namespace bcp
