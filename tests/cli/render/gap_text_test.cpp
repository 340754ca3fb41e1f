#include "render/gap_text.hpp"

#include <ostream>
#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "plan/load.hpp"
#include "render/gap_documents.hpp"
#include "render/width.hpp"

using namespace bcp;
using namespace bcp::cli;

namespace {

Plan town(const std::string& more = {}) {
  auto loaded = load_plan_text(R"(bcp: 1
plan: {name: Town, language: en, timezone: UTC, start: 2020-03-14T08:00, milestones: {monday: 2020-03-16T10:00}}
resource_types: {laptop: {}, licence: {}, bandwidth: {unit: Mbps}}
staff: {accountants: {headcount: 120}, clerks: {headcount: 40}}
services:
  payments: {tier: vital, rto: 1d, mtpd: 3d, mbco: 60%, staff: {accountants: 80}}
  registry: {tier: vital, rto: 1d, mbco: 50%, staff: {clerks: 20}}
  library: {mbco: 10%, staff: {clerks: 4}}
)" + more,
                               "bcp.yaml", memory_files({}));
  REQUIRE(loaded);
  REQUIRE(loaded->plan);
  return *std::move(loaded->plan);
}

/// Of types in the order of their ids: bandwidth, laptop, licence.
GapReport report_of(const Plan& plan) {
  GapReport report;
  report.at = plan.milestones.front().at;
  report.milestone = MilestoneId{0};
  for (std::uint32_t i = 0; i < plan.resource_types.size(); ++i)
    report.types.push_back({ResourceTypeId{i}, {}, {{}}});
  for (std::uint32_t i = 0; i < plan.staff.size(); ++i) report.staff.push_back({.staff = {i}});
  return report;
}

void add_gap(GapReport& report, std::size_t type, const GapFigures& figures) {
  report.types[type].figures = figures;
  report.types[type].milestones = {figures};
}

ServiceLevel service(std::uint32_t number, const GapReport& report, Exact level, Verdict verdict) {
  ServiceLevel service{
      .service = {number}, .at = report.at - std::chrono::hours(1), .level = std::move(level)};
  service.verdict = verdict;
  if (verdict == Verdict::ok) service.minimum_at = service.at;
  return service;
}

std::string line_of(const GapReport& report, const Plan& plan, const char* code = "en") {
  Language language{code};
  language.omit_year_of(wall_time(plan.start, plan.zone));
  return gap_line({report, plan, language, {}});
}

std::string page_of(const GapReport& report, const Plan& plan, bool is_all = false,
                    const char* code = "en") {
  Language language{code};
  language.omit_year_of(wall_time(plan.start, plan.zone));
  const Style style;
  return gap_text({report, plan, language, style, is_all});
}

// Services by id: library, payments, registry; groups by id: accountants, clerks.
constexpr std::uint32_t library = 0;
constexpr std::uint32_t payments = 1;
constexpr std::uint32_t registry = 2;

}  // namespace

TEST_CASE(
    "the headline names what the minimum lacks, worst share first, then what everyone lacks") {
  const Plan plan = town();
  GapReport report = report_of(plan);
  add_gap(report, 1,
          {.needed = 100, .needed_minimum = 50, .in_hand = 20, .gap = 70, .gap_minimum = 5});
  add_gap(report, 2,
          {.needed = 100, .needed_minimum = 20, .in_hand = 20, .gap = 60, .gap_minimum = 4});
  add_gap(report, 0, {.needed = 9, .in_hand = 2, .gap = 1234});
  CHECK(line_of(report, plan) ==
        "Monday 16 March 10:00: 4 licences and 5 laptops short of the minimum. "
        "For everyone to work: 1,234 Mbps of bandwidth, 70 laptops, 60 licences.\n");
  CHECK(line_of(report, plan, "fr") ==
        "Au lundi 16 mars 10:00, il manque 4 licences et 5 laptops pour le minimum. "
        "Pour que tous travaillent\u00a0: 1\u202f234 Mbps (bandwidth), 70 laptops, 60 licences.\n");
}

TEST_CASE("the headline says when the minimum is reached but not everyone can work") {
  const Plan plan = town();
  GapReport report = report_of(plan);
  add_gap(report, 1, {.needed = 100, .in_hand = 99, .gap = 1});
  CHECK(line_of(report, plan) ==
        "Monday 16 March 10:00: nothing is short of the minimum. Missing for everyone to work: 1 "
        "laptop.\n");
}

TEST_CASE("the headline counts the most urgent services that stay below their minimum") {
  const Plan plan = town();
  GapReport report = report_of(plan);
  report.services = {service(library, report, 0, Verdict::late),
                     service(payments, report, {38, 100}, Verdict::breach),
                     service(registry, report, 1, Verdict::ok)};
  CHECK(line_of(report, plan)
            .starts_with("Monday 16 March 10:00: nothing is missing; 1 of the 2 vital services due "
                         "by then stays below it, "
                         "and so does 1 less urgent one."));
  report.services[payments].at = report.at + std::chrono::hours(1);
  CHECK(line_of(report, plan).find("the only deferrable service due") != std::string::npos);
}

TEST_CASE("below the headline stands when what is due has its minimum, if it ever has") {
  const Plan plan = town();
  GapReport report = report_of(plan);
  report.services = {service(library, report, 1, Verdict::ok),
                     service(payments, report, {38, 100}, Verdict::late),
                     service(registry, report, {1, 4}, Verdict::late)};
  report.services[payments].minimum_at = report.at + std::chrono::hours(26);
  report.services[registry].minimum_at = report.at + std::chrono::hours(1);
  CHECK(page_of(report, plan)
            .find("\nAll services due by then have their minimum from Tuesday 17 "
                  "March 12:00 on.\n") != std::string::npos);
  report.services[registry].minimum_at.reset();
  CHECK(page_of(report, plan).find("All services") == std::string::npos);
}

