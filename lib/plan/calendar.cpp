#include "plan/calendar.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

namespace bcp {

namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::weeks;

constexpr Seconds whole_day = 24h;
constexpr Date first_day{std::chrono::year{1} / 1 / 1};
constexpr Date last_day{std::chrono::year{9999} / 12 / 31};

/// The database lists no change of the clocks past it: from then on each year follows one rule.
constexpr Date last_listed_change{std::chrono::year{2100} / 1 / 1};
constexpr days gregorian_cycle{146'097};

std::size_t weekday_index(Date day) { return std::chrono::weekday{day}.iso_encoding() - 1; }

const Hours& hours_of(const WeekHours& hours, Date day) {
  static const Hours closed;
  const auto after =
      std::ranges::upper_bound(hours.exceptions, day, {}, &WeekHours::Exception::first);
  if (after != hours.exceptions.begin() && day <= std::prev(after)->last)
    return std::prev(after)->hours;
  return hours.holidays.contains(day) ? closed : hours.week[weekday_index(day)];
}

/// The ranges that belong to a day, those that run into the next one included.
const Hours& hours_of(const OpeningHours& calendar, Date day) {
  static const Hours closed;
  static const Hours around_the_clock{{{0s, whole_day}}};
  if (day < first_day || day > last_day) return closed;
  if (calendar.phases.empty()) return around_the_clock;
  const auto phase = std::ranges::upper_bound(
      calendar.phases, day, {},
      [](const OpeningHours::Phase& one) { return one.until.value_or(Date::max()); });
  return phase == calendar.phases.end() ? closed : hours_of(*phase->hours, day);
}

/// Sorted ranges, those that touch or overlap made one.
std::vector<Hours::Range> joined(std::vector<Hours::Range> ranges) {
  std::ranges::sort(ranges, {}, &Hours::Range::begin);
  std::vector<Hours::Range> result;
  for (const Hours::Range& range : ranges) {
    if (!result.empty() && range.begin <= result.back().end) {
      result.back().end = std::max(result.back().end, range.end);
    } else if (range.begin < range.end) {
      result.push_back(range);
    }
  }
  return result;
}

/// What a calendar has open between the midnights of a day, whichever day its ranges belong to.
std::vector<Hours::Range> open_within(const OpeningHours& calendar, Date day) {
  std::vector<Hours::Range> ranges;
  for (const Hours::Range& range : hours_of(calendar, day - days{1}).ranges) {
    if (range.end > whole_day)
      ranges.push_back({std::max(0s, range.begin - whole_day), range.end - whole_day});
  }
  for (const Hours::Range& range : hours_of(calendar, day).ranges) {
    ranges.push_back({range.begin, std::min(range.end, whole_day)});
  }
  return joined(std::move(ranges));
}

std::vector<Hours::Range> intersection(std::span<const Hours::Range> some,
                                       std::span<const Hours::Range> others) {
  std::vector<Hours::Range> result;
  while (!some.empty() && !others.empty()) {
    const Hours::Range both{std::max(some.front().begin, others.front().begin),
                            std::min(some.front().end, others.front().end)};
    if (both.begin < both.end) result.push_back(both);
    auto& first_to_end = some.front().end < others.front().end ? some : others;
    first_to_end = first_to_end.subspan(1);
  }
  return result;
}

/// The days from which on the weekly pattern of a calendar may be another one than before.
std::vector<Date> seams_of(const OpeningHours& calendar) {
  std::vector<Date> seams;
  for (const OpeningHours::Phase& phase : calendar.phases) {
    if (phase.until) seams.push_back(*phase.until);
    for (const WeekHours::Exception& exception : phase.hours->exceptions) {
      seams.push_back(exception.first);
      seams.push_back(exception.last + days{1});
    }
    for (const Date holiday : phase.hours->holidays) {
      seams.push_back(holiday);
      seams.push_back(holiday + days{1});
    }
  }
  return seams;
}

/// The days on which stretches begin. The day after a seam begins one too: the night before may run into the seam's day.
std::vector<Date> beginnings(std::span<const OpeningHours* const> calendars) {
  std::vector<Date> seams{first_day, last_day + days{1}};
  for (const OpeningHours* calendar : calendars)
    std::ranges::copy(seams_of(*calendar), std::back_inserter(seams));
  std::vector<Date> result;
  for (const Date seam : seams) {
    for (const Date day : {seam, seam + days{1}}) {
      if (day >= first_day && day <= last_day + days{2}) result.push_back(day);
    }
  }
  std::ranges::sort(result);
  const auto doubles = std::ranges::unique(result);
  result.erase(doubles.begin(), doubles.end());
  return result;
}

Seconds open_time(const std::array<Hours, 7>& week) {
  Seconds sum{0};
  for (const Hours& day : week) {
    for (const Hours::Range& range : day.ranges) sum += range.end - range.begin;
  }
  return sum;
}

/// The longest time without a break while such weeks follow each other.
Seconds longest_unbroken(const std::array<Hours, 7>& week) {
  std::vector<Hours::Range> ranges;
  for (std::size_t day = 0; day < 2 * week.size();
       ++day) {  // twice, for what runs over Sunday's midnight
    for (const Hours::Range& range : week[day % week.size()].ranges) {
      const Seconds midnight = static_cast<int>(day) * whole_day;
      ranges.push_back({midnight + range.begin, midnight + range.end});
    }
  }
  Seconds longest{0};
  for (const Hours::Range& range : joined(std::move(ranges)))
    longest = std::max(longest, range.end - range.begin);
  return longest == 2 * Seconds{weeks{1}} ? Seconds::max() : longest;
}

/// The day in the calendar, or the nearest one: a `Date` holds no day after the year 5,881,580.
Date day_of(std::chrono::local_seconds wall_clock) {
  const std::chrono::local_seconds first{first_day.time_since_epoch()};
  const std::chrono::local_seconds last{(last_day + days{2}).time_since_epoch()};
  const auto within = std::clamp(wall_clock, first, last).time_since_epoch();
  return Date{std::chrono::floor<days>(within)};
}

}  // namespace

OpenTimes::OpenTimes(const std::vector<const OpeningHours*>& all, TimeZone zone)
    : zone_(std::move(zone)) {
  static const OpeningHours around_the_clock;
  const std::vector<const OpeningHours*> calendars =
      all.empty() ? std::vector<const OpeningHours*>{&around_the_clock} : all;
  const std::vector<Date> firsts = beginnings(calendars);
  for (auto first = firsts.begin(); first != firsts.end(); ++first) {
    Stretch stretch{.first = *first, .week = {}};
    const Date end =
        std::next(first) == firsts.end() ? *first : std::min(*std::next(first), *first + days{7});
    for (Date day = *first; day < end; day += days{1}) {
      std::vector<Hours::Range> open = open_within(*calendars.front(), day);
      for (const OpeningHours* other : std::span{calendars}.subspan(1)) {
        open = intersection(open, open_within(*other, day));
      }
      stretch.week[weekday_index(day)].ranges = std::move(open);
    }
    stretch.open = open_time(stretch.week);
    stretch.longest = longest_unbroken(stretch.week);
    stretches_.push_back(std::move(stretch));
  }
}

/// Goes forward through the open time at or after an instant.
class OpenTimes::Walk {
public:
  Walk(const OpenTimes& times, Instant from) : times_(&times), from_(from) {
    begin_ = day_ = day_of(times_->zone_.to_wall_clock(from));
    stretch_ = std::prev(std::ranges::upper_bound(times_->stretches_, day_, {}, &Stretch::first));
  }

