// Which commands are there?
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "exit_status.hpp"
#include "options.hpp"
#include "source/text.hpp"
#include "streams.hpp"

namespace bcp::cli {

/// A command whose options stand in a parser, waiting for their values.
struct Declared {
  CommonOptions* common = nullptr;
  std::function<ExitStatus(const Streams&)> run;
};

struct Command {
  std::string_view name;
  Text summary;       ///< the question that it answers
  Text falls_short;   ///< what status 1 means; empty: it never ends with 1
  Text cannot_run{};  ///< what status 2 means; empty: as of every command that reads a plan
  std::vector<std::string_view> formats;
  std::array<std::string_view, 2> examples;  ///< after `bcp init plans/town`
  std::string_view asks_for{};  ///< options that may not be left out, as usage shows them
  std::function<Declared(CLI::App&)> declare;
};

/// How a command of the one shape is declared: a struct of options with `common` in it, `add` and `run`.
template <class Options>
std::function<Declared(CLI::App&)> declared_by(void (*add)(CLI::App&, Options&),
                                               ExitStatus (*run)(const Options&, const Streams&)) {
  return [=](CLI::App& app) {
    const auto options = std::make_shared<Options>();
    add(app, *options);
    return Declared{&options->common,
                    [=](const Streams& streams) { return run(*options, streams); }};
  };
}

/// All of them, in the order in which a plan is asked.
[[nodiscard]] const std::vector<Command>& commands();

// Each stands in the file of its name in commands/.
[[nodiscard]] Command bia_command();
[[nodiscard]] Command critical_path_command();
[[nodiscard]] Command explain_command();
[[nodiscard]] Command gap_report_command();
[[nodiscard]] Command impact_command();
[[nodiscard]] Command init_command();
[[nodiscard]] Command validate_command();

}  // namespace bcp::cli
