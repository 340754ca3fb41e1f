// What does `validate --fix` do to the files of a plan?
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "plan_input.hpp"
#include "reply.hpp"

namespace bcp::cli {

/// A word that was replaced, at its place in the file as it was before.
struct MendedWord {
  std::string file;
  Position at;
  std::string from;
  std::string to;
};

struct MendedPlan {
  LoadedPlan loaded;  ///< as it is now, with its findings
  std::vector<MendedWord> words;
};

/// Makes the certain fixes that findings of form offer, and those that show once they are made; reads the plan again.
/// Each file is written whole or not at all. Says on the way what it changed, and in the end what it left and why.
/// `loaded` is the plan of these options as it stands in its files.
[[nodiscard]] tl::expected<MendedPlan, Failure> mend_plan(const PlanOptions& options,
                                                          LoadedPlan loaded, Reply& reply);

}  // namespace bcp::cli
