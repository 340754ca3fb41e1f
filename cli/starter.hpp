// Which plan does `bcp init` begin with?
#pragma once

#include <span>
#include <string_view>

namespace bcp::cli {

struct StarterFile {
  std::string_view path;  ///< relative to the plan's folder
  std::string_view text;
};

/// The files of plans/starter, as they were when the program was built, in the order of their paths.
[[nodiscard]] std::span<const StarterFile> starter_files();

}  // namespace bcp::cli
