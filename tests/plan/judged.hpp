// What does a check of meaning find in a plan?
#pragma once

#include <string>
#include <string_view>

#include "plan/plan_of.hpp"

namespace bcp::test {

/// What `check(plan, found)` finds in a plan without faults of form: each code with what it underlines, second places
/// behind: `BCP2001 2d (1d)`. Empty: all is well.
template <class Check>
std::string judged_by(Check check, std::string_view yaml) {
  LoadedPlan plan = loaded(yaml);
  CAPTURE(yaml);
  REQUIRE(findings(plan) == "");
  Diagnostics found;
  check(*plan.plan, found);
  found.sort();
  std::string text;
  for (const Diagnostic& finding : found.all()) {
    text +=
        (text.empty() ? "" : "; ") + code_text(finding.code) + ' ' + underlined(plan, finding.at);
    std::string others;
    for (const Label& label : finding.also)
      others += (others.empty() ? " (" : ", ") + underlined(plan, label.at);
    if (!others.empty()) text += others + ')';
  }
  return text;
}

}  // namespace bcp::test
