#include "command_line.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include <CLI/CLI.hpp>

namespace bcp::cli {

namespace {

using Words = std::vector<std::string>;

struct ProgramOptions {
  CommonOptions common;
  bool is_help = false;
  bool is_version = false;
};

const Command* find_command(std::string_view name) {
  const auto found = std::ranges::find(commands(), name, &Command::name);
  return found == commands().end() ? nullptr : &*found;
}

/// Words that CLI11 would misread: an empty one, and `--option=`, which would take the next word for its value.
std::optional<Failure> fault_before_parsing(const Words& words) {
  for (const std::string& word : words) {
    if (word == "--") break;
    if (word.empty()) {
      return usage_failure(tr("a word of the command line is empty"),
                           tr("a variable in it may have no value"));
    }
    if (word.starts_with("--") && word.find('=') == word.size() - 1) {
      return usage_failure(tr("`{option}` has no value", {{"option", word}}));
    }
  }
  return std::nullopt;
}

/// What CLI11 throws begins with the option's name, of a flag without its dashes.
Failure failure_of(const CLI::ParseError& error, const CLI::App& app) {
  const std::string reason = error.what();
  const std::string word = reason.substr(0, reason.find_first_of(": "));
  for (const std::string& name : {word, "--" + word, "-" + word}) {
    const CLI::Option* option = app.get_option_no_throw(name);
    if (option == nullptr) continue;
    if (option->get_expected_max() == 0)
      return usage_failure(tr("`{option}` takes no value", {{"option", name}}));
    return usage_failure(tr("`{option}` needs a value", {{"option", name}}));
  }
  return usage_failure(tr("the command line cannot be read: {reason}", {{"reason", reason}}));
}

/// Reads the words into the options of `app`; what it does not know stays in `app.remaining()`.
std::optional<Failure> parse(CLI::App& app, Words words) {
  try {
    std::ranges::reverse(words);  // as CLI11 wants them
    app.parse(std::move(words));
    return std::nullopt;
  } catch (const CLI::ParseError& error) {
    return failure_of(error, app);
  }
}

Failure unknown_word(const std::string& word, const CLI::App& app) {
  if (!word.starts_with('-'))
    return usage_failure(tr("`{word}` is one word too many", {{"word", word}}));
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  const std::vector<std::string_view> candidates{names.begin(), names.end()};
  const std::string option = word.starts_with("--") ? word.substr(0, word.find('=')) : word;
  return usage_failure(tr("there is no option `{option}`", {{"option", option}}),
                       did_you_mean(option, candidates, tr("`--help` lists the options")));
}

std::shared_ptr<CLI::App> new_app(const std::string& name, bool& is_help) {
  auto app = std::make_shared<CLI::App>("", name);
  app->set_help_flag();
  app->allow_extras();
  add_flag(*app, "-h,--help", is_help, tr("this help"))->group(std::string{common_group().msgid});
  return app;
}

/// An option of the command's own that stands twice, where only one value counts; or a path where ids are meant.
std::optional<Failure> fault_after_parsing(const CLI::App& app) {
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional() || option->get_expected_max() == 0) continue;
    const std::string name = option->get_name();
    const bool is_single = option->get_multi_option_policy() == CLI::MultiOptionPolicy::TakeLast;
    if (is_single && option->count() > 1 && option->get_group() != common_group().msgid)
      return usage_failure(tr("`{option}` stands twice", {{"option", name}}));
    if (option->get_expected_max() <= 1) continue;
    for (const std::string& word : option->results()) {
      if (word.find('/') == std::string::npos) continue;
      return usage_failure(
          tr("`{option}` takes ids, and `{word}` is a path", {{"option", name}, {"word", word}}),
          tr("PLAN stands before `{option}`", {{"option", name}}));
    }
  }
  return std::nullopt;
}

