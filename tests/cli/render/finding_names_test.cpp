#include "render/finding_names.hpp"

#include <ostream>

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"

using namespace bcp;
using namespace bcp::cli;
using bcp::test::loaded;

namespace {

std::vector<FindingName> names_in(std::string_view yaml) {
  const LoadedPlan plan = loaded(yaml);
  const Language language{"en"};
  return names_of_findings({.all = plan.found.all(), .text = *plan.text, .language = language});
}

}  // namespace

TEST_CASE("a finding keeps its fingerprint when lines shift and keys change places") {
  const auto before = names_in("services:\n  pay: {rto: 4}\n  bill: {rto: 5}\n");
  const auto after = names_in("# new\n\nservices:\n  bill:\n    rto: 5\n  pay: {rto: 4}\n");
  REQUIRE(before.size() == 2);
  REQUIRE(after.size() == 2);
  CHECK(before[0].path == "services.pay.rto");
  CHECK(before[0].fingerprint == after[1].fingerprint);
  CHECK(before[1].fingerprint == after[0].fingerprint);
}

TEST_CASE("findings that are alike are numbered, so that none is taken for another") {
  const auto names = names_in("services:\n  pay: {requires: [gone, gone, lost]}\n");
  REQUIRE(names.size() >= 3);
  std::vector<std::string> fingerprints;
  for (const FindingName& name : names) fingerprints.push_back(name.fingerprint);
  std::ranges::sort(fingerprints);
  CHECK(std::ranges::adjacent_find(fingerprints) == fingerprints.end());
}

TEST_CASE("another code or another key is another fingerprint") {
  const auto names = names_in("services:\n  pay: {rto: 4, mtpd: 4}\n");
  REQUIRE(names.size() == 2);
  CHECK(names[0].fingerprint != names[1].fingerprint);
}

TEST_CASE("paths count from the working folder, where they lie in it") {
  CHECK(path_from_here("./plans/../plans/town/bcp.yaml", "/home/me") == "plans/town/bcp.yaml");
  CHECK(path_from_here("/home/me/plans/bcp.yaml", "/home/me") == "plans/bcp.yaml");
  CHECK(path_from_here("/home/you/bcp.yaml", "/home/me") == "/home/you/bcp.yaml");
  CHECK(path_from_here("<stdin>", "/home/me") == "<stdin>");
}