  /// A part of an interval: it does not leave its day, unless its whole stretch is open around the clock.
  std::optional<Interval> next_part();

  /// An interval from its begin to its end.
  std::optional<Interval> next_interval();

  /// Passes over whole weeks that `work` outlasts, and takes their open time off it.
  void pass_over_work(Seconds& work);

  /// Passes over whole weeks in which no interval begins that is as long as `work`.
  void pass_over_shorter_than(Seconds work);

private:
  [[nodiscard]] Instant at(Date day, Seconds time_of_day) const {
    return times_->zone_.to_instant(
        std::chrono::local_seconds{day.time_since_epoch() + time_of_day});
  }

  [[nodiscard]] bool is_over() const { return std::next(stretch_) == times_->stretches_.end(); }
  [[nodiscard]] Date end_of_stretch() const { return std::next(stretch_)->first; }
  [[nodiscard]] bool is_around_the_clock() const { return stretch_->longest == Seconds::max(); }

  /// Finds out up to which day the clocks do not change from the present one on, as far as `until`.
  void look_ahead(Date until);

  void go_to(Date day) {
    day_ = day;
    range_ = 0;
    if (day_ == end_of_stretch()) ++stretch_;
  }

  const OpenTimes* times_;
  Instant from_;
  Date begin_;  // the day of `from_`
  Date day_;
  std::vector<Stretch>::const_iterator stretch_;  // the day's
  std::size_t range_ = 0;                         // of the day, the next one