tl::expected<Request, UsageError> read_command(const Command& command, const Words& words,
                                               const CommonOptions& before) {
  bool is_help = false;
  Request request{
      .command = &command, .app = new_app(std::string{command.name}, is_help), .declared = {}};
  request.declared = command.declare(*request.app);
  const auto failed = parse(*request.app, words);
  if (is_help) {
    request.kind = Request::Kind::help;
    return request;
  }
  if (failed) return tl::unexpected(UsageError{*failed, &command});
  Words rest = request.app->remaining();
  std::erase(rest, "--");  // CLI11 leaves the mark there that only positional words follow
  if (!rest.empty()) {
    return tl::unexpected(UsageError{unknown_word(rest.front(), *request.app), &command});
  }
  if (auto fault = fault_after_parsing(*request.app))
    return tl::unexpected(UsageError{*std::move(fault), &command});
  request.declared.common->take_missing_from(before);
  if (auto fault = fault_of(*request.declared.common, command.formats)) {
    return tl::unexpected(UsageError{usage_failure(*std::move(fault)), &command});
  }
  return request;
}

/// `report` and `valid` are parts of one name each; other words are compared letter by letter.
UsageError unknown_command(const std::string& name) {
  std::vector<std::string_view> names;
  std::ranges::transform(commands(), std::back_inserter(names), &Command::name);
  const auto has_it = [&](std::string_view one) {
    return one.find(name) != std::string_view::npos;
  };
  if (name.size() > 1 && std::ranges::count_if(names, has_it) == 1) {
    const std::string meant{*std::ranges::find_if(names, has_it)};
    return {usage_failure(tr("there is no command `{name}`", {{"name", name}}),
                          tr("did you mean `{word}`?", {{"word", meant}}))};
  }
  return {usage_failure(tr("there is no command `{name}`", {{"name", name}}),
                        did_you_mean(name, names, tr("`bcp` alone lists the commands")))};
}

/// `help COMMAND …` asks what `COMMAND --help …` does, `help help` what `help` does.
Words without_help_word(Words words) {
  if (words.empty() || words.front() != "help") return words;
  while (!words.empty() && words.front() == "help") words.erase(words.begin());
  const bool names_command = !words.empty() && !words.front().starts_with('-');
  words.insert(words.begin() + (names_command ? 1 : 0), "--help");
  return words;
}

}  // namespace

CommonOptions first_look(const Words& words) {
  CommonOptions seen;
  const auto look = [&](std::string_view option, std::string& value) {
    for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
      const std::string_view word = words[i];
      if (word == option && i + 1 < words.size()) value = words[i + 1];
      if (word.starts_with(option) && word.substr(option.size()).starts_with('='))
        value = word.substr(option.size() + 1);
    }
  };
  look("--format", seen.format);
  look("--lang", seen.language);
  look("--color", seen.colour);
  return seen;
}

tl::expected<Request, UsageError> read_command_line(const Words& words) {
  if (words.empty()) return Request{.kind = Request::Kind::short_help, .app = {}, .declared = {}};
  if (auto fault = fault_before_parsing(words))
    return tl::unexpected(UsageError{*std::move(fault)});

  // The program reads up to the command's name, the command all that follows.
  ProgramOptions options;
  const std::shared_ptr<CLI::App> program = new_app("bcp", options.is_help);
  program->prefix_command();
  add_common_options(*program, options.common);
  add_flag(*program, "--version", options.is_version, tr("the program's version"))
      ->group(std::string{common_group().msgid});
  if (auto failed = parse(*program, without_help_word(words)))
    return tl::unexpected(UsageError{*std::move(failed)});

  Words rest = program->remaining();
  if (!rest.empty() && rest.front().starts_with('-')) {
    return tl::unexpected(UsageError{unknown_word(rest.front(), *program)});
  }
  if (options.is_version)
    return Request{.kind = Request::Kind::version, .app = program, .declared = {}};
  if (rest.empty()) {
    const auto kind = options.is_help ? Request::Kind::help : Request::Kind::short_help;
    return Request{.kind = kind, .app = program, .declared = {}};
  }
  rest = without_help_word(std::move(rest));
  if (rest.front() == "--help")
    return Request{.kind = Request::Kind::help, .app = program, .declared = {}};
  const Command* command = find_command(rest.front());
  if (command == nullptr) return tl::unexpected(unknown_command(rest.front()));
  rest.erase(rest.begin());
  if (options.is_help) rest.insert(rest.begin(), "--help");
  return read_command(*command, rest, options.common);
}

}  // namespace bcp::cli
