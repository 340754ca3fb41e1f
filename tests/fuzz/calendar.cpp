// Do calendars stand whatever hours they are given, and stay in order?
#include "plan/calendar.hpp"

#include <chrono>
#include <optional>
#include <string>

#include "fuzz/loading.hpp"

namespace bcp::fuzz {

namespace {

using namespace std::chrono_literals;

/// Intervals that follow each other without touching, and ends of work that do not come before its begin.
void check_times(const OpenTimes& times, Instant from) {
  Instant at = from;
  for (int i = 0; i < 50; ++i) {
    const auto open = times.next_open(at);
    if (!open) break;
    demand(open->begin >= at && open->begin < open->end);
    demand(i == 0 || open->begin > at);
    at = open->end;
  }
  std::optional<Instant> before = from;
  for (const Seconds work : {0s, 1s, 3600s, 100'000s, 10'000'000s}) {
    const auto end = times.finish(from, work);
    demand(!end || *end - from >= work);
    demand(!end ||
           (before &&
            *end >= *before));  // more work ends no earlier, and never if less of it never does
    before = end;
    const auto begin = times.begin_of_unbroken(from, work);
    demand(!begin || *begin >= from);
  }
}

}  // namespace

/// The first line is the week of a calendar, the second its exceptions, the third its holidays, as in brackets.
void calendar(std::string_view bytes) {
  std::string text{head};
  text += "calendars: {c: {";
  for (const std::string_view key : {"week", "except", "holidays"}) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    if (end > 0) text += std::string{key} + ": " + std::string{bytes.substr(0, end)} + ", ";
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  text += "max_hours: 12h}}\n";
  const auto loaded = load_plan("bcp.yaml", files_with(text), {.threads = 1});
  demand(loaded.has_value());
  check_loading(*loaded);
  if (!loaded->plan) return;
  for (const Calendar& one : loaded->plan->calendars) {
    const OpenTimes times{{&one.hours}, loaded->plan->zone};
    check_times(times, loaded->plan->start);
    check_times(times, loaded->plan->start + std::chrono::days{200});
  }
}

}  // namespace bcp::fuzz
