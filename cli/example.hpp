// Which plan shows a finding, what does the program say of it, and which lines mend it?
#pragma once

#include <string>
#include <vector>

#include "render/language.hpp"
#include "render/style.hpp"
#include "source/diagnostic.hpp"

namespace bcp::cli {

struct Example {
  std::string plan;     ///< as its author wrote it: any bytes
  std::string command;  ///< that shows the finding
  std::string output;   ///< of the command, in the language and the style asked for
  std::string mended;   ///< the plan that has the finding no more
};

/// The example of tests/codes for a code, asked now: what is shown can never be out of date.
[[nodiscard]] Example example_of(Code code, const Language& language, const Style& style);

/// The lines, without their ends, in which two texts differ: what stands between their common beginning and end.
struct ChangedLines {
  std::vector<std::string> before;
  std::vector<std::string> after;
};
[[nodiscard]] ChangedLines changed_lines(const std::string& before, const std::string& after);

}  // namespace bcp::cli
