// Which plan does a text make, or what is found wrong with it?
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "plan/instants.hpp"
#include "plan/load.hpp"
#include "source/file_access.hpp"

namespace bcp::test {

/// Stands before texts that do not begin with `bcp:`; their instants count from Saturday 14 March 2020, 08:00 UTC.
inline constexpr std::string_view head =
    "bcp: 1\nplan: {name: Test, timezone: UTC, start: 2020-03-14T08:00, milestones: {monday: "
    "+48h}}\n";

inline std::string whole(std::string_view yaml) {
  return std::string{yaml.find("bcp:") == std::string_view::npos ? head : ""} + std::string{yaml};
}

/// The plan whose files these are, whatever was found.
inline LoadedPlan loaded(std::vector<MemoryFile> files, const LoadOptions& options = {}) {
  auto plan = load_plan("bcp.yaml", memory_files(std::move(files)), options);
  REQUIRE(plan.has_value());
  return std::move(*plan);
}

inline LoadedPlan loaded(std::string_view yaml, const LoadOptions& options = {}) {
  return loaded({{"bcp.yaml", whole(yaml)}}, options);
}

/// The text that a place underlines.
inline std::string underlined(const LoadedPlan& plan, Span span) {
  return plan.text->files[span.file].text.substr(span.begin, span.end - span.begin);
}

/// The codes of the findings in order, each with what it underlines: `BCP1301 databse; BCP1202 plan`.
/// Empty: all is well.
inline std::string findings(const LoadedPlan& plan) {
  std::string text;
  for (const Diagnostic& finding : plan.found.all()) {
    text +=
        (text.empty() ? "" : "; ") + code_text(finding.code) + ' ' + underlined(plan, finding.at);
  }
  return text;
}

inline std::string findings_of(std::string_view yaml) { return findings(loaded(yaml)); }
inline std::string findings_of(std::vector<MemoryFile> files) {
  return findings(loaded(std::move(files)));
}

/// A plan without findings; anything else fails the test.
inline Plan plan_of(std::string_view yaml, const LoadOptions& options = {}) {
  LoadedPlan plan = loaded(yaml, options);
  CAPTURE(yaml);
  REQUIRE(findings(plan) == "");
  return std::move(*plan.plan);
}

/// An instant as a plan may write it: `+36h`, `2020-03-16T10:00`, `monday`.
inline Instant instant_of(const Plan& plan, std::string_view text) {
  return instant_in(plan, text).value();
}

}  // namespace bcp::test
