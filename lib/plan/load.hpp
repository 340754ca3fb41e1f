// How does a folder of YAML become a plan?
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "plan/plan.hpp"
#include "plan/plan_text.hpp"
#include "source/diagnostic.hpp"
#include "source/file_access.hpp"

namespace bcp {

struct LoadOptions {
  std::vector<std::string> overrides;  ///< `PATH=VALUE`, as of `--set`, in order
  unsigned threads = 0;                ///< 0: as many as there are cores; changes no result
};

/// A plan that was read, with all that was found about its form.
struct [[nodiscard]] LoadedPlan {
  std::shared_ptr<const PlanText> text;  ///< the sources, for the places of findings
  std::optional<Plan> plan;              ///< none: a finding of form is an error
  /// With such an error: what could be read. References may be missing in it, and what is missing has its default, so
  /// that it is good only for what two values that both stand there say of each other.
  std::optional<Plan> readable;
  Diagnostics found;  ///< sorted
};

/// Reads the plan at `path`: a file, or a folder with a `bcp.yaml`. The unexpected value says why nothing could be
/// read at all: no such file, no regular file, too large, an override that is no `PATH=VALUE`.
///
/// Every fault of form is a finding; all show in one run. O(length of the text), files in parallel.
[[nodiscard]] tl::expected<LoadedPlan, Text> load_plan(const std::string& path,
                                                       const FileAccess& files,
                                                       const LoadOptions& options = {});

/// The same for a text that stands for the file `name` in the working folder, as standard input does.
[[nodiscard]] tl::expected<LoadedPlan, Text> load_plan_text(std::string text,
                                                            const std::string& name,
                                                            const FileAccess& files,
                                                            const LoadOptions& options = {});

}  // namespace bcp
