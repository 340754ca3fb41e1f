// Does every code have a plan that raises it at the marked place, and a mended one that does not?
//
// tests/codes/BCP1301-unknown-reference/ holds plan.yaml, clean.yaml and the files that they include. The place of the
// fault is marked under its line (`# ^^^^ BCP1301`), or, where a comment cannot stand there, said in expected.txt:
// `plan.yaml:3:5 BCP1301`. A first line `# bcp validate plan.yaml --as-of 2026-11-27` says how it is asked.
//
// docs/codes holds what `bcp explain` says of each. With BCP_GOLDEN=update it is written anew: read the difference.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <sstream>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/world.hpp"
#include "marked_plan.hpp"
#include "source/diagnostic.hpp"

using namespace bcp;
using namespace bcp::cli;

namespace {

namespace fs = std::filesystem;

const fs::path gallery = "tests/codes";
const fs::path pages = "docs/codes";

std::string read_file(const fs::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

std::string folder_name(const CodeInfo& info) {
  return code_text(info.code) + '-' + std::string{info.name};
}

/// The files of a folder, by their paths in it.
std::map<std::string, std::string> files_in(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator{folder}) {
    if (entry.is_regular_file())
      files[entry.path().lexically_relative(folder).generic_string()] = read_file(entry.path());
  }
  return files;
}

struct Place {
  std::string file;
  std::uint64_t line = 0;
  std::uint64_t column = 0;
  std::uint64_t end_column = 0;  ///< 0: not said, or on another line
  std::string code;

  [[nodiscard]] bool is_at(const Place& other) const {
    const bool has_ends = end_column != 0 && other.end_column != 0;
    return file == other.file && line == other.line && column == other.column &&
           code == other.code && (!has_ends || end_column == other.end_column);
  }
};

std::string said(const std::vector<Place>& places) {
  std::string text;
  for (const Place& place : places) {
    text += fmt::format("{}:{}:{}", place.file, place.line, place.column);
    if (place.end_column != 0) text += fmt::format("-{}", place.end_column);
    text += ' ' + place.code + '\n';
  }
  return text.empty() ? "nothing\n" : text;
}

/// A line of expected.txt.
Place place_in(std::string line) {
  Place place;
  std::ranges::replace(line, ':', ' ');
  std::istringstream{line} >> place.file >> place.line >> place.column >> place.code;
  return place;
}

/// All places that the faulty plan says are at fault. clean.yaml and what is said of it stand beside.
std::vector<Place> expected_places(const std::map<std::string, std::string>& files) {
  std::vector<Place> places;
  for (const auto& [name, text] : files) {
    if (name == "expected.txt") {
      std::istringstream lines{text};
      for (std::string line; std::getline(lines, line);) places.push_back(place_in(line));
    } else {
      for (const FaultMark& mark : marks_in(text))
        places.push_back({name, mark.line, mark.column, mark.end_column, mark.code});
    }
  }
  return places;
}

/// What the command finds that the first line of `plan` names.
std::vector<Place> found_places(const std::map<std::string, std::string>& files,
                                const std::string& plan) {
  World world{.files = files};
  std::vector<std::string> words = words_to_show(files.at("plan.yaml"), plan);
  words.insert(words.end(), {"--format", "json"});
  world.run(words);
  CAPTURE(world.err);
  const auto document = nlohmann::json::parse(world.out);
  REQUIRE(document.contains("findings"));
  std::vector<Place> places;
  for (const auto& found : document["findings"]) {
    if (found["suppressed"].get<bool>()) continue;
    Place place{.code = found["code"]};
    if (!found["file"].is_null()) {
      place.file = found["file"];
      place.line = found["line"];
      place.column = found["column"];
      if (found["end_line"] == found["line"]) place.end_column = found["end_column"];
    }
    places.push_back(std::move(place));
  }
  return places;
}

}  // namespace

TEST_CASE("every code has a plan that raises it at the marked place, and nothing else") {
  for (const CodeInfo& info : all_codes()) {
    const fs::path folder = gallery / folder_name(info);
    CAPTURE(folder);
    REQUIRE(fs::exists(folder / "plan.yaml"));
    const auto files = files_in(folder);
    const std::vector<Place> expected = expected_places(files);
    const std::vector<Place> found = found_places(files, "plan.yaml");
    const bool is_as_marked = std::ranges::is_permutation(
        expected, found, [](const Place& one, const Place& other) { return one.is_at(other); });
    CHECK_MESSAGE(is_as_marked, "marked:\n", said(expected), "found:\n", said(found));
    const bool is_own = std::ranges::all_of(
        expected, [&](const Place& place) { return place.code == code_text(info.code); });
    CHECK_MESSAGE((is_own && !expected.empty()), "marks of its own code are missing");
  }
}

TEST_CASE("the mended plan beside it is found at no fault") {
  for (const CodeInfo& info : all_codes()) {
    const fs::path folder = gallery / folder_name(info);
    CAPTURE(folder);
    REQUIRE(fs::exists(folder / "clean.yaml"));
    const auto files = files_in(folder);
    const std::vector<Place> found = found_places(files, "clean.yaml");
    CHECK_MESSAGE(found.empty(), "found:\n", said(found));
  }
}

TEST_CASE("every folder of the gallery belongs to a code") {
  std::vector<std::string> names;
  for (const CodeInfo& info : all_codes()) names.push_back(folder_name(info));
  for (const auto& entry : fs::directory_iterator{gallery}) {
    CAPTURE(entry.path());
    CHECK(std::ranges::find(names, entry.path().filename().string()) != names.end());
  }
}

TEST_SUITE("golden") {
  TEST_CASE("docs/codes holds what the program says of the codes, and nothing else") {
    const char* wish = std::getenv("BCP_GOLDEN");
    const bool is_update = wish != nullptr && std::string_view{wish} == "update";
    std::map<std::string, std::vector<std::string>> words = {{"README.md", {"explain"}}};
    for (const CodeInfo& info : all_codes())
      words[code_text(info.code) + ".md"] = {"explain", code_text(info.code)};
    for (auto& [name, command] : words) {
      CAPTURE(name);
      command.insert(command.end(), {"--format", "markdown", "--lang", "en"});
      World world;
      world.run(command);
      CHECK(world.err.empty());
      if (is_update) std::ofstream{pages / name, std::ios::binary} << world.out;
      CHECK(read_file(pages / name) == world.out);
    }
    for (const auto& entry : fs::directory_iterator{pages}) {
      CAPTURE(entry.path());
      CHECK(words.contains(entry.path().filename().string()));
    }
  }
}
