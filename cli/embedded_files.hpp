// Which files of the checkout are part of the program?
#pragma once

#include <span>
#include <string_view>

namespace bcp::cli {

struct EmbeddedFile {
  std::string_view path;  ///< relative to its folder
  std::string_view text;
};

/// The plan that `bcp init` begins with: the files of plans/starter, as they were when the program was built, in the
/// order of their paths.
[[nodiscard]] std::span<const EmbeddedFile> starter_files();

/// The plans that `bcp explain` shows: the files of tests/codes, likewise.
[[nodiscard]] std::span<const EmbeddedFile> example_files();

}  // namespace bcp::cli
