#include "supply/service_levels.hpp"

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using namespace std::chrono_literals;
using test::instant_of;
using test::plan_of;

/// Level, verdict and when the minimum is reached of service `s`, which is up from an hour on, beside 4 people `g`, for two
/// of whom there is a laptop from the start, for another from +5h: `1/2 late @5h`.
std::string judged(std::string_view service, std::optional<Seconds> up = 0s,
                   std::optional<std::string_view> at = std::nullopt) {
  const Plan plan = plan_of(
      "resource_types: {laptop: {}}\nprofiles: {home: {needs: {laptop: 1}}}\nstaff: {g: "
      "{headcount: 4, profile: "
      "home}}\nequipment: {p: {type: laptop, count: 2}, q: {type: laptop, count: 1, lead_time: "
      "5h}}\nservices: {s: {" +
      std::string{service} + "}}");
  UpTimes times(plan.nodes.size(), 0s);
  const Presence presence{plan, {}};
  const auto sources = stock(plan, presence, times).sources;
  times[plan.services[0].node.value] = up;
  std::optional<Instant> instant;
  if (at) instant = instant_of(plan, *at);
  const ServiceLevel level =
      service_levels(plan, allotment(plan, presence, sources, instant), times, instant).at(0);
  std::string text = level.level.str() + ' ' +
                     std::string{level.verdict == Verdict::ok     ? "ok"
                                 : level.verdict == Verdict::late ? "late"
                                                                  : "breach"};
  text += level.minimum_at ? " @" + std::to_string((*level.minimum_at - plan.start) / 1h) + 'h'
                           : " never";
  return text + (level.is_down ? " down" : "");
}

TEST_CASE("the level is the share of people equipped, the verdict by when the minimum is reached") {
  CHECK(judged("rto: 1h, mbco: 50%, staff: {g: 4}") == "1/2 ok @1h");
  CHECK(judged("rto: 1h, mtpd: 5h, mbco: 75%, staff: {g: 4}") == "1/2 late @5h");
  CHECK(judged("rto: 1h, mtpd: 4h, mbco: 75%, staff: {g: 4}") == "1/2 breach @5h");
  CHECK(judged("rto: 1h, mbco: 75%, staff: {g: 4}") == "1/2 late @5h");
  CHECK(judged("rto: 1h, staff: {g: 4}") == "1/2 breach never");
  CHECK(judged("mtpd: 5h, mbco: 75%, staff: {g: 4}") == "3/4 ok @5h");
}

TEST_CASE("a service that needs nobody is whole once it is up") {
  CHECK(judged("rto: 2h") == "1 ok @2h");
  CHECK(judged("rto: 2h", 3h) == "0 late @3h down");
  CHECK(judged("rto: 2h, mtpd: 3h", 4h) == "0 breach @4h down");
  CHECK(judged("rto: 2h", std::nullopt) == "0 breach never down");
}

TEST_CASE("without a deadline it is never late, unless an instant is asked for") {
  CHECK(judged("staff: {g: 4}") == "3/4 ok never");
  CHECK(judged("mbco: 75%, staff: {g: 4}") == "3/4 ok @5h");
  CHECK(judged("mbco: 75%, staff: {g: 4}", 0s, "+1h") == "1/2 late never");
  CHECK(judged("mbco: 75%, staff: {g: 4}", 0s, "+5h") == "3/4 ok @5h");
  CHECK(judged("rto: 1h, mtpd: 2h, mbco: 75%, staff: {g: 4}", 0s, "+1h") == "1/2 late never");
}

TEST_CASE(
    "down it reads the level of its best workaround, and is in time if one covers it for good") {
  CHECK(judged("rto: 2h, mbco: 50%, staff: {g: 4}, workarounds: {w: {level: 60%}}", 9h) ==
        "3/5 ok @2h");
  CHECK(judged("rto: 2h, mbco: 50%, staff: {g: 4}, workarounds: {w: {level: 60%, lasts: 4h}}",
               9h) == "3/5 late @9h");
  CHECK(judged("rto: 2h, mbco: 50%, staff: {g: 4}, workarounds: {w: {level: 40%}}", 9h) ==
        "2/5 late @9h down");
  CHECK(judged("rto: 2h, mbco: 0%, staff: {g: 4}", 9h) == "0 late @9h down");
}

TEST_CASE("before the start nothing else is down than at it") {
  CHECK(judged("rto: 2h", 0s, "2020-03-14T03:00") == "1 ok @-5h");
  CHECK(judged("rto: 2h", 3h, "2020-03-14T03:00") == "0 late never down");
}

TEST_CASE("a service that has not begun by the instant asked for wants nobody") {
  CHECK(judged("from: +3h, rto: 1h, staff: {g: 4}", 0s, "+1h") == "1 ok @1h");
}

}  // namespace
}  // namespace bcp