  // The clocks do not change from some day passed to this one, which begins at this instant.
  Date steady_until_ = first_day;
  Instant steady_until_instant_;
};

std::optional<Interval> OpenTimes::Walk::next_part() {
  while (!is_over()) {
    const std::vector<Hours::Range>& ranges = stretch_->week[weekday_index(day_)].ranges;
    Interval part{from_, from_};
    if (stretch_->open == 0s) {
      go_to(end_of_stretch());
    } else if (is_around_the_clock()) {
      part = {at(day_, 0s), at(end_of_stretch(), 0s)};
      go_to(end_of_stretch());
    } else {
      if (!ranges.empty()) part = {at(day_, ranges[range_].begin), at(day_, ranges[range_].end)};
      if (++range_ >= ranges.size()) go_to(day_ + days{1});
    }
    part.begin = std::max(part.begin, from_);
    if (part.begin < part.end)
      return part;  // it may end before `from_`, or all of it be skipped by the clocks
  }
  return std::nullopt;
}

std::optional<Interval> OpenTimes::Walk::next_interval() {
  std::optional<Interval> interval = next_part();
  if (!interval) return interval;
  while (true) {
    const Walk before_next = *this;
    const std::optional<Interval> next = next_part();
    if (!next || interval->end < next->begin) {
      *this = before_next;
      return interval;
    }
    interval->end = next->end;
  }
}

void OpenTimes::Walk::look_ahead(Date until) {
  // No zone of the database has ever changed its clocks and changed them back within so short a time.
  constexpr days stride{3};
  if (steady_until_ <= day_) {
    steady_until_ = day_;
    steady_until_instant_ = at(day_, 0s);
  }
  const auto advance = [&](days step) {
    const Date day = steady_until_ + step;
    if (day > until) return false;
    const Instant begin = at(day, 0s);
    if (begin - steady_until_instant_ != step) return false;
    steady_until_ = day;
    steady_until_instant_ = begin;
    return true;
  };
  while (advance(stride)) continue;
  while (advance(days{1})) continue;
}

void OpenTimes::Walk::pass_over_work(Seconds& work) {
  const bool opens_and_closes = stretch_->open > 0s && !is_around_the_clock();
  if (!opens_and_closes || range_ != 0 || work <= stretch_->open || at(day_, 0s) < from_) return;
  const weeks outlasted{(work - 1s) / stretch_->open};
  look_ahead(std::min(end_of_stretch(), day_ + outlasted));
  const weeks passed = std::min(outlasted, std::chrono::floor<weeks>(steady_until_ - day_));
  if (passed == weeks{0}) return;
  work -= passed.count() * stretch_->open;
  go_to(day_ + passed);
}

void OpenTimes::Walk::pass_over_shorter_than(Seconds work) {
  while (!is_over() && work > stretch_->longest) {
    // Weekdays and clocks together repeat after 400 years; what did not come in those will not come.
    const Date repeats = std::max({begin_, stretch_->first, last_listed_change}) + gregorian_cycle;
    if (day_ > repeats) return go_to(end_of_stretch());

    // What begins so early before a change of the clocks or of the pattern ends before it, as the pattern has it.
    look_ahead(std::min(end_of_stretch(), repeats + weeks{2}));
    const Date next = steady_until_ - std::chrono::ceil<days>(stretch_->longest);
    if (next <= day_) return;
    go_to(next);
  }
}

std::optional<Interval> OpenTimes::next_open(Instant from) const {
  return Walk{*this, from}.next_interval();
}

std::optional<Instant> OpenTimes::finish(Instant from, Seconds work) const {
  if (work <= 0s) return from;
  Walk walk{*this, from};
  while (true) {
    walk.pass_over_work(work);
    const std::optional<Interval> part = walk.next_part();
    if (!part) return std::nullopt;
    if (work <= part->end - part->begin) return part->begin + work;
    work -= part->end - part->begin;
  }
}

std::optional<Instant> OpenTimes::begin_of_unbroken(Instant from, Seconds work) const {
  if (work <= 0s) return from;
  Walk walk{*this, from};
  while (true) {
    walk.pass_over_shorter_than(work);
    const std::optional<Interval> interval = walk.next_interval();
    if (!interval) return std::nullopt;
    if (work <= interval->end - interval->begin) return interval->begin;
  }
}

}  // namespace bcp
