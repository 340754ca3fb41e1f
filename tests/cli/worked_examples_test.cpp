// Does the program answer the worked examples of the contract as they say?
//
// tests/examples/README.md tells how one is written.
#include <cmath>
#include <filesystem>
#include <fstream>
#include <ostream>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/world.hpp"
#include "commands.hpp"

using namespace bcp::cli;
using nlohmann::json;

namespace {

json read_json(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  return json::parse(file, nullptr, false);
}

bool is_same_number(const json& want, const json& got) {
  if (!want.is_number_float() && !got.is_number_float()) return want == got;
  const auto wanted = want.get<double>();
  return std::abs(wanted - got.get<double>()) <= 1e-9 * std::max(1.0, std::abs(wanted));
}

/// One line for each place where an answer is not as wanted; more fields may stand beside those wanted.
void compare(const json& want, const json& got, const std::string& place,
             std::string& differences) {
  if (want.is_object() && got.is_object()) {
    for (const auto& [key, value] : want.items()) {
      compare(value, got.value(key, json("missing")), fmt::format("{}.{}", place, key),
              differences);
    }
  } else if (want.is_array() && got.is_array() && want.size() == got.size()) {
    for (std::size_t i = 0; i < want.size(); ++i) {
      compare(want[i], got[i], place + '[' + std::to_string(i) + ']', differences);
    }
  } else if (!(want.is_number() && got.is_number() ? is_same_number(want, got) : want == got)) {
    differences += place + " is " + got.dump() + ", not " + want.dump() + '\n';
  }
}

/// What differs in the run of an example.
std::string differences(const json& example, const std::filesystem::path& folder) {
  auto words = example.at("arguments").get<std::vector<std::string>>();
  words.insert(words.begin() + 1, (folder / "bcp.yaml").string());
  words.insert(words.end(), {"--format", "json"});
  World world{.reads_disk = true};
  const auto status = static_cast<int>(world.run(words));
  const json answer = json::parse(world.out, nullptr, false);
  std::string found;
  compare(example.at("expected"), answer, "", found);
  compare(example.at("status"), status, "status", found);
  return found;
}

bool is_command(const std::string& name) {
  return std::ranges::any_of(commands(), [&](const Command& it) { return it.name == name; });
}

}  // namespace

TEST_CASE("the worked examples of every command come out as they say") {
  int runs = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator{"tests/examples"}) {
    if (entry.path().extension() != ".json") continue;
    const json example = read_json(entry.path());
    CAPTURE(entry.path().string());
    REQUIRE(example.is_object());
    if (!is_command(example.at("arguments").at(0).get<std::string>())) continue;
    CHECK(differences(example, entry.path().parent_path()) == "");
    ++runs;
  }
  CHECK(runs >= 46);
}
