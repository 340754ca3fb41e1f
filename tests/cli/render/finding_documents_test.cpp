#include "render/finding_documents.hpp"

#include <algorithm>
#include <ostream>
#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "cli/world.hpp"

using namespace bcp::cli;

namespace {

using nlohmann::json;

constexpr const char* head = "bcp: 1\nplan: {name: T, timezone: UTC, start: 2020-03-14T08:00}\n";

World with_plan(const std::string& yaml) { return {.files = {{"bcp.yaml", head + yaml}}}; }

std::string answer(World& world, const std::string& format, std::vector<std::string> more = {}) {
  std::vector<std::string> words = {"validate", "--format", format};
  words.insert(words.end(), more.begin(), more.end());
  static_cast<void>(world.run(words));
  return world.out;
}

/// What the standard asks of every document and its readers ask beyond it, for the parts that we write.
void check_sarif(const json& document) {
  CHECK(document["version"] == "2.1.0");
  REQUIRE(document["runs"].size() == 1);
  const json& run = document["runs"][0];
  const json& driver = run["tool"]["driver"];
  CHECK(driver["name"] == "bcp");
  std::vector<std::string> ids;
  for (const json& rule : driver["rules"]) {
    ids.push_back(rule["id"]);
    CHECK_FALSE(rule["shortDescription"]["text"].get<std::string>().empty());
    CHECK_FALSE(rule["help"]["text"].get<std::string>().empty());
    CHECK(rule["help"]["markdown"].get<std::string>().find("\n## ") != std::string::npos);
    const std::string level = rule["defaultConfiguration"]["level"];
    CHECK((level == "error" || level == "warning" || level == "note"));
  }
  CHECK(std::ranges::is_sorted(ids));
  CHECK(std::ranges::adjacent_find(ids) == ids.end());
  std::vector<std::string> fingerprints;
  const auto check_location = [](const json& location) {
    const json& physical = location["physicalLocation"];
    const std::string uri = physical["artifactLocation"]["uri"];
    CHECK_FALSE(uri.starts_with("./"));
    CHECK(uri.find_first_of(" \\\"<>^`{|}") == std::string::npos);
    const json& region = physical["region"];
    CHECK(region["startLine"] >= 1);
    CHECK(region["startColumn"] >= 1);
    if (region.contains("endLine")) {
      CHECK(region["endLine"] >= region["startLine"]);
      CHECK(region["endColumn"] >= 1);
    }
  };
  for (const json& result : run["results"]) {
    CHECK(driver["rules"][result["ruleIndex"].get<std::size_t>()]["id"] == result["ruleId"]);
    CHECK_FALSE(result["message"]["text"].get<std::string>().empty());
    for (const char* list : {"locations", "relatedLocations"}) {
      if (!result.contains(list)) continue;
      for (const json& location : result[list]) check_location(location);
    }
    fingerprints.push_back(result["partialFingerprints"]["bcpFinding/v1"]);
    if (result.contains("suppressions")) {
      CHECK(result["suppressions"][0]["kind"] == "inSource");
      CHECK_FALSE(result["suppressions"][0]["justification"].get<std::string>().empty());
    }
  }
  std::ranges::sort(fingerprints);
  CHECK(std::ranges::adjacent_find(fingerprints) == fingerprints.end());
}

pugi::xml_document xml_of(const std::string& text) {
  pugi::xml_document document;
  CAPTURE(text);
  REQUIRE(document.load_string(text.c_str()));
  return document;
}

const std::vector<std::string> formats = {"text",   "short", "json", "github",
                                          "gitlab", "junit", "sarif"};

}  // namespace

