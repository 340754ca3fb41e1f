#include "plan/time_zone.hpp"

#include <ostream>

#include <doctest/doctest.h>

#include "plan/grammar.hpp"

namespace bcp {
namespace {

using namespace std::chrono_literals;

std::chrono::local_seconds wall_clock(std::string_view text) {
  return std::get<grammar::LocalTime>(grammar::instant(text).value()).time;
}

Instant utc(std::string_view text) { return Instant{wall_clock(text).time_since_epoch()}; }

TimeZone zone(std::string_view name) { return TimeZone::named(name).value(); }

TEST_CASE("a wall-clock time is an instant by the zone's offset of that day") {
  struct Row {
    std::string_view zone, wall_clock, utc;
  };
  for (const Row& row : {Row{"UTC", "2020-03-16T10:00", "2020-03-16T10:00"},
                         Row{"Etc/UTC", "2020-03-16T10:00", "2020-03-16T10:00"},
                         Row{"Europe/Paris", "2020-03-16T10:00", "2020-03-16T09:00"},
                         Row{"Europe/Paris", "2020-07-14T10:00", "2020-07-14T08:00"},
                         Row{"America/New_York", "2020-03-16T10:00", "2020-03-16T14:00"},
                         Row{"Asia/Kathmandu", "2020-03-16T10:00", "2020-03-16T04:15"},
                         Row{"Etc/GMT+5", "2020-03-16T10:00", "2020-03-16T15:00"},
                         Row{"Pacific/Kiritimati", "2020-03-16T10:00", "2020-03-15T20:00"}}) {
    CAPTURE(row.zone);
    CAPTURE(row.wall_clock);
    CHECK(zone(row.zone).to_instant(wall_clock(row.wall_clock)) == utc(row.utc));
    CHECK(zone(row.zone).to_wall_clock(utc(row.utc)) == wall_clock(row.wall_clock));
    CHECK(zone(row.zone).offset(utc(row.utc)) == wall_clock(row.wall_clock) - wall_clock(row.utc));
  }
}

TEST_CASE("daylight saving goes on in years that the database does not list") {
  for (const std::string_view year : {"2037", "2038", "2040", "2399", "2438", "3000", "9999"}) {
    CAPTURE(year);
    const std::string summer = std::string{year} + "-07-01T10:00";
    const std::string winter = std::string{year} + "-01-15T10:00";
    CHECK(utc(summer) - zone("Europe/Paris").to_instant(wall_clock(summer)) == 2h);
    CHECK(utc(winter) - zone("Europe/Paris").to_instant(wall_clock(winter)) == 1h);
  }
}

TEST_CASE("a wall-clock time that the change skips is the moment of the change") {
  for (const std::string_view skipped :
       {"2020-03-29T02:00", "2020-03-29T02:30", "2020-03-29T02:59:59"}) {
    CAPTURE(skipped);
    CHECK(zone("Europe/Paris").to_instant(wall_clock(skipped)) == utc("2020-03-29T01:00"));
  }
  // A whole day that the calendar of Samoa left out.
  CHECK(zone("Pacific/Apia").to_instant(wall_clock("2011-12-30T12:00")) == utc("2011-12-30T10:00"));
}

TEST_CASE("a wall-clock time that occurs twice is the first") {
  const TimeZone paris = zone("Europe/Paris");
  CHECK(paris.to_instant(wall_clock("2020-10-25T01:59:59")) == utc("2020-10-24T23:59:59"));
  CHECK(paris.to_instant(wall_clock("2020-10-25T02:00")) == utc("2020-10-25T00:00"));
  CHECK(paris.to_instant(wall_clock("2020-10-25T02:59:59")) == utc("2020-10-25T00:59:59"));
  CHECK(paris.to_instant(wall_clock("2020-10-25T03:00")) == utc("2020-10-25T02:00"));
}

TEST_CASE("an instant is the first at which the clocks have reached its wall-clock time") {
  for (const std::string_view name :
       {"Europe/Paris", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Gaza"}) {
    const TimeZone somewhere = zone(name);
    Instant before{};
    for (auto time = wall_clock("2010-01-01T00:00"); time < wall_clock("2012-01-01T00:00");
         time += 10min) {
      const Instant instant = somewhere.to_instant(time);
      const bool is_first = before <= instant && time <= somewhere.to_wall_clock(instant) &&
                            somewhere.to_wall_clock(instant - 1s) < time;
      if (!is_first) {
        CAPTURE(name);
        CAPTURE(time.time_since_epoch().count());
        CHECK(is_first);
      }
      before = instant;
    }
  }
}

TEST_CASE("only exact names of the IANA database are zones") {
  for (const std::string_view name :
       {"UTC", "Etc/GMT", "GMT", "Europe/Paris", "America/Argentina/Buenos_Aires",
        "America/Port-au-Prince", "Etc/GMT+1", "CET", "EST5EDT"}) {
    CAPTURE(name);
    CHECK(TimeZone::named(name).has_value());
  }
  for (const std::string_view name : {"",
                                      "Paris",
                                      "europe/paris",
                                      "Europe",
                                      "Europe/",
                                      "/Europe/Paris",
                                      "Europe//Paris",
                                      "Europe/Paris ",
                                      "Europe/../Europe/Paris",
                                      "../zoneinfo/Europe/Paris",
                                      "/usr/share/zoneinfo/Europe/Paris",
                                      "localtime",
                                      "posix/Europe/Paris",
                                      "posixrules",
                                      "right/Europe/Paris",
                                      "zone.tab",
                                      "tzdata.zi",
                                      "leapseconds",
                                      "+01:00",
                                      "UTC+1",
                                      "Fixed/UTC+01:00:00",
                                      "file:Europe/Paris",
                                      ":Europe/Paris",
                                      "CET-1CEST",
                                      "utc"}) {
    CAPTURE(name);
    CHECK_FALSE(TimeZone::named(name).has_value());
  }
}

TEST_CASE("an instant is written as ISO 8601 with the zone's offset") {
  struct Row {
    std::string_view zone, utc, written;
  };
  for (const Row& row :
       {Row{"Europe/Paris", "2020-03-16T09:00", "2020-03-16T10:00:00+01:00"},
        Row{"Europe/Paris", "2020-03-29T00:59:59", "2020-03-29T01:59:59+01:00"},
        Row{"Europe/Paris", "2020-03-29T01:00", "2020-03-29T03:00:00+02:00"},
        Row{"Europe/Paris", "2020-10-25T00:30", "2020-10-25T02:30:00+02:00"},
        Row{"Europe/Paris", "2020-10-25T01:30", "2020-10-25T02:30:00+01:00"},
        Row{"UTC", "2020-03-16T09:00:07", "2020-03-16T09:00:07+00:00"},
        Row{"America/St_Johns", "2020-01-01T00:00", "2019-12-31T20:30:00-03:30"},
        Row{"America/New_York", "0001-01-01T12:00", "0001-01-01T12:00:00+00:00"}}) {
    CAPTURE(row.zone);
    CHECK(iso_8601(utc(row.utc), zone(row.zone)) == row.written);
  }
}

TEST_CASE("years go on behind those that the standard library's calendar holds") {
  const Instant far = utc("2020-03-14T08:00") + std::chrono::days{5 * 3'652'425};
  CHECK(iso_8601(far, zone("UTC")) == "52020-03-14T08:00:00+00:00");
  CHECK(iso_8601(far, zone("Europe/Paris")) == "52020-03-14T09:00:00+01:00");
  CHECK(year_of(zone("UTC").to_wall_clock(far)) == 52020);
  const auto wall_clock = zone("Europe/Paris").to_wall_clock(far);
  CHECK(zone("Europe/Paris").to_instant(wall_clock) == far);
}

}  // namespace
}  // namespace bcp
