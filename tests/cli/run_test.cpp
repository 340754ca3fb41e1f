#include "run.hpp"

#include <algorithm>
#include <ostream>
#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/world.hpp"

using namespace bcp::cli;

namespace {

constexpr const char* small_plan = R"(bcp: 1
plan: {name: Town, timezone: UTC, start: 2020-03-14T08:00, milestones: {day-two: +24h}}
resource_types: {laptop: {}}
profiles: {home: {remote: true, needs: {laptop: 1}}}
staff: {clerks: {headcount: 10, profile: home}}
equipment: {shelf: {type: laptop, count: 4}}
)";

World town() { return {.files = {{"bcp.yaml", small_plan}}}; }

}  // namespace

TEST_CASE("the statuses are 0, 1 and 2") {
  World world = town();
  CHECK(world.run({"validate"}) == ExitStatus::ok);
  CHECK(world.run({"gap-report", "--strict"}) == ExitStatus::falls_short);
  CHECK(world.run({"gap-report", "--strict", "--exit-zero"}) == ExitStatus::ok);
  CHECK(world.run({"gap-report", "missing.yaml"}) == ExitStatus::cannot_run);
  CHECK(world.run({}) == ExitStatus::cannot_run);
  CHECK(world.run({"--help"}) == ExitStatus::ok);
}

TEST_CASE("a failed run prints one JSON document where JSON was asked for") {
  const std::vector<std::vector<std::string>> runs = {
      {"--format", "json"},
      {"--format=json", "nothing"},
      {"gap-report", "--format", "json", "--bogus"},
      {"gap-report", "missing", "--format", "json"},
      {"gap-report", "--at", "never", "--format", "json"},
      {"gap-report", "--lang", "--format", "json"},
      {"validate", "--max-findings", "x", "--format", "json"},
  };
  for (const auto& words : runs) {
    World world = town();
    CAPTURE(words);
    CHECK(world.run(words) == ExitStatus::cannot_run);
    const auto document = nlohmann::json::parse(world.out, nullptr, false);
    CHECK(document.contains("error"));
    CHECK(world.err.empty());
  }
}

TEST_CASE("an option may stand before the command or behind it, and the last word counts") {
  World world = town();
  CHECK(world.run({"--lang", "fr", "validate", "-q"}) == ExitStatus::ok);
  const std::string french = world.out;
  CHECK(world.run({"validate", "--lang=en", "-q", "--lang=fr"}) == ExitStatus::ok);
  CHECK(world.out == french);
  CHECK(world.run({"--lang", "en", "validate", "-q", "--lang", "fr", "-q"}) == ExitStatus::ok);
  CHECK(world.out == french);
}

TEST_CASE("a plan named as a command is a plan") {
  World world;
  world.files = {{"validate/bcp.yaml", small_plan}};
  CHECK(world.run({"validate", "validate"}) == ExitStatus::ok);
  CHECK(world.run({"validate", "--", "validate"}) == ExitStatus::ok);
}

TEST_CASE("words that the parser would misread are refused") {
  World world = town();
  const std::vector<std::vector<std::string>> runs = {
      {"gap-report", "--at=", "day-two"}, {"gap-report", ""},
      {"gap-report", "a", "b"},           {"gap-report", "--strict=no"},
      {"gap-report", "--lang"},           {"validate", "--absent", "x=1"},
      {"gap-report", "--format", "yaml"}, {"gap-report", "--color", "blue"},
      {"gap-report", "--threads", "0x2"}, {"--lang", "de", "validate"}};
  for (const auto& words : runs) {
    CAPTURE(words);
    CHECK(world.run(words) == ExitStatus::cannot_run);
    CHECK(world.out.empty());
    CHECK_FALSE(world.err.empty());
  }
}

TEST_CASE("the language is the option's, BCP_LANG's, the locale's, the plan's, English") {
  World world = town();
  world.files["bcp.yaml"].insert(world.files["bcp.yaml"].find("name"), "language: fr, ");
  const auto is_french = [&](std::vector<std::string> words) {
    words.insert(words.begin(), "validate");
    CHECK(world.run(words) == ExitStatus::ok);
    return world.out.find("bien form") != std::string::npos;
  };
  CHECK(is_french({}));
  CHECK_FALSE(is_french({"--lang", "en"}));
  world.environment = {{"LANG", "en_US.UTF-8"}};
  CHECK_FALSE(is_french({}));
  world.environment = {{"LANG", "en_US.UTF-8"}, {"LC_ALL", "C"}};
  CHECK(is_french({}));
  world.environment = {{"LANG", "en_US.UTF-8"}, {"LC_MESSAGES", "fr_CA"}};
  CHECK(is_french({}));
  world.environment = {{"LC_ALL", "fr_FR"}, {"BCP_LANG", "en"}};
  CHECK_FALSE(is_french({}));
  world.environment = {{"LC_ALL", "de_DE.UTF-8"}};
  CHECK(is_french({}));
}

