#include "render/critical_text.hpp"

#include <ostream>
#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "plan/load.hpp"
#include "render/critical_documents.hpp"
#include "render/critical_sentences.hpp"
#include "render/width.hpp"

using namespace bcp;
using namespace bcp::cli;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

// Services by id: library, payments, registry. Nodes: accounting, library, payments, power, registry.
constexpr std::uint32_t library = 0;
constexpr std::uint32_t payments = 1;
constexpr std::uint32_t registry = 2;

Plan town(const std::string& more = {}) {
  auto loaded = load_plan_text(R"(bcp: 1
plan: {name: Town, language: en, timezone: UTC, start: 2020-03-14T08:00, clock: {detect: 1h, decide: 1h}}
services:
  payments:
    {tier: vital, rto: 4h, mtpd: 8h, mbco: 50%, recovery: 3h, requires: [accounting],
     workarounds: {vouchers: {level: 50%}, cash: {level: 60%, ready: 2h, lasts: 3h}}}
  registry: {tier: vital, rto: 1d, recovery: 1h}
  library: {recovery: 1h}
applications: {accounting: {recovery: 6h, requires: [power]}}
infrastructure: {power: {recovery: 1h}}
)" + more,
                               "bcp.yaml", memory_files({}));
  REQUIRE(loaded);
  REQUIRE(loaded->plan);
  return *std::move(loaded->plan);
}

NodeId id(const Plan& plan, std::string_view name) { return find_node(plan, name).value(); }

/// Each of these decides when the one before it begins.
void lead(CriticalPaths& paths, const Plan& plan, const std::vector<std::string_view>& nodes) {
  for (std::size_t i = 1; i < nodes.size(); ++i)
    paths.decided_by[id(plan, nodes[i - 1]).value] = id(plan, nodes[i]);
}

/// A cold restart in which every service is up after three hours and keeps its limits.
CriticalPaths all_well(const Plan& plan) {
  CriticalPaths paths;
  paths.is_cold_start = true;
  paths.clock = hours(2);
  paths.nodes.assign(plan.nodes.size(), {.up = hours(3), .recovery = hours(1), .start = hours(2)});
  for (std::uint32_t i = 0; i < plan.nodes.size(); ++i) paths.decided_by.push_back({i});
  for (std::uint32_t i = 0; i < plan.services.size(); ++i) {
    const Service& service = plan.services[i];
    ServiceRecovery recovery{.service = {i}, .node = service.node, .up = hours(3)};
    recovery.limits = {service.rto, service.mtpd};
    if (service.rto) recovery.margin = *service.rto - hours(3);
    paths.services.push_back(recovery);
  }
  return paths;
}

/// Payments are up after twelve hours, by way of power and accounting.
CriticalPaths payments_late(const Plan& plan) {
  CriticalPaths paths = all_well(plan);
  ServiceRecovery& service = paths.services[payments];
  service.up = hours(12);
  service.margin = hours(-8);
  service.overrun = hours(4);
  service.verdict = Verdict::breach;
  lead(paths, plan, {"payments", "accounting", "power"});
  const auto node = [&](const char* name) -> NodeRecovery& {
    return paths.nodes[id(plan, name).value];
  };
  node("accounting") = {.up = hours(9), .recovery = hours(6), .start = hours(3)};
  node("payments") = {.up = hours(12), .recovery = hours(3), .start = hours(9)};
  return paths;
}

std::vector<ServiceId> all_services(const Plan& plan) {
  std::vector<ServiceId> services;
  for (std::uint32_t i = 0; i < plan.services.size(); ++i) services.push_back({i});
  return services;
}

std::string line_of(const CriticalPaths& paths, const Plan& plan,
                    const std::vector<ServiceId>& listed, const char* code = "en") {
  return recovery_headline({paths, plan, listed}, Language{code});
}

std::string line_of(const CriticalPaths& paths, const Plan& plan, const char* code = "en") {
  return line_of(paths, plan, all_services(plan), code);
}

std::string page_of(const CriticalPaths& paths, const Plan& plan, bool is_all = false,
                    const char* code = "en") {
  Language language{code};
  language.omit_year_of(wall_time(plan.start, plan.zone));
  const Style style;
  const std::vector<ServiceId> listed = all_services(plan);
  return recovery_text({{paths, plan, listed}, language, style, is_all});
}

