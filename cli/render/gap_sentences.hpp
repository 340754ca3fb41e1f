// What is the one thing to say about a gap report?
#pragma once

#include <string>

#include "render/language.hpp"
#include "supply/gap_report.hpp"

namespace bcp::cli {

struct GapHeadline {
  std::string minimum;   ///< what the minimum lacks, and which services stay below it
  std::string everyone;  ///< what is missing for everyone to work; empty: nothing
  std::string
      outlook;  ///< when the services that stay below it reach their minimum; empty: some never do, or none is
};

/// Sentences for people, escaped, to be read aloud.
[[nodiscard]] GapHeadline gap_headline(const GapReport& report, const Plan& plan,
                                       const Language& language);

}  // namespace bcp::cli
