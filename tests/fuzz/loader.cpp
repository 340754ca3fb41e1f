// Does loading stand whatever plan it is given?
#include "fuzz/loading.hpp"

namespace bcp::fuzz {

void loader(std::string_view bytes) {
  const FileAccess files = files_with(std::string{bytes});
  const auto alone = load_plan("bcp.yaml", files, {.threads = 1});
  demand(alone.has_value());
  check_loading(*alone);
}

}  // namespace bcp::fuzz
