#include "people/findings/tags.hpp"

#include <string>

#include <doctest/doctest.h>

#include "plan/judged.hpp"

namespace bcp {
namespace {

using namespace test;

TEST_CASE("a rule for a tag that nothing carries is a finding at that tag") {
  const std::string sites = "sites: {hall: {tags: [release]}}\n";
  CHECK(judged_by(find_unknown_tags,
                  sites + "policies: {p: {applies_to: [sites, \"tag:release\"]}}") == "");
  CHECK(judged_by(find_unknown_tags,
                  sites + "policies: {p: {applies_to: [sites, \"tag:relase\"]}}") ==
        "BCP2607 \"tag:relase\"");
  CHECK(judged_by(find_unknown_tags,
                  sites + "freezes: {f: {from: +1h, until: +2h, applies_to: [tag:web]}}") ==
        "BCP2607 tag:web");
  CHECK(findings_of("policies: {p: {applies_to: [\"tag: web\", \"tag:\"]}}") ==
        "BCP1221 \"tag: web\"; BCP1221 \"tag:\"");
}

}  // namespace
}  // namespace bcp
