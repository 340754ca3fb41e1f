// What do the words on the command line ask for?
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "commands.hpp"
#include "reply.hpp"

namespace bcp::cli {

struct Request {
  enum class Kind { run, help, short_help, version };
  Kind kind = Kind::run;
  const Command* command = nullptr;  ///< of `run`; of `help` the one asked about, if any
  std::shared_ptr<CLI::App> app;     ///< the options: of the command, else of the program
  Declared declared;                 ///< of `run`
};

/// Words that cannot be understood.
struct UsageError {
  Failure failure;
  const Command* command = nullptr;  ///< as far as one was recognised
};

/// What `--format`, `--lang` and `--color` say wherever they stand, looked at before anything can fail.
[[nodiscard]] CommonOptions first_look(const std::vector<std::string>& words);

[[nodiscard]] tl::expected<Request, UsageError> read_command_line(
    const std::vector<std::string>& words);

}  // namespace bcp::cli