bool has(const std::string& text, const std::string& part) {
  const bool is_there = text.find(part) != std::string::npos;
  if (!is_there) MESSAGE(text);
  return is_there;
}

}  // namespace

TEST_CASE("with all in time the headline names the tightest") {
  const Plan plan = town();
  CriticalPaths paths = all_well(plan);
  CHECK(line_of(paths, plan) ==
        "Cold restart: all 3 services come back in time; the tightest is payments, with "
        "1\u00a0h left to its RTO.");
  paths.services[payments].up = hours(9);
  paths.services[payments].margin = hours(-5);
  CHECK(line_of(paths, plan) ==
        "Cold restart: all 3 services come back in time, 1 of them thanks to a workaround; the "
        "tightest is registry, with 21\u00a0h left to its RTO.");
}

TEST_CASE("the headline counts what comes back too late and names the worst") {
  const Plan plan = town();
  CriticalPaths paths = payments_late(plan);
  CHECK(line_of(paths, plan) ==
        "Cold restart: 1 of 3 services comes back too late: payments, 4\u00a0h past its MTPD.");
  CHECK(line_of(paths, plan, "fr") ==
        "Redémarrage à froid\u00a0: 1 service sur 3 revient trop tard\u00a0: payments, 4\u00a0h "
        "après son MTPD.");
  ServiceRecovery& second = paths.services[registry];
  second.verdict = Verdict::late;
  second.overrun = hours(30);
  CHECK(line_of(paths, plan) ==
        "Cold restart: 2 of 3 services come back too late; the worst is payments, 4\u00a0h past "
        "its MTPD.");
  paths.services[payments].verdict = Verdict::ok;
  CHECK(has(line_of(paths, plan), "registry, 1\u00a0d 6\u00a0h past its RTO."));
  second.verdict = Verdict::breach;
  second.up.reset();
  second.overrun.reset();
  CHECK(has(line_of(paths, plan), "too late: registry, which never comes back."));
}

TEST_CASE("the headline says what is down") {
  const Plan plan = town();
  CriticalPaths paths = payments_late(plan);
  paths.is_cold_start = false;
  paths.failed = {id(plan, "power")};
  CHECK(line_of(paths, plan).starts_with("power down: 1 of 3"));
  paths.failed = {id(plan, "accounting"), id(plan, "library"), id(plan, "power")};
  CHECK(line_of(paths, plan).starts_with("accounting, library and power down:"));
  paths.failed.push_back(id(plan, "registry"));
  CHECK(line_of(paths, plan).starts_with("accounting, library and 2 more nodes down:"));
  paths = all_well(plan);
  paths.is_cold_start = false;
  paths.failed = {id(plan, "power")};
  for (NodeRecovery& node : paths.nodes) node.is_running = true;
  CHECK(line_of(paths, plan) == "power down: no service stops.");
}

TEST_CASE("of one service the headline tells its fate") {
  const Plan plan = town();
  CriticalPaths paths = payments_late(plan);
  CHECK(line_of(paths, plan, {{payments}}) ==
        "Cold restart: payments comes back too late, 4\u00a0h past its MTPD.");
  CHECK(line_of(paths, plan, {{registry}}) ==
        "Cold restart: registry comes back in time, with 21\u00a0h left to its RTO.");
  CHECK(line_of(paths, plan, {{library}}) == "Cold restart: library comes back after 3\u00a0h.");
  paths.services[payments].verdict = Verdict::ok;
  paths.services[payments].overrun.reset();
  CHECK(line_of(paths, plan, {{payments}}) ==
        "Cold restart: a workaround keeps payments within its limits.");
  paths.services[library].up.reset();
  CHECK(line_of(paths, plan, {{library}}) == "Cold restart: library never comes back.");
  paths.nodes[id(plan, "registry").value].is_running = true;
  CHECK(line_of(paths, plan, {{registry}}) == "Cold restart: registry does not stop.");
}

