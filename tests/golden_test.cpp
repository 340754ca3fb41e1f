// Do the transcripts in tests/golden say what the program says?
//
// A transcript is prose with commands and their output between, both set in by two spaces:
//
//   $ LANG=fr_FR.UTF-8 bcp gap-report town < town/bcp.yaml
//   what goes to standard output
//   ! what goes to standard error
//   [1]
//
// and behind it the files that they work on, each under a line `-- its/name --`; with none they read the checkout.
// `cat FILE` and `ls` show what a command wrote. A carriage return is shown as ␍, an escape as ␛.
// The manual's blocks of ```console are transcripts too.
// With BCP_GOLDEN=update the outputs are written anew: read the difference.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <sstream>

#include <doctest/doctest.h>
#include <dtl/dtl.hpp>

#include "cli/world.hpp"

namespace {

using bcp::cli::World;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream{text};
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

struct Transcript {
  std::vector<std::string> body;
  std::string appendix;  ///< the files as they are written
  std::map<std::string, std::string> files;
};

bool names_file(const std::string& line) {
  return line.starts_with("-- ") && line.ends_with(" --") && line.size() > 6;
}

Transcript transcript_of(const std::string& text) {
  Transcript transcript;
  std::string* file = nullptr;
  for (const std::string& line : lines_of(text)) {
    if (names_file(line)) {
      file = &transcript.files[line.substr(3, line.size() - 6)];
    } else if (file != nullptr) {
      *file += line + '\n';
    } else {
      transcript.body.push_back(line);
    }
    if (file != nullptr) transcript.appendix += line + '\n';
  }
  return transcript;
}

/// Words as a shell splits them: by spaces, with '…' and "…" around what belongs together.
std::vector<std::string> words_of(const std::string& command) {
  std::vector<std::string> words;
  std::string word;
  char quote = 0;
  bool is_word = false;
  for (const char sign : command) {
    if (quote != 0 && sign == quote) {
      quote = 0;
    } else if (quote == 0 && (sign == '\'' || sign == '"')) {
      quote = sign;
      is_word = true;
    } else if (quote == 0 && sign == ' ') {
      if (is_word) words.push_back(std::exchange(word, {}));
      is_word = false;
    } else {
      word += sign;
      is_word = true;
    }
  }
  if (is_word) words.push_back(word);
  return words;
}

/// Lines of an output, set in; bytes that an editor would not show are made visible.
std::string set_in(const std::string& output, const std::string& margin) {
  std::string text;
  for (const std::string& line : lines_of(output)) {
    std::string shown;
    for (const char byte : line) {
      if (byte == '\r') {
        shown += "␍";
      } else if (byte == '\x1b') {
        shown += "␛";
      } else {
        shown += byte;
      }
    }
    const std::string set = margin + shown;
    text += set.substr(0, shown.empty() ? set.find_last_not_of(' ') + 1 : set.size()) + '\n';
  }
  return text;
}

std::string run_bcp(World& world, std::vector<std::string> words) {
  world.environment.clear();
  world.in.clear();
  while (words.front() != "bcp") {
    const std::size_t sign = words.front().find('=');
    REQUIRE(sign != std::string::npos);
    world.environment[words.front().substr(0, sign)] = words.front().substr(sign + 1);
    words.erase(words.begin());
  }
  words.erase(words.begin());
  if (words.size() > 1 && words[words.size() - 2] == "<") {
    world.in = world.files.at(words.back());
    words.resize(words.size() - 2);
  }
  const auto status = static_cast<int>(world.run(words));
  std::string text = set_in(world.out, "  ") + set_in(world.err, "  ! ");
  if (status != 0) text += "  [" + std::to_string(status) + "]\n";
  return text;
}

std::string output_of(World& world, const std::string& command) {
  const std::vector<std::string> words = words_of(command);
  REQUIRE_FALSE(words.empty());
  if (words.front() == "cat") return set_in(world.files.at(words.at(1)), "  ");
  if (words.front() != "ls") return run_bcp(world, words);
  std::string names;
  for (const auto& [name, text] : world.files) names += name + '\n';
  return set_in(names, "  ");
}

/// The transcript as the program writes it now.
std::string replayed(const std::string& text) {
  Transcript transcript = transcript_of(text);
  World world{.files = transcript.files, .reads_disk = transcript.files.empty()};
  std::string now;
  bool is_output = false;
  for (const std::string& line : transcript.body) {
    if (line.starts_with("  $ ")) {
      now += line + '\n' + output_of(world, line.substr(4));
      is_output = true;
    } else if (!is_output || (!line.empty() && !line.starts_with("  "))) {
      if (is_output) now += '\n';
      is_output = false;
      now += line + '\n';
    }
  }
  if (is_output && !transcript.appendix.empty()) now += '\n';
  return now + transcript.appendix;
}

/// A page of the manual, whose blocks of ```console hold commands and their output; they read the checkout.
std::string replayed_manual(const std::string& text) {
  World world{.reads_disk = true};
  std::string now;
  bool is_console = false;
  bool is_output = false;
  for (const std::string& line : lines_of(text)) {
    const bool is_fence = line.starts_with("```");
    if (is_fence) is_console = line == "```console";
    if (is_console && line.starts_with("$ ")) {
      now += line + '\n';
      for (const std::string& output : lines_of(output_of(world, line.substr(2)))) {
        now += output.substr(std::min<std::size_t>(2, output.size())) + '\n';
      }
      is_output = true;
    } else if (is_fence || !is_output) {
      now += line + '\n';
      is_output = false;
    }
  }
  return now;
}

std::string difference(const std::string& expected, const std::string& now) {
  dtl::Diff<std::string> difference{lines_of(expected), lines_of(now)};
  difference.compose();
  difference.composeUnifiedHunks();
  std::ostringstream text;
  difference.printUnifiedFormat(text);
  return text.str();
}

}  // namespace

TEST_SUITE("golden") {
  TEST_CASE("the program says what the transcripts say") {
    const char* wish = std::getenv("BCP_GOLDEN");
    const bool is_update = wish != nullptr && std::string_view{wish} == "update";
    std::vector<std::filesystem::path> paths;
    for (const char* folder : {"tests/golden", "docs/manual"}) {
      for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
        if (entry.path().extension() == ".test" || entry.path().extension() == ".md")
          paths.push_back(entry.path());
      }
    }
    std::ranges::sort(paths);
    REQUIRE_FALSE(paths.empty());
    for (const std::filesystem::path& path : paths) {
      CAPTURE(path);
      const std::string expected = read_file(path);
      const std::string now =
          path.extension() == ".md" ? replayed_manual(expected) : replayed(expected);
      if (is_update && now != expected) std::ofstream{path, std::ios::binary} << now;
      const std::string changed = is_update ? std::string{} : difference(expected, now);
      CHECK_MESSAGE((is_update || now == expected), path.string(), "\n", changed);
    }
  }
}
