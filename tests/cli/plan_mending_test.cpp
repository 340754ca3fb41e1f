#include "plan_mending.hpp"

#include <ostream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/world.hpp"

using namespace bcp::cli;

namespace {

constexpr const char* head = "bcp: 1\nplan: {name: T, timezone: UTC, start: 2020-03-14T08:00}\n";

World with_plan(const std::string& yaml) { return {.files = {{"bcp.yaml", head + yaml}}}; }

}  // namespace

TEST_CASE("a mended plan is read again, and what remains decides the status") {
  World world = with_plan("stafff: {clerks: {headcount: 3}}\n");
  CHECK(world.run({"validate", "--fix"}) == ExitStatus::ok);
  CHECK(world.files["bcp.yaml"] == std::string{head} + "staff: {clerks: {headcount: 3}}\n");
  CHECK(world.err == "mended, bcp.yaml:3:1: `stafff` is now `staff`\n");
  World faulty = with_plan("stafff: {clerks: {headcount: x}}\n");
  CHECK(faulty.run({"validate", "--fix"}) == ExitStatus::falls_short);
  CHECK(faulty.out.find("BCP1220") != std::string::npos);
}

TEST_CASE("what comes to light under a mended key is mended too") {
  World world = with_plan("stafff: {clerks: {headcuont: 3}}\n");
  CHECK(world.run({"validate", "--fix", "-q"}) == ExitStatus::ok);
  CHECK(world.files["bcp.yaml"] == std::string{head} + "staff: {clerks: {headcount: 3}}\n");
  CHECK(world.err.empty());
}

TEST_CASE("a plan without a certain fix is not written") {
  World world = with_plan("staff: {clerks: {headcount: x}}\n");
  world.full_disk = {};
  Streams streams = world.streams();
  streams.output.replace = [](const std::string&, std::string_view) {
    FAIL("nothing is to be written");
    return std::error_code{};
  };
  CHECK(run({"validate", "--fix"}, streams) == ExitStatus::falls_short);
}

TEST_CASE("a byte order mark stays") {
  World world;
  world.files = {{"bcp.yaml", "\xEF\xBB\xBF" + std::string{head} + "stafff: {}\n"}};
  CHECK(world.run({"validate", "--fix"}) == ExitStatus::ok);
  CHECK(world.files["bcp.yaml"] == "\xEF\xBB\xBF" + std::string{head} + "staff: {}\n");
}

TEST_CASE("a file that cannot be written is said, and stays as it is") {
  World world = with_plan("stafff: {}\n");
  Streams streams = world.streams();
  streams.output.replace = [](const std::string&, std::string_view) {
    return std::make_error_code(std::errc::read_only_file_system);
  };
  CHECK(run({"validate", "--fix"}, streams) == ExitStatus::cannot_run);
  CHECK(world.err.find("`bcp.yaml` cannot be written: the file system is read-only") !=
        std::string::npos);
}

TEST_CASE("a file that changed since it was read is not overwritten") {
  World world = with_plan("stafff: {}\n");
  Streams streams = world.streams();
  int reads = 0;
  const auto read = streams.files.read;
  streams.files.read = [&](const std::string& path) {
    auto text = read(path);
    if (++reads > 1 && text) *text += "# written meanwhile\n";
    return text;
  };
  CHECK(run({"validate", "--fix"}, streams) == ExitStatus::cannot_run);
  CHECK(world.files["bcp.yaml"] == std::string{head} + "stafff: {}\n");
  CHECK(world.err.find("changed while the plan was read") != std::string::npos);
}

TEST_CASE("standard input is never mended") {
  World world;
  world.in = std::string{head} + "stafff: {}\n";
  CHECK(world.run({"validate", "-", "--fix"}) == ExitStatus::cannot_run);
  CHECK(world.err.find("`--fix` mends files, and standard input is none") != std::string::npos);
}

TEST_CASE("words that cannot be understood are refused before a file is written") {
  for (const std::string day : {"garbage", "2020-02-30", "1:30"}) {
    CAPTURE(day);
    World world = with_plan("stafff: {clerks: {headcount: x}}\n");
    CHECK(world.run({"validate", "--fix", "--as-of", day}) == ExitStatus::cannot_run);
    CHECK(world.files["bcp.yaml"] == std::string{head} + "stafff: {clerks: {headcount: x}}\n");
    CHECK(world.run({"validate", "--as-of", day}) == ExitStatus::cannot_run);
  }
  World world = with_plan("staff: {clerks: {headcount: x}}\n");
  CHECK(world.run({"validate", "--as-of", "2020-03-15"}) == ExitStatus::falls_short);
  CHECK(world.run({"validate", "--as-of", "+3d"}) == ExitStatus::falls_short);
}

TEST_CASE("an answer takes the place of no file of the plan") {
  World world = with_plan("stafff: {}\ninclude: [more.yaml]\n");
  world.files["more.yaml"] = "sites: {}\n";
  const auto before = world.files;
  for (const std::string file : {"bcp.yaml", "./more.yaml"}) {
    for (const std::string format : {"text", "json"}) {
      CAPTURE(file);
      CHECK(world.run({"validate", "--fix", "-o", file, "--format", format}) ==
            ExitStatus::cannot_run);
      CHECK(world.files == before);
    }
  }
}

TEST_CASE("JSON lists the mended words at their places before") {
  World world = with_plan("services: {pay: {teir: vital}}\nstafff: {}\n");
  CHECK(world.run({"validate", "--fix", "--format", "json"}) == ExitStatus::ok);
  const auto document = nlohmann::json::parse(world.out);
  REQUIRE(document["mended"].size() == 2);
  CHECK(document["mended"][0]["from"] == "teir");
  CHECK(document["mended"][0]["to"] == "tier");
  CHECK(document["mended"][0]["column"] == 18);
  CHECK(document["mended"][1]["line"] == 4);
  CHECK(document["findings"].empty());
}
