#include "plan/reading/hours.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace bcp {

namespace {

constexpr std::array<std::string_view, 7> day_names = {"mon", "tue", "wed", "thu",
                                                       "fri", "sat", "sun"};
constexpr Seconds whole_day = std::chrono::hours(24);

/// `HH:MM`, 00:00 to 24:00.
std::optional<Seconds> time_of_day(std::string_view text) {
  const auto digit = [&](std::size_t at) {
    return text[at] >= '0' && text[at] <= '9' ? text[at] - '0' : -1;
  };
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const std::array digits = {digit(0), digit(1), digit(3), digit(4)};
  if (std::ranges::find(digits, -1) != digits.end()) return std::nullopt;
  const Seconds time = std::chrono::hours(digits[0] * 10 + digits[1]) +
                       std::chrono::minutes(digits[2] * 10 + digits[3]);
  if (digits[2] > 5 || time > whole_day) return std::nullopt;
  return time;
}

std::optional<Hours::Range> range_of(std::string_view text) {
  if (text.size() != 11 || text[5] != '-') return std::nullopt;
  const auto begin = time_of_day(text.substr(0, 5));
  const auto end = time_of_day(text.substr(6));
  if (!begin || !end || *begin == whole_day) return std::nullopt;
  return Hours::Range{*begin, *end <= *begin ? *end + whole_day : *end};
}

/// `8:00-12:00` as it is to be written; empty where it is something else.
std::string padded(std::string_view text) {
  std::string form{text};
  std::erase(form, ' ');
  if (form.find(':') == 1) form.insert(0, 1, '0');
  const std::size_t end = form.find('-') + 1;
  if (end > 0 && form.find(':', end) == end + 1) form.insert(end, 1, '0');
  return range_of(form) ? form : std::string{};
}

void report_bad_hours(const Reader& reader, const Value& at) {
  const std::string form = padded(at.text());
  reader
      .fault(Code::bad_hours, at,
             tr("`{text}` is no range of opening hours", {{"text", std::string{at.text()}}}))
      .help = !form.empty() ? tr("write `{form}`", {{"form", form}})
                            : tr("write it as in `08:00-12:00`, several as in "
                                 "`[08:00-12:00, 14:00-24:00]`, or `open`, or `closed`");
}

void report_overlap(const Reader& reader, const Value& at, const Value& others, Text message) {
  Diagnostic& diagnostic = reader.fault(Code::overlapping_hours, at, std::move(message));
  diagnostic.also.push_back({others.span(), tr("the others")});
  diagnostic.help = tr("let one end where the other begins");
}

struct LocatedRange {
  Hours::Range range;
  Value at;
};

/// Sorts ranges and joins those that touch; the first overlap is a finding.
std::optional<Hours> joined(const Reader& reader, std::vector<LocatedRange> ranges) {
  std::ranges::stable_sort(ranges, {}, [](const LocatedRange& one) { return one.range.begin; });
  Hours day;
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    const Hours::Range& range = ranges[i].range;
    if (!day.ranges.empty() && range.begin < day.ranges.back().end) {
      report_overlap(reader, ranges[i].at, ranges[i - 1].at,
                     tr("these hours overlap others of the day"));
      return std::nullopt;
    }
    if (!day.ranges.empty() && range.begin == day.ranges.back().end) {
      day.ranges.back().end = range.end;
    } else {
      day.ranges.push_back(range);
    }
  }
  return day;
}

std::optional<std::size_t> day_number(std::string_view name) {
  const auto day = std::ranges::find(day_names, name);
  if (day == day_names.end()) return std::nullopt;
  return static_cast<std::size_t>(day - day_names.begin());
}

/// `mon`, or `fri-mon`, which wraps.
std::optional<std::vector<std::size_t>> days_of(std::string_view text) {
  const auto first = day_number(text.substr(0, 3));
  if (!first) return std::nullopt;
  if (text.size() == 3) return std::vector{*first};
  if (text.size() != 7 || text[3] != '-') return std::nullopt;
  const auto last = day_number(text.substr(4));
  if (!last) return std::nullopt;
  std::vector<std::size_t> days = {*first};
  while (days.back() != *last) days.push_back((days.back() + 1) % day_names.size());
  return days;
}

std::optional<std::pair<Date, Date>> dates_of(const Reader& reader, const Value& at) {
  const std::string_view text = at.text();
  const std::size_t dots = text.find("..");
  auto first = grammar::date(text.substr(0, dots));
  auto last = dots == std::string_view::npos ? first : grammar::date(text.substr(dots + 2));
  if (!first || !last) {
    reader.fault(Code::bad_date, at, std::move(first ? last.error() : first.error())).help =
        tr("write `2020-03-17`, or `2020-03-21..2020-03-22` for all days from one to the other");
    return std::nullopt;
  }
  if (*last < *first) {
    reader.fault(Code::bad_date, at, tr("the last day is before the first")).help =
        tr("exchange the two");
    return std::nullopt;
  }
  return std::pair{*first, *last};
}

