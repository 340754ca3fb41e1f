#include "commands.hpp"

namespace bcp::cli {

const std::vector<Command>& commands() {
  static const std::vector<Command> list = {
      explain_command(),
      critical_path_command(),
      gap_report_command(),
      init_command(),
      validate_command(),
  };
  return list;
}

}  // namespace bcp::cli