TEST_CASE("at an instant that was asked for every service is judged, due or not") {
  const Plan plan = town();
  GapReport report = report_of(plan);
  report.is_instant_asked = true;
  report.services = {service(library, report, 1, Verdict::ok),
                     service(payments, report, {38, 100}, Verdict::late),
                     service(registry, report, 1, Verdict::ok)};
  CHECK(line_of(report, plan)
            .starts_with("Monday 16 March 10:00: nothing is missing; 1 of the 2 vital services "
                         "stands below its minimum."));
  CHECK(
      page_of(report, plan).find("  payments  ███▓░░░    38%      60%              not reached") !=
      std::string::npos);
  report.services[registry].verdict = Verdict::late;
  CHECK(line_of(report, plan, "fr").find("les 2 services de priorité") != std::string::npos);
}

TEST_CASE("with nothing missing the page is one line, unless every row is asked for") {
  const Plan plan = town();
  const GapReport report = report_of(plan);
  CHECK(page_of(report, plan) == "Monday 16 March 10:00: nothing is missing.\n");
  CHECK(page_of(report, plan, true).find("Resources") != std::string::npos);
}

TEST_CASE("services stand by tier, with what limits each and when its minimum is whole") {
  const Plan plan = town();
  GapReport report = report_of(plan);
  report.services = {service(library, report, 1, Verdict::ok),
                     service(payments, report, {38, 100}, Verdict::late),
                     service(registry, report, {1, 4}, Verdict::breach)};
  report.services[payments].minimum_at = report.at + std::chrono::hours(26);
  report.services[payments].short_of = {{StaffId{0}, 4}, {ResourceTypeId{1}, 12}};
  report.services[registry].is_down = true;
  const std::string page = page_of(report, plan);
  CHECK(page.find("vital\n"
                  "  registry  ██▓▓░░░    25%      50%  never             never\n"
                  "    neither up nor covered\n"
                  "  payments  ███▓░░░    38%      60%  Tue 17 Mar 12:00  past RTO\n"
                  "    lacks 4 people of accountants and 12 laptops\n"
                  "1 service has its minimum in time.\n") != std::string::npos);
}

TEST_CASE("staff groups say how many can work, or who is there while that is not known") {
  const Plan plan = town();
  GapReport report = report_of(plan);
  report.staff[0] = {.staff = {0}, .present = 100, .wanted = 80, .minimum = 48, .equipped = 40};
  report.staff[1] = {.staff = {1}, .present = 10, .wanted = 20, .minimum = 10, .equipped = 10};
  add_gap(report, 1, {.needed = 100, .in_hand = 99, .gap = 1});
  CHECK(page_of(report, plan).find("clerks      20       10       10  ████░░░░") !=
        std::string::npos);
  report.services = {service(library, report, 1, Verdict::ok)};
  CHECK(page_of(report, plan).find("accountants      80       48      100        40  ████▓░░░") !=
        std::string::npos);
}

TEST_CASE("a page keeps to 80 columns, whatever the names, and counts what it leaves out") {
  const std::string long_id(100, 'x');
  std::string more = "equipment:\n";
  for (int i = 0; i < 30; ++i)
    more += "  pool-" + std::to_string(i) + long_id.substr(0, 90) + ": {type: laptop, count: 1}\n";
  const Plan plan = town(more);
  GapReport report = report_of(plan);
  add_gap(
      report, 1,
      {.needed = 123456789, .in_hand = 1, .obtainable = 30, .gap = 123456758, .gap_minimum = 9});
  report.types[1].figures.needed += 1;  // another row than that of the milestone
  for (std::uint32_t i = 0; i < 30; ++i)
    report.sources.push_back({PoolId{i}, ResourceTypeId{1}, 1, plan.start, report.at});
  for (const char* code : {"en", "fr"}) {
    const std::string page = page_of(report, plan, false, code);
    std::istringstream lines{page};
    for (std::string line; std::getline(lines, line);) {
      CAPTURE(line);
      CHECK(display_width(line) <= 80);
    }
    CHECK(page.find(code[0] == 'e' ? "18 more sources." : "18 autres sources.") !=
          std::string::npos);
    CHECK(page.find("`--all`") != std::string::npos);
  }
}

TEST_CASE("services in JSON say what they lack, as exact numbers") {
  const Plan plan = town();
  GapReport report = report_of(plan);
  report.services = {service(payments, report, {2, 5}, Verdict::late)};
  report.services[0].short_of = {{StaffId{0}, 4}, {ResourceTypeId{1}, Whole{1} << 60}};
  report.services[0].is_down = true;
  report.services[0].staff = {{StaffId{0}, 80, 48, 32}};
  const auto document = nlohmann::json::parse(gap_json(report, plan));
  const auto& service = document["services"][0];
  CHECK(service["level"] == 0.4);
  CHECK(service["mbco"] == 0.6);
  CHECK(service["minimum_at"].is_null());
  CHECK(service["verdict"] == "late");
  CHECK(service["limited_by"] == nlohmann::json::array({"accountants", "laptop", "payments"}));
  CHECK(service["short"][0] == nlohmann::json{{"staff", "accountants"}, {"people", 4}});
  CHECK(service["short"][1]["units"] == "1152921504606846976");
  CHECK(service["staff"][0]["equipped"] == 32);
}