void report_day_twice(const Reader& reader, const Value& at, const Value& before) {
  const std::string days{at.text()};
  const bool is_range = days.size() == 7 || days.find("..") != std::string::npos;
  Diagnostic& diagnostic =
      reader.fault(Code::day_twice, at,
                   is_range ? tr("a day of `{days}` is named twice", {{"days", days}})
                            : tr("`{day}` is named twice", {{"day", days}}));
  diagnostic.also.push_back({before.span(), tr("it stands here first")});
  diagnostic.help = tr("name each day once");
}

/// A night that runs into hours of the next day. `open` means the whole day, whatever runs into it.
void check_nights(const Reader& reader, const std::array<Hours, 7>& week,
                  const std::array<Value, 7>& written) {
  for (std::size_t day = 0; day < week.size(); ++day) {
    const std::size_t next = (day + 1) % week.size();
    if (week[day].ranges.empty() || week[next].ranges.empty() || written[next].text() == "open")
      continue;
    if (week[day].ranges.back().end - whole_day <= week[next].ranges.front().begin) continue;
    report_overlap(reader, written[next], written[day],
                   tr("these hours overlap those of the night before"));
    return;
  }
}

}  // namespace

std::optional<Hours> read_hours(const Reader& reader, const Entry& at) {
  if (at.value.is_sequence()) {
    const auto items = reader.list(at, tr("opening hours"));
    if (!items) return std::nullopt;
    std::vector<LocatedRange> ranges;
    for (const Entry& item : *items) {
      if (reader.refuses_tag(item.value)) return std::nullopt;
      const auto range = range_of(item.value.text());
      if (!range) {
        report_bad_hours(reader, item.value);
        return std::nullopt;
      }
      ranges.push_back({*range, item.value});
    }
    return joined(reader, std::move(ranges));
  }
  const auto text = reader.scalar(at, tr("a range of opening hours"));
  if (!text) return std::nullopt;
  if (*text == "closed") return Hours{};
  if (*text == "open") return Hours{{{Seconds{0}, whole_day}}};
  if (const auto range = range_of(*text)) return Hours{{*range}};
  report_bad_hours(reader, at.value);
  return std::nullopt;
}

std::optional<std::array<Hours, 7>> read_week(const Reader& reader, const Entry& at) {
  const auto entries = reader.map(at, tr("a map of opening hours by day"));
  if (!entries) return std::nullopt;
  std::array<Hours, 7> week;
  std::array<Value, 7> named;
  std::array<Value, 7> written;
  for (const Entry& entry : *entries) {
    const auto days = days_of(entry.key.text());
    if (!days) {
      reader
          .fault(Code::bad_days, entry.key,
                 tr("`{text}` is no day of the week", {{"text", std::string{entry.key.text()}}}))
          .help = tr("write one of {days}, or a range such as `mon-fri`",
                     {{"days", Names{day_names.begin(), day_names.end()}}});
      continue;
    }
    const auto hours = read_hours(reader, entry);
    const auto twice =
        std::ranges::find_if(*days, [&](std::size_t day) { return named[day].is_written(); });
    if (twice != days->end()) report_day_twice(reader, entry.key, named[*twice]);
    for (const std::size_t day : *days) {
      named[day] = entry.key;
      written[day] = entry.value;
      if (hours) week[day] = *hours;
    }
  }
  check_nights(reader, week, written);
  return week;
}

std::optional<std::vector<WeekHours::Exception>> read_exceptions(const Reader& reader,
                                                                 const Entry& at) {
  const auto entries = reader.map(at, tr("a map of opening hours by date"));
  if (!entries) return std::nullopt;
  struct Located {
    WeekHours::Exception exception;
    Value key;
  };
  std::vector<Located> located;
  for (const Entry& entry : *entries) {
    const auto dates = dates_of(reader, entry.key);
    auto hours = read_hours(reader, entry);
    if (dates && hours)
      located.push_back({{dates->first, dates->second, std::move(*hours)}, entry.key});
  }
  std::ranges::sort(located, {}, [](const Located& one) { return one.exception.first; });
  std::vector<WeekHours::Exception> exceptions;
  const Located* latest = nullptr;  // of those before, the one that ends last
  for (const Located& one : located) {
    if (latest != nullptr && one.exception.first <= latest->exception.last)
      report_day_twice(reader, one.key, latest->key);
    if (latest == nullptr || one.exception.last > latest->exception.last) latest = &one;
    exceptions.push_back(one.exception);
  }
  return exceptions;
}

}  // namespace bcp
