// Calendars of Paris to try things out on.
#pragma once

#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "plan/calendar.hpp"
#include "plan/grammar.hpp"

namespace bcp::test {

using namespace std::chrono_literals;

inline const Hours closed;
inline const Hours around_the_clock{{{0h, 24h}}};
inline const Hours office{{{8h, 12h}, {13h, 20h}}};
inline const Hours daytime{{{8h, 20h}}};
inline const Hours night{{{22h, 30h}}};

inline TimeZone paris() { return TimeZone::named("Europe/Paris").value(); }

inline Instant in_paris(std::string_view text) {
  return paris().to_instant(std::get<grammar::LocalTime>(grammar::instant(text).value()).time);
}

inline Date day(std::string_view text) { return grammar::date(text).value(); }

inline WeekHours week_of(const Hours& monday_to_friday, const Hours& weekend) {
  WeekHours hours;
  hours.week.fill(monday_to_friday);
  hours.week[5] = hours.week[6] = weekend;
  return hours;
}

inline std::shared_ptr<const WeekHours> shared(WeekHours hours) {
  return std::make_shared<const WeekHours>(std::move(hours));
}

inline OpeningHours only(WeekHours hours) { return {{{std::nullopt, shared(std::move(hours))}}}; }

inline OpeningHours daily(const Hours& hours) { return only(week_of(hours, hours)); }

/// Of the calendars at once, in Paris.
inline OpenTimes open_times(const std::vector<const OpeningHours*>& calendars) {
  return {calendars, paris()};
}

}  // namespace bcp::test
