// Why has a command no answer?
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "plan/load.hpp"
#include "source/text.hpp"

namespace bcp::cli {

struct Failure {
  std::string_view code;  ///< for scripts: `usage`, `unreadable`, `form`, `output`, `internal`
  Text message;
  Text help{};                               ///< what to do about it; may be empty
  std::shared_ptr<const LoadedPlan> plan{};  ///< whose findings are the reason
};

/// Words of the command line that cannot be understood.
[[nodiscard]] Failure usage_failure(Text message, Text help = {});

/// `did you mean …?`, or `otherwise` where no candidate is near.
[[nodiscard]] Text did_you_mean(std::string_view word, std::span<const std::string_view> candidates,
                                Text otherwise = {});

}  // namespace bcp::cli