TEST_CASE("all formats of one run end with the same status") {
  const std::vector<std::pair<std::string, ExitStatus>> plans = {
      {"", ExitStatus::ok},
      {"staff: {clerks: {headcount: 3, first_time: 5}}\n", ExitStatus::ok},
      {"stafff: {}\n", ExitStatus::falls_short},
      {"a: [\n", ExitStatus::falls_short},
  };
  for (const auto& [yaml, status] : plans) {
    for (const std::string& format : formats) {
      CAPTURE(yaml);
      CAPTURE(format);
      World world = with_plan(yaml);
      CHECK(world.run({"validate", "--format", format}) == status);
      CHECK(world.run({"validate", "--format", format, "--exit-zero"}) == ExitStatus::ok);
      CHECK(world.run({"validate", "gone", "--format", format}) == ExitStatus::cannot_run);
      const bool has_warning = yaml.starts_with("staff:");
      CHECK(world.run({"validate", "--strict", "--format", format}) ==
            (has_warning ? ExitStatus::falls_short : status));
    }
  }
}

TEST_CASE("each is a whole document of findings, of none, and of a run that failed") {
  for (const std::vector<std::string>& words : {std::vector<std::string>{"bcp.yaml"},
                                                {"empty.yaml"},
                                                {"gone.yaml"},
                                                {"--max-findings", "x"}}) {
    World world = with_plan("stafff: {}\nservices: {pay: {requires: [gone, gone]}}\n");
    world.files["empty.yaml"] = head;
    CAPTURE(words);
    check_sarif(json::parse(answer(world, "sarif", words)));
    CHECK(json::parse(answer(world, "gitlab", words)).is_array());
    CHECK(xml_of(answer(world, "junit", words)).child("testsuites"));
  }
}

TEST_CASE("a failed run says why in SARIF, JUnit and GitHub's commands") {
  World world;
  const json sarif = json::parse(answer(world, "sarif"));
  const json& invocation = sarif["runs"][0]["invocations"][0];
  CHECK(invocation["executionSuccessful"] == false);
  CHECK(invocation["toolExecutionNotifications"][0]["level"] == "error");
  const auto junit = xml_of(answer(world, "junit"));
  CHECK(junit.select_node("//testcase/error/@message"));
  CHECK(answer(world, "github").starts_with("::error title=bcp::there is no bcp.yaml"));
  CHECK_FALSE(world.err.empty());
  CHECK(answer(world, "gitlab") == "[]\n");
  CHECK_FALSE(world.err.empty());
}

