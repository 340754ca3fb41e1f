// What of the world does a run of the program see?
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <system_error>

#include <tl/expected.hpp>

#include "source/file_access.hpp"

namespace bcp::cli {

/// How files come to be. A file is written whole or not at all.
struct FileOutput {
  using Write = std::function<std::error_code(const std::string& path, std::string_view text)>;
  Write replace;  ///< makes the file, or takes the place of the one that is there
  Write create;   ///< makes the file; an error if anything is there
  Write append;   ///< adds to the end of the file, in one piece, and makes it if it is missing
  std::function<std::error_code(const std::string& path)> remove;
  std::function<std::error_code(const std::string& path)>
      make_folders;  ///< of the path, all that are missing
};

/// A run reads and writes through these alone; tests give it texts in memory.
struct Streams {
  /// Writes everything or says why not; a reader that left early is no error.
  std::function<std::error_code(std::string_view)> write_out;
  std::function<std::error_code(std::string_view)> write_err;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  int width = 80;  ///< columns of the terminal

  std::function<tl::expected<std::string, FileProblem>()> read_in;  ///< all of standard input
  std::function<std::string(const std::string& name)> environment;  ///< empty: not set

  FileAccess files;
  FileOutput output;
};

}  // namespace bcp::cli
