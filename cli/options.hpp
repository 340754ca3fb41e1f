// Which options do commands share?
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "source/text.hpp"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace bcp::cli {

/// Options of every command. Empty: not given.
struct CommonOptions {
  std::string format;
  std::string language;
  std::string colour;
  std::string output;
  bool is_quiet = false;
  bool is_exit_zero = false;

  /// What was said before the command's name holds unless it is said again behind it.
  void take_missing_from(const CommonOptions& before);
};

/// Options of every command that reads a plan.
struct PlanOptions {
  std::string path;  ///< empty: not given
  std::vector<std::string> overrides;
  std::string threads;
  /// Words of an option that takes all there are; PLAN may be among them by mistake.
  const std::vector<std::string>* words_behind = nullptr;
};

void add_common_options(CLI::App& app, CommonOptions& options);
/// PLAN itself, which the help names first.
void add_plan_operand(CLI::App& app, PlanOptions& options);
void add_plan_options(CLI::App& app, PlanOptions& options);

/// A value, the last one given; or a flag. `value` says in the help what stands there, in the reader's language.
CLI::Option* add_value(CLI::App& app, const std::string& name, std::string& value,
                       const Text& placeholder, const Text& description);
CLI::Option* add_values(CLI::App& app, const std::string& name, std::vector<std::string>& values,
                        const Text& placeholder, const Text& description);
/// Every word up to the next option; PLAN stands before it.
CLI::Option* add_words(CLI::App& app, const std::string& name, std::vector<std::string>& words,
                       const Text& placeholder, const Text& description);
CLI::Option* add_flag(CLI::App& app, const std::string& name, bool& flag, const Text& description);

/// The group of the help in which common options stand.
[[nodiscard]] Text common_group();

/// What is wrong with a value that must be one of some words; an empty one was not given.
[[nodiscard]] std::optional<Text> fault_of_choice(std::string_view option, const std::string& value,
                                                  std::span<const std::string_view> words);

/// What is wrong with the values of common options, for a command that knows these formats.
[[nodiscard]] std::optional<Text> fault_of(const CommonOptions& options,
                                           const std::vector<std::string_view>& formats);

/// `--threads`; none for a value that is no number of threads.
[[nodiscard]] std::optional<unsigned> thread_count(std::string_view text);

}  // namespace bcp::cli
