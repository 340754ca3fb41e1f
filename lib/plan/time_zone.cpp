#include "plan/time_zone.hpp"

#include <algorithm>

#include <cctz/civil_time.h>
#include <cctz/time_zone.h>
#include <fmt/format.h>

namespace bcp {

namespace {

/// Whether a name has the form of those in the IANA database: `Europe/Paris`, `Etc/GMT+1`, `America/Port-au-Prince`.
/// What the folder holds besides (other countings of seconds, the machine's own zone), and all paths, are refused.
bool is_zone_name(std::string_view name) {
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  char before = '/';
  for (const char c : name) {
    const bool is_inner = (c >= '0' && c <= '9') || c == '_' || c == '+' || c == '-' || c == '/';
    if (!is_letter(c) && (before == '/' || !is_inner)) return false;
    before = c;
  }
  return before != '/' && !name.starts_with("posix") && !name.starts_with("right/") &&
         name != "localtime";
}

/// A chain of long recoveries ends beyond the year 32767, at which the standard library's calendar does.
cctz::civil_second civil_time(std::chrono::local_seconds wall_clock) {
  return cctz::civil_second{1970, 1, 1, 0, 0, 0} + wall_clock.time_since_epoch().count();
}

}  // namespace

struct TimeZone::Rules {
  cctz::time_zone zone;
};

std::optional<TimeZone> TimeZone::named(std::string_view name) {
  TimeZone result;
  if (name == "UTC") return result;
  Rules rules;
  if (!is_zone_name(name) || !cctz::load_time_zone(std::string{name}, &rules.zone))
    return std::nullopt;
  result.rules_ = std::make_shared<const Rules>(rules);
  return result;
}

Instant TimeZone::to_instant(std::chrono::local_seconds wall_clock) const {
  if (rules_ == nullptr) return Instant{wall_clock.time_since_epoch()};
  return cctz::convert(civil_time(wall_clock), rules_->zone);
}

std::chrono::local_seconds TimeZone::to_wall_clock(Instant instant) const {
  return std::chrono::local_seconds{instant.time_since_epoch() + offset(instant)};
}

Seconds TimeZone::offset(Instant instant) const {
  return Seconds{rules_ == nullptr ? 0 : rules_->zone.lookup(instant).offset};
}

WallTime wall_time(Instant instant, const TimeZone& zone) {
  return {zone.to_wall_clock(instant).time_since_epoch().count()};
}

std::int64_t year_of(std::chrono::local_seconds wall_clock) {
  return civil_time(wall_clock).year();
}

std::string iso_8601(Instant instant, const TimeZone& zone) {
  const Seconds real_offset = zone.offset(instant);
  const Seconds offset = real_offset.count() % 60 == 0 ? real_offset : Seconds{0};
  const cctz::civil_second time =
      civil_time(std::chrono::local_seconds{instant.time_since_epoch() + offset});
  const auto minutes = std::chrono::abs(offset).count() / 60;
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}{:02}:{:02}", time.year(), time.month(),
                     time.day(), time.hour(), time.minute(), time.second(),
                     offset < Seconds{0} ? '-' : '+', minutes / 60, minutes % 60);
}

}  // namespace bcp
