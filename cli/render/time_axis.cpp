#include "render/time_axis.hpp"

#include <algorithm>
#include <span>

#include "render/width.hpp"

namespace bcp::cli {

namespace {

constexpr Seconds minutes(int count) { return std::chrono::minutes(count); }
constexpr Seconds hours(int count) { return std::chrono::hours(count); }
constexpr Seconds days(int count) { return std::chrono::hours(24 * count); }

// Times that an axis may name, from close together to far apart.
constexpr std::array closest = {minutes(15), minutes(30), hours(1),  hours(2), hours(4), hours(6),
                                hours(8),    hours(12),   days(1),   days(2),  days(3),  days(4),
                                days(5),     days(7),     days(10),  days(14), days(20), days(30),
                                days(60),    days(90),    days(180), days(365)};
constexpr std::array closer = {minutes(30), hours(1), hours(2), hours(4), hours(8),
                               hours(12),   days(1),  days(2),  days(3),  days(5),
                               days(7),     days(14), days(30), days(90), days(365)};
constexpr std::array wide = {hours(1), hours(4), hours(12), days(1),  days(3),
                             days(7),  days(14), days(30),  days(90), days(365)};
constexpr std::array wider = {hours(1), hours(4), days(1), days(7), days(30), days(365)};
constexpr std::array widest = {hours(1), days(1), days(30), days(365)};

/// 0, the last time not after the first one to show, and all up to the first not before the last one to show.
std::vector<Seconds> ticks_among(std::span<const Seconds> times, Seconds first, Seconds last) {
  auto from = std::ranges::upper_bound(times, first);
  if (from != times.begin()) --from;
  const auto until = std::ranges::lower_bound(times, last);
  std::vector<Seconds> ticks = {Seconds{0}};
  for (auto time = from; time < until; ++time) ticks.push_back(*time);
  if (last > Seconds{0}) ticks.push_back(until == times.end() ? last : *until);
  return ticks;
}

}  // namespace

TimeAxis::TimeAxis(const std::vector<Seconds>& times, std::size_t width, const Language& language) {
  Seconds first{0};
  Seconds last{0};
  for (const Seconds time : times) {
    last = std::max(last, time);
    if (time > Seconds{0} && (first == Seconds{0} || time < first)) first = time;
  }
  for (const std::span<const Seconds> choice :
       {std::span<const Seconds>{closest}, std::span<const Seconds>{closer},
        std::span<const Seconds>{wide}, std::span<const Seconds>{wider},
        std::span<const Seconds>{widest}, std::span<const Seconds>{}}) {
    ticks_ = ticks_among(choice, first, last);
    labels_.clear();
    std::size_t label = 0;
    for (const Seconds tick : ticks_) {
      labels_.push_back(tick == Seconds{0} ? "0" : language.short_length({tick.count()}));
      label = std::max(label, display_width(labels_.back()));
    }
    stretch_ = std::max<std::size_t>(1, width / ticks_.size());
    if (stretch_ > label) return;
  }
}

std::size_t TimeAxis::column(Seconds time) const {
  const auto next = std::ranges::upper_bound(ticks_, time);
  const auto tick = static_cast<std::size_t>(next - ticks_.begin()) - 1;
  if (next == ticks_.end()) return tick * stretch_;
  const auto within = (time - ticks_[tick]).count() * static_cast<std::int64_t>(stretch_) /
                      (*next - ticks_[tick]).count();
  return tick * stretch_ + static_cast<std::size_t>(within);
}

std::string TimeAxis::title() const {
  std::string title;
  for (std::size_t i = 0; i < ticks_.size(); ++i) {
    title.append(i * stretch_ - std::min(i * stretch_, display_width(title)), ' ');
    title += labels_[i];
  }
  return title;
}

}  // namespace bcp::cli