TEST_CASE("a service that falls short stands with its limits, what covers it, and its chain") {
  const Plan plan = town();
  CriticalPaths paths = payments_late(plan);
  paths.services[payments].covered_by = {{0, hours(2), hours(5)}, {1, hours(0), {}}};
  const std::string page = page_of(paths, plan);
  CHECK(has(page,
            "Services\n"
            "            up after  RTO  MTPD  margin\n"
            "vital\n"
            "  payments      12\u00a0h  4\u00a0h   8\u00a0h    -8\u00a0h  past MTPD\n"
            "    meanwhile: cash from 2\u00a0h to 5\u00a0h and vouchers from the first\n"
            "2 services come back in time.\n"));
  CHECK(has(page,
            "What decides it  █ in time  ▓ past the RTO  ░ past the MTPD\n"
            "                         takes  up after\n"
            "  payments: up Saturday 14 March 20:00\n"
            "    (detect and decide)    2\u00a0h       2\u00a0h  █████\n"
            "    power                  1\u00a0h       3\u00a0h       ███\n"));
  CHECK(page.find("registry") == std::string::npos);
  CHECK(has(page, "`--all` shows every row."));
  CHECK(has(page_of(paths, plan, true),
            "  registry       3\u00a0h  1\u00a0d          21\u00a0h  in time\n"));
}

TEST_CASE("a chain that begins as one above points to it") {
  const Plan plan = town();
  CriticalPaths paths = payments_late(plan);
  ServiceRecovery& second = paths.services[registry];
  second.up = hours(10);
  lead(paths, plan, {"registry", "accounting", "power"});
  paths.nodes[id(plan, "registry").value] = {
      .up = hours(10), .recovery = hours(1), .start = hours(9)};
  CHECK(has(page_of(paths, plan, true),
            "  registry: up Saturday 14 March 18:00\n"
            "    as for payments up to accounting (9\u00a0h)\n"
            "    registry               1\u00a0h      10\u00a0h  "));
}

TEST_CASE("with nothing short the chain of the tightest is shown") {
  const Plan plan = town();
  const std::string page = page_of(all_well(plan), plan);
  CHECK(has(page, "  payments       3\u00a0h  4\u00a0h   8\u00a0h     1\u00a0h  in time\n"));
  CHECK(page.find("registry") == std::string::npos);
}

TEST_CASE("what never comes back is said with a way to see why") {
  const Plan plan = town();
  CriticalPaths paths = all_well(plan);
  paths.services[library].up.reset();
  const std::string page = page_of(paths, plan);
  CHECK(has(page,
            "Cold restart: no service misses a limit, but not all come back: library, which\n"
            "never comes back.\n"
            "`library` never comes back: something that it requires waits for itself.\n"
            "`bcp validate` prints the loop.\n"));
  CHECK(has(page, "  library     never                     no limit\n"));
  CHECK(page.find("What decides it") == std::string::npos);
}

TEST_CASE("a step that takes no time comes at once, and the clock stands only before a recovery") {
  const Plan plan = town();
  CriticalPaths paths = payments_late(plan);
  paths.nodes[id(plan, "power").value] = {.up = hours(0)};
  paths.nodes[id(plan, "accounting").value] = {.up = hours(9), .recovery = hours(9)};
  const std::string page = page_of(paths, plan);
  CHECK(has(page, "    power       at once       0\u00a0s  ▏\n"));
  CHECK(page.find("detect") == std::string::npos);
}

TEST_CASE("what an hour buys is said by how much and for whom") {
  const Plan plan = town();
  Bottleneck node{.node = id(plan, "power"), .saved = hours(1)};
  const auto said = [&](const char* code = "en") {
    return gain_sentence(node, plan, Language{code});
  };
  CHECK(said() == "1\u00a0h faster moves nothing by itself: another chain takes as long");
  node.gains = {{{payments}, hours(1)}};
  CHECK(said() == "1\u00a0h faster moves payments by 1\u00a0h");
  node.gains = {{{payments}, hours(1)}, {{registry}, hours(1)}};
  CHECK(said() == "1\u00a0h faster moves 2 vital services by 1\u00a0h");
  node.gains.push_back({{library}, minutes(20)});
  CHECK(said() == "1\u00a0h faster moves 3 services, 2 of them vital, by up to 1\u00a0h");
  CHECK(said("fr") ==
        "gagner 1\u00a0h avance 3 services, dont 2 de priorité «\u00a0vital\u00a0», de "
        "1\u00a0h au plus");
}

