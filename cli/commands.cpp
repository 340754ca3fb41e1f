#include "commands.hpp"

namespace bcp::cli {

const std::vector<Command>& commands() {
  static const std::vector<Command> list = {
      critical_path_command(),
      explain_command(),
      gap_report_command(),
      init_command(),
      validate_command(),
  };
  return list;
}

}  // namespace bcp::cli
