#include "commands.hpp"

namespace bcp::cli {

const std::vector<Command>& commands() {
  // One a line, so that a new one is a line of its own.
  // clang-format off
  static const std::vector<Command> list = {
      gap_report_command(),
      critical_path_command(),
      impact_command(),
      bia_command(),
      validate_command(),
      explain_command(),
      init_command(),
  };
  // clang-format on
  return list;
}

}  // namespace bcp::cli