TEST_CASE("bottlenecks stand with what they hold up and their slack") {
  const Plan plan = town();
  CriticalPaths paths = payments_late(plan);
  paths.nodes[id(plan, "power").value].slack = Seconds{0};
  paths.bottlenecks = {
      {.node = id(plan, "power"),
       .holds_up = {{payments}, {registry}},
       .saved = hours(1),
       .gains = {{{payments}, hours(1)}}},
      {.node = id(plan, "accounting"), .holds_up = {{payments}}, .saved = hours(1)}};
  CHECK(has(page_of(paths, plan),
            "Where an hour helps\n"
            "                holds up     slack\n"
            "  power       2 services      none\n"
            "    1\u00a0h faster moves payments by 1\u00a0h\n"
            "  accounting   1 service  no limit\n"));
}

TEST_CASE("verdicts that measured times change are told, those that worsen first") {
  const Plan plan = town();
  CriticalPaths paths = all_well(plan);
  paths.flips = {{{library}, Verdict::breach, Verdict::ok},
                 {{payments}, Verdict::ok, Verdict::late}};
  CHECK(has(page_of(paths, plan),
            "By measured times (`--believe tested`) 1 verdict worsens:\n"
            "  payments  in time  → past RTO\n"
            "By measured times (`--believe tested`) 1 verdict improves:\n"
            "  library  never  → in time\n"));
}

TEST_CASE("people who recover are said to count as unlimited") {
  const Plan plan = town();
  CriticalPaths paths = all_well(plan);
  CHECK(page_of(paths, plan).find("recovery_team") == std::string::npos);
  paths.has_recovery_teams = true;
  CHECK(has(page_of(paths, plan), "The people of `recovery_team` count as unlimited"));
}

TEST_CASE("a page of critical paths keeps to 80 columns and shows every id whole") {
  const std::string long_id = "a-" + std::string(97, 'x');
  const Plan plan =
      town("suppliers: {" + long_id + ": {recovery: 1h}, the-provider-of-electricity-and-gas: {}}");
  CriticalPaths paths = payments_late(plan);
  lead(paths, plan, {"power", long_id, "the-provider-of-electricity-and-gas"});
  paths.services[payments].up = hours(3333) + minutes(59) + Seconds{59};
  paths.bottlenecks = {{.node = id(plan, long_id), .holds_up = {{payments}}, .saved = hours(1)}};
  for (const char* code : {"en", "fr"}) {
    const std::string page = page_of(paths, plan, true, code);
    std::istringstream lines{page};
    for (std::string line; std::getline(lines, line);) {
      CAPTURE(line);
      CHECK(display_width(line) <= 80);
    }
    CHECK(page.find("…") == std::string::npos);
    CHECK(has(page, "the-provider-of-electricity-and-gas"));
  }
}

TEST_CASE("JSON and CSV tell of the listed services what they state and what comes of it") {
  const Plan plan = town();
  CriticalPaths paths = payments_late(plan);
  paths.services[payments].covered_by = {{0, hours(2), hours(5)}, {1, hours(0), {}}};
  const std::vector<ServiceId> listed = {{payments}};
  const auto document = nlohmann::json::parse(recovery_json({paths, plan, listed}));
  REQUIRE(document["services"].size() == 1);
  const auto& service = document["services"][0];
  CHECK(service["tier"] == "vital");
  CHECK(service["up_s"] == 43200);
  CHECK(service["margin_s"] == -28800);
  CHECK(service["path"] == nlohmann::json::array({"payments", "accounting", "power"}));
  CHECK(service["covered_by"][0] ==
        nlohmann::json{{"workaround", "cash"}, {"from_s", 7200}, {"until_s", 18000}});
  CHECK(service["covered_by"][1]["until_s"].is_null());
  CHECK(document["nodes"].size() == plan.nodes.size());
  CHECK(document["nodes"][0]["slack_s"].is_null());
  CHECK(
      recovery_csv({paths, plan, listed}) ==
      "service,tier,up_s,rto_s,mtpd_s,margin_s,verdict,path,covered_by\r\n"
      "payments,vital,43200,14400,28800,-28800,breach,payments accounting power,cash vouchers\r\n");
}