TEST_CASE("SARIF points at places in code points, and at both where two disagree") {
  World world = with_plan("sites: {é: 1}\nservices: {pay: {}}\nstaff: {pay: {headcount: 1}}\n");
  const json document = json::parse(answer(world, "sarif"));
  check_sarif(document);
  bool has_second = false;
  for (const json& result : document["runs"][0]["results"]) {
    if (result["ruleId"] != "BCP1303") continue;
    has_second = true;
    CHECK(result["locations"][0]["physicalLocation"]["region"]["startLine"] == 5);
    CHECK(result["locations"][0]["physicalLocation"]["region"]["startColumn"] == 9);
    CHECK(result["locations"][0]["physicalLocation"]["region"]["endColumn"] == 12);
    CHECK(result["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 4);
  }
  CHECK(has_second);
}

TEST_CASE(
    "SARIF points at the plan where a finding stands in no file, and nowhere on standard input") {
  World world = with_plan("staff: {clerks: {headcount: 1}}\n");
  const json with_set = json::parse(answer(world, "sarif", {"--set", "staff.clerks.headcount=x"}));
  check_sarif(with_set);
  const json& location = with_set["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
  CHECK(location["artifactLocation"]["uri"] == "bcp.yaml");
  CHECK(location["region"]["startLine"] == 1);
  world.in = "bcp: 1\n";
  const json piped = json::parse(answer(world, "sarif", {"-"}));
  CHECK_FALSE(piped["runs"][0]["results"][0].contains("locations"));
}

TEST_CASE("a file's name is one address in SARIF, whatever it holds") {
  World world;
  world.files = {{"a b:%é/bcp.yaml", std::string{head} + "stafff: {}\n"}};
  const json document = json::parse(answer(world, "sarif", {"a b:%é"}));
  CHECK(document["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
                ["uri"] == "a%20b%3A%25%C3%A9/bcp.yaml");
}

TEST_CASE("no text of a plan becomes a link in SARIF") {
  World world = with_plan("\"[click](https://example.org)\": 1\n");
  const json document = json::parse(answer(world, "sarif"));
  const std::string message = document["runs"][0]["results"][0]["message"]["text"];
  CHECK(message.find("\\[click\\](https") != std::string::npos);
}

TEST_CASE(
    "of errors and warnings GitHub gets ten each, the worst first, and the log says what it does "
    "not show") {
  std::string yaml = "include: [";
  for (int i = 0; i < 12; ++i) yaml += "\"no-" + std::to_string(i) + "/*.yaml\", ";
  yaml += "]\n";
  for (int i = 0; i < 13; ++i) yaml += "unknown-" + std::to_string(i) + ": 1\n";
  World world = with_plan(yaml);
  const std::string log = answer(world, "github");
  std::istringstream lines{log};
  std::string kinds;
  std::string rest;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("::error ")) {
      kinds += 'e';
    } else if (line.starts_with("::warning ")) {
      kinds += 'w';
    } else {
      rest += line + '\n';
    }
  }
  CHECK(kinds == "eeeeeeeeeewwwwwwwwww");
  CHECK(rest.starts_with(
      "GitHub shows 10 errors and 10 warnings a step; 5 findings more stand here alone:\n"
      "bcp.yaml:14:1: error: unknown key `unknown-10` [BCP1203]\n"));
  CHECK(rest.ends_with("13 errors; 12 warnings\n"));
}

TEST_CASE("GitHub gets no columns of a place over several lines") {
  World world = with_plan("staff: {clerks: {headcount: [1,\n  2]}}\n");
  const std::string log = answer(world, "github");
  CHECK(log.starts_with("::error file=bcp.yaml,line=3,endLine=4,title=BCP1201::"));
}

TEST_CASE("the summary of GitHub's job gets the whole list, appended") {
  World world = with_plan("stafff: {}\n");
  world.environment["GITHUB_STEP_SUMMARY"] = "summary.md";
  world.files["summary.md"] = "before\n";
  CHECK(world.run({"validate", "--format", "github"}) == ExitStatus::falls_short);
  CHECK(world.files["summary.md"] ==
        "before\n## bcp validate\n\n1 error\n\n"
        "- **error BCP1203** bcp.yaml:3:1: unknown key \\`stafff\\` — did you mean \\`staff\\`?\n");
  CHECK(world.run({"validate", "--format", "json"}) == ExitStatus::falls_short);
  CHECK(world.files["summary.md"].find("bcp validate", 30) == std::string::npos);
}

TEST_CASE("a summary that cannot be written changes neither the answer nor the status") {
  World world = with_plan("stafff: {}\n");
  world.environment["GITHUB_STEP_SUMMARY"] = "summary.md";
  Streams streams = world.streams();
  streams.output.append = [](const std::string&, std::string_view) {
    return std::make_error_code(std::errc::permission_denied);
  };
  CHECK(run({"validate", "--format", "github"}, streams) == ExitStatus::falls_short);
  CHECK(world.out.starts_with("::error file=bcp.yaml,line=3,"));
  CHECK(world.err == "`summary.md` cannot be written: permission is denied\n");
}

TEST_CASE("a summary stays below what GitHub takes") {
  std::string yaml;
  for (int i = 0; i < 9'000; ++i) yaml += "an-unknown-key-number-" + std::to_string(i) + ": 1\n";
  World world = with_plan(yaml);
  world.environment["GITHUB_STEP_SUMMARY"] = "summary.md";
  static_cast<void>(world.run({"validate", "--format", "github"}));
  CHECK(world.files["summary.md"].size() < (std::size_t{1} << 20U));
  CHECK(world.files["summary.md"].ends_with(" more findings are not shown\n"));
}

TEST_CASE("JUnit has a suite a file, and one that passes where a file has no finding") {
  World world = with_plan("include: [clean.yaml, faulty.yaml]\n");
  world.files["clean.yaml"] = "staff: {clerks: {headcount: 3}}\n";
  world.files["faulty.yaml"] =
      "staff: {cooks: {headcount: x}, drivers: {headcount: 2, first_time: 3}}\n";
  const auto document = xml_of(answer(world, "junit"));
  const pugi::xml_node suites = document.child("testsuites");
  CHECK(suites.attribute("failures").as_int() == 1);
  CHECK(suites.select_node(
      "testsuite[@name='clean.yaml' and @failures='0']/testcase[@name='well-formed']"));
  const auto failed = suites.select_node(
      "testsuite[@name='faulty.yaml']/testcase[@name='BCP1220 staff.cooks.headcount']/failure");
  REQUIRE(failed);
  CHECK(std::string{failed.node().attribute("type").value()} == "BCP1220");
  CHECK(std::string{failed.node().parent().attribute("line").value()} == "1");
}

TEST_CASE("a warning fails a case of JUnit only where it fails the run") {
  World world = with_plan("staff: {clerks: {headcount: 3, first_time: 5}}\n");
  CHECK(xml_of(answer(world, "junit")).child("testsuites").attribute("failures").as_int() == 0);
  CHECK(xml_of(answer(world, "junit", {"--strict"}))
            .child("testsuites")
            .attribute("failures")
            .as_int() >= 1);
}

TEST_CASE("what is suppressed stays in JSON, SARIF and JUnit with its reason, and counts nowhere") {
  World world = with_plan(
      "include: [\"no/*.yaml\"] # bcp: allow BCP1403 because <they> & \"more\" come later\n");
  const std::string reason = "<they> & \"more\" come later";
  for (const std::string& format : formats) {
    CHECK(world.run({"validate", "--strict", "--format", format}) == ExitStatus::ok);
  }
  const json findings = json::parse(answer(world, "json"));
  CHECK(findings["findings"][0]["suppressed"] == true);
  CHECK(findings["findings"][0]["because"] == reason);
  CHECK(findings["summary"]["warnings"] == 0);
  const json sarif = json::parse(answer(world, "sarif"));
  check_sarif(sarif);
  CHECK(sarif["runs"][0]["results"][0]["suppressions"][0]["justification"] == reason);
  const auto junit = xml_of(answer(world, "junit"));
  const auto skipped = junit.select_node("//testcase/skipped");
  REQUIRE(skipped);
  CHECK(std::string{skipped.node().attribute("message").value()} == reason);
  CHECK(answer(world, "gitlab") == "[]\n");
  CHECK(answer(world, "short").empty());
  CHECK(answer(world, "github").find("::") == std::string::npos);
}

TEST_CASE("what a plan says acts in no format") {
  const std::string hostile =
      "\"::error::x\\e[31m\\n::error::y\\u202e##[group]<b>]]>&%0A,:\\u0085\\ufffe\": 1\n";
  for (const std::string& format : formats) {
    CAPTURE(format);
    World world = with_plan(hostile + "staff: {clerks: {headcount: \"\\n::warning::z\"}}\n");
    world.environment["GITHUB_STEP_SUMMARY"] = "summary.md";
    const std::string text = answer(world, format) + world.files["summary.md"];
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find("\u202e") == std::string::npos);
    CHECK(text.find("\u0085") == std::string::npos);
    CHECK(text.find("##[") == std::string::npos);
    CHECK(text.find("\n::error::") == std::string::npos);
    CHECK(text.find("\n::warning::") == std::string::npos);
    if (format == "json" || format == "sarif" || format == "gitlab")
      CHECK_FALSE(json::parse(world.out, nullptr, false).is_discarded());
    if (format == "junit") CHECK(xml_of(world.out).select_node("//failure"));
  }
}

TEST_CASE("a file's name adds no property to GitHub's command, and no line to its log") {
  World world;
  const std::string name = "a,line=9::x%\n::error::y";
  world.files = {{name, std::string{head} + "stafff: {}\n"}};
  const std::string log = answer(world, "github", {name});
  CHECK(log.starts_with("::error file=a%2Cline=9%3A%3Ax%25\\n%3A%3Aerror%3A%3Ay,line=3,col=1,"));
}
