#include "commands.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <sstream>

#include <CLI/CLI.hpp>
#include <doctest/doctest.h>

#include "cli/world.hpp"
#include "render/language.hpp"

using namespace bcp::cli;

namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

std::string all_transcripts() {
  std::string texts;
  for (const auto& entry : std::filesystem::recursive_directory_iterator{"tests/golden"}) {
    if (entry.is_regular_file()) texts += read_file(entry.path());
  }
  return texts;
}

std::string name_of(const CLI::Option& option) {
  if (option.get_positional()) return '`' + option.get_name() + '`';
  return "--" + option.get_lnames().front();
}

}  // namespace

TEST_CASE(
    "every command has a page in the manual that names all its options, and a transcript in both "
    "languages") {
  const std::string transcripts = all_transcripts();
  for (const Command& command : commands()) {
    const std::string name{command.name};
    CAPTURE(name);
    const std::string page = read_file("docs/manual/" + name + ".md");
    CHECK(page.starts_with("# bcp " + name + "\n"));
    for (const std::string_view format : command.formats) {
      CAPTURE(format);
      CHECK(page.find('`' + std::string{format} + '`') != std::string::npos);
    }
    CLI::App app;
    app.set_help_flag();
    const Declared declared = command.declare(app);
    CHECK(declared.common != nullptr);
    for (const CLI::Option* option : app.get_options()) {
      CAPTURE(name_of(*option));
      CHECK(page.find(name_of(*option)) != std::string::npos);
    }
    CHECK(transcripts.find("$ bcp " + name) != std::string::npos);
    CHECK(transcripts.find("--lang fr") != std::string::npos);
  }
}

TEST_CASE("each command says in both languages what it answers") {
  const Language english{"en"};
  const Language french{"fr"};
  for (const Command& command : commands()) {
    CAPTURE(command.name);
    CHECK_FALSE(english.say(command.summary).empty());
    CHECK(french.say(command.summary) != english.say(command.summary));
    for (const std::string_view example : command.examples) {
      CHECK(example.starts_with("bcp " + std::string{command.name}));
    }
  }
}

TEST_CASE("the examples of every command run on the plan that init makes") {
  World world;
  REQUIRE(world.run({"init", "plans/town"}) == ExitStatus::ok);
  for (const Command& command : commands()) {
    if (command.name == "init") continue;
    for (const std::string_view example : command.examples) {
      CAPTURE(example);
      std::istringstream stream{std::string{example.substr(4)}};
      const std::vector<std::string> words{std::istream_iterator<std::string>{stream}, {}};
      CHECK(world.run(words) != ExitStatus::cannot_run);
    }
  }
}

TEST_CASE("every option is explained in French") {
  const Language english{"en"};
  const Language french{"fr"};
  for (const Command& command : commands()) {
    CLI::App app;
    app.set_help_flag();
    static_cast<void>(command.declare(app));
    for (const CLI::Option* option : app.get_options()) {
      const std::string sentence = option->get_description();
      CAPTURE(sentence);
      const bcp::Text text = bcp::tr(sentence, {{"formats", std::string{"x"}}});
      CHECK(french.say(text) != english.say(text));
    }
  }
}
