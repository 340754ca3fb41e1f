#include "options.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <CLI/CLI.hpp>

namespace bcp::cli {

namespace {

constexpr std::array<std::string_view, 2> languages = {"en", "fr"};
constexpr std::array<std::string_view, 3> colours = {"auto", "always", "never"};

void take_missing(std::string& value, const std::string& before) {
  if (value.empty()) value = before;
}

/// Options keep the English sentence; the help says it in the reader's language.
std::string key_of(const Text& text) { return std::string{text.msgid}; }

}  // namespace

void CommonOptions::take_missing_from(const CommonOptions& before) {
  take_missing(format, before.format);
  take_missing(language, before.language);
  take_missing(colour, before.colour);
  take_missing(output, before.output);
  is_quiet |= before.is_quiet;
  is_exit_zero |= before.is_exit_zero;
}

CLI::Option* add_value(CLI::App& app, const std::string& name, std::string& value,
                       const Text& placeholder, const Text& description) {
  return app.add_option(name, value, key_of(description))
      ->type_name(key_of(placeholder))
      ->take_last();
}

CLI::Option* add_values(CLI::App& app, const std::string& name, std::vector<std::string>& values,
                        const Text& placeholder, const Text& description) {
  return app.add_option(name, values, key_of(description))
      ->type_name(key_of(placeholder))
      ->allow_extra_args(false);
}

CLI::Option* add_words(CLI::App& app, const std::string& name, std::vector<std::string>& words,
                       const Text& placeholder, const Text& description) {
  return app.add_option(name, words, key_of(description))
      ->type_name(key_of(placeholder))
      ->expected(0, CLI::detail::expected_max_vector_size);
}

CLI::Option* add_flag(CLI::App& app, const std::string& name, bool& flag, const Text& description) {
  return app.add_flag(name, flag, key_of(description))->disable_flag_override()->take_last();
}

Text common_group() { return tr("Options of every command"); }

void add_common_options(CLI::App& app, CommonOptions& options) {
  const std::array added = {
      add_value(app, "--format", options.format, tr("FORMAT"),
                tr("how the answer is written: {formats}")),
      add_value(
          app, "--lang", options.language, tr("en|fr"),
          tr("language of what is printed (else BCP_LANG, LC_ALL, LC_MESSAGES, LANG, the plan's)")),
      add_value(app, "--color", options.colour, tr("WHEN"),
                tr("colours: auto, always or never (else NO_COLOR, CLICOLOR_FORCE, and whether it "
                   "is a terminal)")),
      add_value(app, "-o,--output", options.output, tr("FILE"),
                tr("write the answer to a file, whole or not at all")),
      add_flag(app, "-q,--quiet", options.is_quiet, tr("only the line that matters")),
      add_flag(app, "--exit-zero", options.is_exit_zero, tr("end with 0 instead of 1")),
  };
  for (CLI::Option* option : added) option->group(key_of(common_group()));
}

void add_plan_operand(CLI::App& app, PlanOptions& options) {
  add_value(app, "PLAN", options.path, {},
            tr("a plan's file, a folder with its bcp.yaml, or - for standard input (default: "
               "./bcp.yaml)"));
}

void add_plan_options(CLI::App& app, PlanOptions& options) {
  add_values(
      app, "--set", options.overrides, tr("PATH=VALUE"),
      tr("override a value of the plan, as in --set plan.start=2020-03-15T08:00; may be repeated"));
  add_value(app, "--threads", options.threads, tr("N"),
            tr("at most so many threads (default: all cores)"));
}

std::optional<unsigned> thread_count(std::string_view text) {
  unsigned count = 0;
  if (text.empty()) return count;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc{} || end != text.data() + text.size() || count == 0 || count > 1024)
    return std::nullopt;
  return count;
}

std::optional<Text> fault_of_choice(std::string_view option, const std::string& value,
                                    std::span<const std::string_view> words) {
  if (value.empty() || std::ranges::find(words, value) != words.end()) return std::nullopt;
  return tr("`{option}` is one of {words}, not `{value}`",
            {{"option", std::string{option}},
             {"words", Names{words.begin(), words.end()}},
             {"value", value}});
}

std::optional<Text> fault_of(const CommonOptions& options,
                             const std::vector<std::string_view>& formats) {
  if (auto fault = fault_of_choice("--format", options.format, formats)) return fault;
  if (auto fault = fault_of_choice("--lang", options.language, languages)) return fault;
  return fault_of_choice("--color", options.colour, colours);
}

}  // namespace bcp::cli
