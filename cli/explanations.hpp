// What does a code mean, why does it matter, and how is it mended?
#pragma once

#include <vector>

#include "source/diagnostic.hpp"
#include "source/text.hpp"

namespace bcp::cli {

/// Sentences for people; names of the format and what they type stand in backticks.
struct Explanation {
  Text means;
  Text matters;  ///< for continuity
  Text mend;
};

[[nodiscard]] const Explanation& explanation_of(Code code);

/// What the codes with the same first two digits have in common.
struct Area {
  int number = 0;  ///< those two digits
  Text title;
};

/// All of them, by number.
[[nodiscard]] const std::vector<Area>& areas();
[[nodiscard]] const Area& area_of(Code code);

}  // namespace bcp::cli
