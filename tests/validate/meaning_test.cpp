#include "validate/meaning.hpp"

#include <doctest/doctest.h>

#include "plan/judged.hpp"

namespace bcp {
namespace {

using namespace test;

std::string faults_of(std::string_view yaml, const MeaningOptions& options = {}) {
  return judged_by(
      [&](const Plan& plan, Diagnostics& found) { find_faults_of_meaning(plan, options, found); },
      yaml);
}

TEST_CASE("a plan without contradictions has no faults of meaning") {
  CHECK(faults_of("services: {payments: {rto: 1d, mtpd: 3d}}") == "");
}

TEST_CASE("faults of several folders show in one run") {
  CHECK(
      faults_of("services:\n"
                "  payments: {rto: 4d, mtpd: 3d, mbco: 60%, workarounds: {paper: {level: 50%}}}") ==
      "BCP2001 4d (3d); BCP2004 50% (60%)");
}

TEST_CASE("a plan with faults of meaning is a plan all the same") {
  CHECK(loaded("services: {payments: {rto: 4d, mtpd: 3d}}").plan.has_value());
}

}  // namespace
}  // namespace bcp
