#include "graph/findings/tolerances.hpp"

#include <doctest/doctest.h>

#include "plan/judged.hpp"

namespace bcp {
namespace {

using namespace test;

std::string rtos(std::string_view yaml) { return judged_by(find_rtos_above_mtpd, yaml); }
std::string impacts(std::string_view yaml) { return judged_by(find_mtpds_past_intolerable, yaml); }
std::string workarounds(std::string_view yaml) {
  return judged_by(find_workarounds_below_mbco, yaml);
}

/// A plan with this impact scale and these services.
std::string scaled(std::string_view scale, std::string_view services) {
  return "bcp: 1\nplan: {name: Test, timezone: UTC, start: 2020-03-14T08:00, impact_scale: " +
         std::string{scale} + "}\nservices: " + std::string{services};
}

constexpr std::string_view scale = "{levels: [minor, severe, fatal], intolerable: severe}";

TEST_CASE("an RTO above the MTPD is a fault at the RTO, with the MTPD as its second place") {
  CHECK(rtos("services: {payments: {rto: 49h, mtpd: 2d}}") == "BCP2001 49h (2d)");
  CHECK(rtos("services: {payments: {rto: 48h, mtpd: 2d}}") == "");
  CHECK(rtos("services: {payments: {rto: 49h}, letters: {mtpd: 1h}}") == "");
}

TEST_CASE("the MTPD may lie on the first intolerable impact of any category, not past it") {
  CHECK(impacts(scaled(scale, "{a: {mtpd: 3d, impact: {money: {4h: minor, 3d: severe}}}}")) == "");
  CHECK(impacts(scaled(scale, "{a: {mtpd: 3d1s, impact: {money: {4h: minor, 3d: severe}}}}")) ==
        "BCP2002 3d1s (severe)");
  CHECK(
      impacts(scaled(scale, "{a: {mtpd: 3d, impact: {money: {3d: severe}, law: {2d: fatal}}}}")) ==
      "BCP2002 3d (fatal)");
}

TEST_CASE("what is milder than intolerable sets no limit, nor does a scale that names no limit") {
  CHECK(impacts(scaled(scale, "{a: {mtpd: 9d, impact: {money: {1h: minor}}}}")) == "");
  CHECK(impacts(scaled("{levels: [minor, severe]}",
                       "{a: {mtpd: 9d, impact: {money: {1h: severe}}}}")) == "");
  CHECK(impacts("services: {a: {mtpd: 9d, impact: {money: {1h: severe}}}}") == "");
  CHECK(impacts(scaled(scale, "{a: {impact: {money: {1h: severe}}}}")) == "");
}

TEST_CASE("a level that returns later is pointed at where it begins") {
  CHECK(impacts(scaled(scale,
                       "{a: {mtpd: 9d, impact: {money: {5d: fatal, 2d: severe, 1h: minor}}}}")) ==
        "BCP2002 9d (severe)");
}

TEST_CASE("a workaround below the MBCO covers nothing; on it, it does") {
  CHECK(workarounds("services: {a: {mbco: 60%, workarounds: {paper: {level: 59.9%}}}}") ==
        "BCP2004 59.9% (60%)");
  CHECK(workarounds("services: {a: {mbco: 60%, workarounds: {paper: {level: 0.6}}}}") == "");
  CHECK(workarounds("services: {a: {workarounds: {paper: {level: 90%}}}}") == "BCP2004 90% (a)");
  CHECK(workarounds("services: {a: {mbco: 0%, workarounds: {paper: {level: 0%}}}}") == "");
}

}  // namespace
}  // namespace bcp
