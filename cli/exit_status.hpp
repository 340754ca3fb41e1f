// What does the program tell a script?
#pragma once

namespace bcp::cli {

enum class ExitStatus : int {
  ok = 0,
  falls_short = 1,  ///< the plan was understood and falls short
  cannot_run = 2,   ///< usage, an unreadable file, a finding of form
};

}  // namespace bcp::cli
