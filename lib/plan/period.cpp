#include "plan/period.hpp"

namespace bcp {

namespace {

Date after_months(Date day, std::int64_t count) {
  const std::chrono::year_month_day from{day};
  const auto month = from.year() / from.month() + std::chrono::months{count};
  const Date last{month / std::chrono::last};
  const std::chrono::year_month_day same{month.year(), month.month(), from.day()};
  return same.ok() ? Date{same} : last;
}

}  // namespace

Date after(Date day, Period period) {
  constexpr std::int64_t months_of_year = 12;
  switch (period.unit) {
    case Period::Unit::days: return day + std::chrono::days{period.count};
    case Period::Unit::weeks: return day + std::chrono::weeks{period.count};
    case Period::Unit::months: return after_months(day, period.count);
    case Period::Unit::years: break;
  }
  return after_months(day, period.count * months_of_year);
}

}  // namespace bcp