TEST_CASE(
    "colours follow --color, NO_COLOR, CLICOLOR_FORCE, TERM and the terminal, in this order") {
  World world = town();
  const auto is_coloured = [&](const std::vector<std::string>& options) {
    std::vector<std::string> words = {"gap-report"};
    words.insert(words.end(), options.begin(), options.end());
    static_cast<void>(world.run(words));
    return (world.out + world.err).find('\x1b') != std::string::npos;
  };
  CHECK_FALSE(is_coloured({}));
  CHECK(is_coloured({"--color", "always"}));
  world.is_terminal = true;
  CHECK(is_coloured({}));
  CHECK_FALSE(is_coloured({"--color", "never"}));
  CHECK_FALSE(is_coloured({"--format", "json"}));
  CHECK_FALSE(is_coloured({"-o", "out.txt"}));
  CHECK(world.files["out.txt"].find('\x1b') == std::string::npos);
  world.environment = {{"NO_COLOR", "1"}, {"CLICOLOR_FORCE", "1"}};
  CHECK_FALSE(is_coloured({}));
  CHECK(is_coloured({"--color", "always"}));
  world.environment = {{"NO_COLOR", ""}, {"TERM", "dumb"}};
  CHECK_FALSE(is_coloured({}));
  world.is_terminal = false;
  world.environment = {{"CLICOLOR_FORCE", "1"}};
  CHECK(is_coloured({}));
  world.environment = {{"CLICOLOR_FORCE", "0"}};
  CHECK_FALSE(is_coloured({}));
}

TEST_CASE("a full disk is an error, for standard output and for files") {
  World world = town();
  world.full_disk = std::make_error_code(std::errc::no_space_on_device);
  CHECK(world.run({"gap-report"}) == ExitStatus::cannot_run);
  CHECK(world.err.find("no space is left") != std::string::npos);
  CHECK(world.run({"gap-report", "-o", "report.txt"}) == ExitStatus::cannot_run);
  CHECK_FALSE(world.files.contains("report.txt"));
}

TEST_CASE("an output file takes the whole answer and standard output nothing") {
  World world = town();
  CHECK(world.run({"gap-report"}) == ExitStatus::ok);
  const std::string answer = world.out;
  CHECK(world.run({"gap-report", "-o", "report.txt"}) == ExitStatus::ok);
  CHECK(world.out.empty());
  CHECK(world.files["report.txt"] == answer);
}

TEST_CASE("a plan may come from standard input") {
  World world;
  world.in = small_plan;
  CHECK(world.run({"validate", "-"}) == ExitStatus::ok);
  world.in = "bcp: [";
  CHECK(world.run({"validate", "-"}) == ExitStatus::falls_short);
  CHECK(world.out.find("<stdin>:1:") != std::string::npos);
}

TEST_CASE("help about help is the general help") {
  World world;
  REQUIRE(world.run({"help"}) == ExitStatus::ok);
  const std::string help = world.out;
  CHECK(world.run({"help", "help"}) == ExitStatus::ok);
  CHECK(world.out == help);
  CHECK(world.run({"--lang", "en", "help"}) == ExitStatus::ok);
  CHECK(world.out == help);
}

TEST_CASE("what is no terminal is as wide as COLUMNS says, where that makes sense") {
  World world = town();
  const auto longest = [&](const std::string& columns) {
    world.environment["COLUMNS"] = columns;
    static_cast<void>(world.run({"help", "gap-report"}));
    std::size_t most = 0;
    std::istringstream lines{world.out};
    for (std::string line; std::getline(lines, line);) most = std::max(most, line.size());
    return most;
  };
  const std::size_t usual = longest("");
  CHECK(longest("60") < usual);
  CHECK(longest("110") > usual);
  for (const char* senseless : {"0", "5", "wide", "60x", "9999999999999999999999"})
    CHECK(longest(senseless) == usual);
}

TEST_CASE("a plan that init makes in French answers in French") {
  World world;
  REQUIRE(world.run({"init", "--lang", "fr"}) == ExitStatus::ok);
  CHECK(world.files["bcp.yaml"].find("\n  language: fr\n") != std::string::npos);
  static_cast<void>(world.run({"gap-report", "-q"}));
  CHECK(world.out.find("licences d'accès distant") != std::string::npos);
}

TEST_CASE("init never overwrites, and writes all or nothing") {
  World world;
  CHECK(world.run({"init", "town"}) == ExitStatus::ok);
  CHECK(world.files.contains("town/bcp.yaml"));
  CHECK(world.run({"validate", "town"}) == ExitStatus::ok);
  const auto before = world.files;
  CHECK(world.run({"init", "town"}) == ExitStatus::cannot_run);
  CHECK(world.err.find("town/bcp.yaml") != std::string::npos);
  CHECK(world.files == before);
  world.full_disk = std::make_error_code(std::errc::no_space_on_device);
  CHECK(world.run({"init", "other"}) == ExitStatus::cannot_run);
  CHECK(world.files == before);
}

TEST_CASE("no format of a hostile plan holds a raw control character or a command") {
  World world;
  world.files["bcp.yaml"] = R"(bcp: 1
plan: {name: "\e[2J", timezone: UTC, start: 2020-03-14T08:00}
tiers: ["::error::x\e\u202E|<b>"]
resource_types: {laptop: {name: "::error::\e[31m\n::warning::\u202E|x", unit: "=cmd\x9b"}}
profiles: {home: {needs: {laptop: 1}}}
staff: {clerks: {headcount: 10, profile: home, name: "\n::error::x"}}
services: {pay: {rto: 1d, name: "\u2066\r\n", staff: {clerks: 10}}}
)";
  for (const char* format : {"text", "json", "csv", "markdown"}) {
    CAPTURE(format);
    static_cast<void>(world.run({"gap-report", "--format", format}));
    const std::string all = world.out + world.err;
    CHECK_FALSE(all.empty());
    for (const char* raw : {"\x1b", "\u202e", "\u2066", "\u009b", "\n::", "\n  ::"})
      CHECK(all.find(raw) == std::string::npos);
  }
}
