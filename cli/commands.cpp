#include "commands.hpp"

namespace bcp::cli {

const std::vector<Command>& commands() {
  // One a line, so that a new one is a line of its own.
  // clang-format off
  static const std::vector<Command> list = {
      bia_command(),
      critical_path_command(),
      explain_command(),
      gap_report_command(),
      impact_command(),
      init_command(),
      validate_command(),
  };
  // clang-format on
  return list;
}

}  // namespace bcp::cli
