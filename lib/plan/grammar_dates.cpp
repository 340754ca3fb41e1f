// How are points of time written: days and instants?
#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

#include "plan/decimal_text.hpp"
#include "plan/grammar.hpp"

namespace bcp::grammar {

namespace {

using namespace std::chrono_literals;

/// What is still to be read of a text. Each function takes what it names, or nothing.
class Reader {
public:
  explicit Reader(std::string_view text) : rest_(text) {}

  [[nodiscard]] std::string_view rest() const { return rest_; }

  bool take(char expected) {
    if (!rest_.starts_with(expected)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  /// A number of exactly so many digits.
  std::optional<int> take_number(std::size_t digits) {
    if (rest_.size() < digits || !std::ranges::all_of(rest_.substr(0, digits), is_digit))
      return std::nullopt;
    int number = 0;
    for (const char digit : rest_.substr(0, digits)) number = 10 * number + (digit - '0');
    rest_.remove_prefix(digits);
    return number;
  }

  /// `:` and two digits.
  std::optional<int> take_sixtieths() {
    Reader ahead = *this;
    if (!ahead.take(':')) return std::nullopt;
    const std::optional<int> number = ahead.take_number(2);
    if (number) *this = ahead;
    return number;
  }

private:
  std::string_view rest_;
};

struct WrittenDay {
  std::chrono::year_month_day day;
  std::string_view rest;
};

/// `2020-03-16` at the beginning of a text, whether the calendar has such a day or not.
std::optional<WrittenDay> leading_day(std::string_view text) {
  Reader reader{text};
  const auto year = reader.take_number(4);
  if (!year || !reader.take('-')) return std::nullopt;
  const auto month = reader.take_number(2);
  if (!month || !reader.take('-')) return std::nullopt;
  const auto day = reader.take_number(2);
  if (!day) return std::nullopt;
  return WrittenDay{{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                     std::chrono::day{static_cast<unsigned>(*day)}},
                    reader.rest()};
}

bool is_in_calendar(std::chrono::year_month_day day) {
  return day.ok() && day.year() > std::chrono::year{0};
}

/// `2020-3-1`, `2020/03/01` or `2020.3.1` as we write it; empty where the text is none of them.
std::string padded_day(std::string_view text) {
  Reader reader{text};
  if (!reader.take_number(4)) return {};
  std::string result{text.substr(0, 4)};
  for (int part = 0; part < 2; ++part) {
    if (!reader.take('-') && !reader.take('/') && !reader.take('.')) return {};
    const std::string_view before = reader.rest();
    if (!reader.take_number(2) && !reader.take_number(1)) return {};
    const std::size_t length = before.size() - reader.rest().size();
    result += (length == 1 ? "-0" : "-") + std::string{before.substr(0, length)};
  }
  return reader.rest().empty() ? result : std::string{};
}

Text no_such_day(std::string_view text) {
  return tr("`{text}` names a day that the calendar does not have", {{"text", std::string{text}}});
}

enum class ClockFault { form, hour_24, out_of_range, fraction, offset };

struct Clock {
  Seconds time_of_day{0};
  std::optional<Seconds> ahead_of_utc;
};

/// `Z`, `+01:00`: all that may follow a time of day.
tl::expected<Seconds, ClockFault> offset_of(std::string_view text) {
  if (text == "Z") return Seconds{0};
  Reader reader{text};
  const bool is_behind = text.starts_with('-');
  if (!reader.take('+') && !reader.take('-')) return tl::unexpected(ClockFault::form);
  const auto hours = reader.take_number(2);
  const auto minutes = reader.take_sixtieths();
  if (!hours || !minutes || !reader.rest().empty() || *hours > 23 || *minutes > 59) {
    return tl::unexpected(ClockFault::offset);
  }
  const Seconds offset = *hours * 1h + *minutes * 1min;
  return is_behind ? -offset : offset;
}

/// `10:00`, `10:00:30`, `10:00+01:00`.
tl::expected<Clock, ClockFault> clock_of(std::string_view text) {
  Reader reader{text};
  const auto hour = reader.take_number(2);
  const auto minute = reader.take_sixtieths();
  const int second = reader.take_sixtieths().value_or(0);
  if (!hour || !minute) return tl::unexpected(ClockFault::form);
  if (*hour == 24) return tl::unexpected(ClockFault::hour_24);
  if (*hour > 23 || *minute > 59 || second > 59) return tl::unexpected(ClockFault::out_of_range);
  if (reader.rest().starts_with('.') || reader.rest().starts_with(',')) {
    return tl::unexpected(ClockFault::fraction);
  }

  Clock clock{.time_of_day = *hour * 1h + *minute * 1min + second * 1s, .ahead_of_utc = {}};
  if (!reader.rest().empty()) {
    const auto offset = offset_of(reader.rest());
    if (!offset) return tl::unexpected(offset.error());
    clock.ahead_of_utc = *offset;
  }
  return clock;
}

/// `9:30` as `09:30`; empty where the text is no time of day.
std::string padded_clock(std::string_view text) {
  std::string padded{text};
  if (text.find(':') == 1) padded.insert(0, 1, '0');
  return clock_of(padded) ? padded : std::string{};
}

Text no_instant(std::string_view text) {
  return tr(
      "`{text}` is not an instant: write `2020-03-16T10:00`, `2020-03-16T10:00+01:00`, `+36h` from "
      "the start, or "
      "a milestone's id",
      {{"text", std::string{text}}});
}

Text sentence(ClockFault fault, std::string_view text) {
  const std::string whole{text};
  switch (fault) {
    case ClockFault::form: break;
    case ClockFault::hour_24:
      return tr("`{text}` has an hour 24: midnight is `00:00` of the next day", {{"text", whole}});
    case ClockFault::out_of_range:
      return tr("`{text}` has no time of day: hours go up to 23, minutes and seconds to 59",
                {{"text", whole}});
    case ClockFault::fraction:
      return tr("`{text}` has a fraction of a second: write whole seconds", {{"text", whole}});
    case ClockFault::offset:
      return tr("`{text}` has no offset from UTC: write it as `+01:00`, `-05:30` or `Z`",
                {{"text", whole}});
  }
  return no_instant(text);
}

/// A date and a time of day, as written; the date is one of the calendar's.
Parsed<InstantText> dated_instant(std::string_view text, const WrittenDay& written) {
  const std::string whole{text};
  const std::string day{text.substr(0, text.size() - written.rest.size())};
  if (written.rest.empty()) {
    return tl::unexpected(tr("`{text}` has no time of day: write it too, as in `{form}`",
                             {{"text", whole}, {"form", day + "T08:00"}}));
  }
  const std::string_view clock_text = written.rest.substr(1);
  if (!written.rest.starts_with('T')) {
    const std::string clock = padded_clock(clock_text);
    if (clock.empty()) return tl::unexpected(no_instant(text));
    return tl::unexpected(tr("`{text}` is not an instant: write `{form}`",
                             {{"text", whole}, {"form", day + "T" + clock}}));
  }

  const auto clock = clock_of(clock_text);
  if (!clock) {
    const std::string padded = padded_clock(clock_text);
    if (padded.empty()) return tl::unexpected(sentence(clock.error(), text));
    return tl::unexpected(tr("`{text}` is not an instant: write `{form}`",
                             {{"text", whole}, {"form", day + "T" + padded}}));
  }
  const auto days = std::chrono::local_days{written.day};
  if (!clock->ahead_of_utc) return LocalTime{days + clock->time_of_day};
  return Instant{days.time_since_epoch() + clock->time_of_day - *clock->ahead_of_utc};
}

Parsed<InstantText> instant_after_start(std::string_view text) {
  const std::string_view length = text.substr(1);
  if (const Parsed<Seconds> after = duration(length)) return FromStart{*after};
  if (!length.empty() && std::ranges::all_of(length, is_digit)) {
    return tl::unexpected(tr("`{text}` has no unit: write `{minutes}`, `{hours}` or `{days}`",
                             {{"text", std::string{text}},
                              {"minutes", std::string{text} + "m"},
                              {"hours", std::string{text} + "h"},
                              {"days", std::string{text} + "d"}}));
  }
  return tl::unexpected(
      tr("`{text}` is not a time after the start: write `+45m`, `+36h` or `+1d12h`",
         {{"text", std::string{text}}}));
}

}  // namespace

Parsed<Date> date(std::string_view text) {
  const std::string whole{text};
  const std::optional<WrittenDay> written = leading_day(text);
  if (written && written->rest.empty()) {
    if (!is_in_calendar(written->day)) return tl::unexpected(no_such_day(text));
    return Date{written->day};
  }
  if (written && (written->rest.starts_with('T') || written->rest.starts_with(' '))) {
    return tl::unexpected(
        tr("`{text}` is a day with a time: write the day alone, `{form}`",
           {{"text", whole}, {"form", whole.substr(0, whole.size() - written->rest.size())}}));
  }
  if (const std::string form = padded_day(text); !form.empty()) {
    return tl::unexpected(
        tr("`{text}` is not a date: write `{form}`", {{"text", whole}, {"form", form}}));
  }
  return tl::unexpected(tr("`{text}` is not a date: write year, month and day as in `2020-03-16`",
                           {{"text", whole}}));
}

bool is_like_instant(std::string_view text) {
  if (text.starts_with('+') || text.starts_with('-')) return true;
  if (text.empty() || !is_digit(text.front())) return false;
  return !is_id(text) || !padded_day(text).empty();
}

Parsed<InstantText> instant(std::string_view text) {
  const std::string whole{text};
  if (text.starts_with('+')) return instant_after_start(text);
  if (text.starts_with('-') && duration(text.substr(1))) {
    return tl::unexpected(
        tr("`{text}` lies before the start: write a date and a time, such as `2020-03-14T08:00`",
           {{"text", whole}}));
  }
  if (const std::optional<WrittenDay> written = leading_day(text)) {
    if (!is_in_calendar(written->day)) return tl::unexpected(no_such_day(text));
    return dated_instant(text, *written);
  }
  if (const std::string form = padded_day(text); !form.empty()) {
    return tl::unexpected(tr("`{text}` has no time of day: write it too, as in `{form}`",
                             {{"text", whole}, {"form", form + "T08:00"}}));
  }
  if (const std::string clock = padded_clock(text); !clock.empty()) {
    return tl::unexpected(tr("`{text}` has no date: write `{form}`",
                             {{"text", whole}, {"form", "2020-03-16T" + clock}}));
  }
  std::string joined = whole;
  std::erase(joined, ' ');
  if (duration(joined)) {
    return tl::unexpected(
        tr("`{text}` is a duration, not an instant: write `{form}` for so long after the start",
           {{"text", whole}, {"form", "+" + joined}}));
  }
  return tl::unexpected(no_instant(text));
}

}  // namespace bcp::grammar
