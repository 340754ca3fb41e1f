#include "render/bia_text.hpp"

#include <ostream>
#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "plan/plan_of.hpp"
#include "render/bia_documents.hpp"
#include "render/width.hpp"

using namespace bcp;
using namespace bcp::cli;
using namespace std::chrono_literals;

namespace {

// Nodes and services by id: 0 payments, 1 registry, 2 server.
constexpr NodeId payments{0};
constexpr NodeId registry{1};
constexpr NodeId server{2};

Plan town(std::string_view more = {}) {
  return test::plan_of(R"(
resource_types: {laptop: {}}
services:
  payments: {tier: vital, rto: 6h, mtpd: 2d, requires: [server], impact: {social: {1d: minor, 2d: severe}}}
  registry: {tier: important, requires: [server]}
infrastructure: {server: {recovery: 4h}}
)" + std::string{more});
}

BusinessImpact analysis_of() {
  BusinessImpact analysis;
  analysis.services = {{.service = {0},
                        .mtpd = 48h,
                        .rto = 6h,
                        .rpo = 4h,
                        .mbco = Exact{1, 2},
                        .people = 20,
                        .minimum_people = 10,
                        .minimum_equipment = {{ResourceTypeId{0}, 1234}}},
                       {.service = {1}, .mbco = 1}};
  analysis.impacts = {{ServiceId{0}, 0, std::nullopt}};
  analysis.entities = {{.node = payments, .up = 4h, .required_rto = 6h, .because = {{{0}}, 0}},
                       {.node = registry, .up = 4h},
                       {.node = server,
                        .up = 4h,
                        .required_rto = 6h,
                        .because = {{{0}, {1}}, 3},
                        .rpo = 4h,
                        .required_rpo = 4h,
                        .rpo_because = {{{0}}, 0},
                        .promised = 4h}};
  return analysis;
}

std::string line_of(const BusinessImpact& analysis, const Plan& plan, const char* code = "en") {
  return bia_line({analysis, plan, Language{code}, {}});
}

std::string page_of(const BusinessImpact& analysis, const Plan& plan, bool is_all = false,
                    const Style& style = {}) {
  const Language language{"en"};
  return bia_text({analysis, plan, language, style, is_all});
}

}  // namespace

TEST_CASE("the answer names what comes back furthest behind what services allow") {
  const Plan plan = town();
  BusinessImpact analysis = analysis_of();
  analysis.entities[server.value].required_rto = 2h;
  CHECK(line_of(analysis, plan) ==
        "1 entity comes back later than the services on it allow: server, 2\u00a0h too late for "
        "payments, registry and 3 others.\n");
  analysis.entities[payments.value].up = 12h;
  CHECK(line_of(analysis, plan) ==
        "2 entities come back later than the services on them allow; the worst is payments, "
        "6\u00a0h too late for payments.\n");
}

TEST_CASE("with everything in time the answer says how much is left") {
  const Plan plan = town();
  BusinessImpact analysis = analysis_of();
  analysis.entities[server.value].up = 5h;
  CHECK(line_of(analysis, plan) ==
        "All 2 entities that an RTO depends on are back in time; the tightest, server, has "
        "1\u00a0h left.\n");
  analysis.entities = {{.node = registry, .up = 4h}, {.node = server, .required_rto = 1h}};
  CHECK(line_of(analysis, plan) == "No service states an RTO that something must come back for.\n");
}

TEST_CASE(
    "a backup that is made too seldom is a sentence of its own, whatever comes back in time") {
  const Plan plan = town();
  BusinessImpact analysis = analysis_of();
  analysis.entities[server.value].rpo = 24h;
  CHECK(line_of(analysis, plan)
            .find(" 1 backup is made too seldom: server every 1\u00a0d, where payments may lose "
                  "4\u00a0h "
                  "at most.\n") != std::string::npos);
  CHECK(line_of(analysis, plan, "fr").find("server, à 1\u00a0j d'intervalle") != std::string::npos);
}

TEST_CASE("services stand by tier with their tolerances and what their minimum takes") {
  const std::string page = page_of(analysis_of(), town());
  CHECK(page.find("                                  minimum     all\n"
                  "            MTPD  RTO  RPO  MBCO   people  people\n"
                  "vital\n"
                  "  payments    2d   6h   4h   50%       10      20\n"
                  "    1,234 laptops\n"
                  "important\n"
                  "  registry     –    –    –  100%        0       0\n") != std::string::npos);
}

TEST_CASE("impact over time is drawn with the MTPD, in words of the plan, without colours too") {
  const std::string page = page_of(analysis_of(), town(), false, {.width = 60});
  CHECK(page.find("·\u00a0none  ░\u00a0minor  █\u00a0severe  ┃\u00a0MTPD\n") != std::string::npos);
  CHECK(page.find("                    0            1d           2d\n"
                  "  payments  social  ·············░░░░░░░░░░░░░┃████████████\n") !=
        std::string::npos);
  CHECK(page.find("1 of these services states no impact.\n") != std::string::npos);
  const std::string plain = page_of(analysis_of(), town(), false, {.width = 60, .unicode = false});
  CHECK(plain.find("payments  social  .............1111111111111|222222222222\n") !=
        std::string::npos);
}

TEST_CASE("an MTPD past the first intolerable impact is said under its row") {
  BusinessImpact analysis = analysis_of();
  analysis.impacts[0].intolerable = 24h;
  CHECK(page_of(analysis, town())
            .find("the MTPD, 2\u00a0d, lies past the first intolerable impact, at 1\u00a0d\n") !=
        std::string::npos);
}

TEST_CASE("entities that fall short come first, with what they offer beside what is required") {
  BusinessImpact analysis = analysis_of();
  analysis.entities[server.value].required_rto = -1h;
  analysis.entities[server.value].tested = 5h;
  const std::string page = page_of(analysis, town());
  CHECK(page.find("          required   back  recovery          required  backup\n"
                  "               RTO  after  promised  tested       RPO   every\n"
                  "too late for payments, registry and 3 others\n"
                  "  server       -1h    !4h        4h     !5h        4h      4h\n"
                  "1 more entity is back in time.\n"
                  "1 entity is needed for no RTO.\n") != std::string::npos);
  CHECK(page.find("`--all` shows every row.") != std::string::npos);
  CHECK(page_of(analysis, town(), true).find("`--all`") == std::string::npos);
  CHECK(page_of(analysis, town(), true).find("needed for no RTO\n  registry         –     4h") !=
        std::string::npos);
}

TEST_CASE(
    "where nothing falls short those with least left are shown, by the services that need them") {
  const std::string page = page_of(analysis_of(), town());
  const std::size_t first = page.find("in time for payments\n  payments        6h");
  const std::size_t second = page.find("in time for payments, registry and 3 others\n  server ");
  CHECK(first != std::string::npos);
  CHECK(second != std::string::npos);
  CHECK(first < second);
}

TEST_CASE("a backup that is made too seldom is marked under the services that lose by it") {
  BusinessImpact analysis = analysis_of();
  analysis.entities[server.value].rpo = 24h;
  CHECK(page_of(analysis, town())
            .find("backup too seldom for payments\n"
                  "  server        6h     4h        4h       –        4h     !1d\n") !=
        std::string::npos);
}

TEST_CASE("a group of many rows leaves room for the next one") {
  std::string servers = "infrastructure:\n";
  for (int i = 10; i < 40; ++i) servers += "  server-" + std::to_string(i) + ": {}\n";
  const Plan plan = test::plan_of("services: {a: {rto: 1h}, b: {rto: 1h}}\n" + servers);
  BusinessImpact analysis;
  for (std::uint32_t i = 0; i < plan.nodes.size(); ++i) {
    const ServiceId service{i < 20 ? 0U : 1U};
    analysis.entities.push_back(
        {.node = {i}, .up = Seconds{7200 - i}, .required_rto = 1h, .because = {{service}, 0}});
  }
  const std::string page = page_of(analysis, plan);
  CHECK(page.find("too late for a\n") != std::string::npos);
  CHECK(page.find("too late for b\n") != std::string::npos);
  CHECK(page.find("20 more entities fall short.\n") != std::string::npos);
}

TEST_CASE("what never comes back is counted, and counts as no lateness") {
  const Plan plan = town();
  BusinessImpact analysis = analysis_of();
  analysis.entities[registry.value].up.reset();
  CHECK(
      page_of(analysis, plan).find("1 entity never comes back: `bcp critical-path` says more.\n") !=
      std::string::npos);
  CHECK(page_of(analysis, plan, true).find("registry         –  never") != std::string::npos);
}

TEST_CASE("what nobody classified stands at the end, with what it counts as meanwhile") {
  const Plan plan = town();
  BusinessImpact analysis = analysis_of();
  analysis.unclassified = {registry, server};
  const std::string page = page_of(analysis, plan);
  CHECK(page.find("Not classified, although a vital service hangs on them (2)\n"
                  "No recovery is stated: they count as back as soon as what they require is.\n"
                  "The services among them state no tier, and count as least urgent.\n"
                  "  registry, server\n") != std::string::npos);
}

TEST_CASE("a page of the analysis keeps to 80 columns, whatever the names") {
  const std::string long_id(60, 'x');
  const Plan plan = test::plan_of("services: {" + long_id + ": {rto: 1h, impact: {" + long_id +
                                  ": {1h: " + long_id + "}}}}");
  BusinessImpact analysis;
  analysis.services = {{.service = {0}, .mtpd = 24h * 12345, .rto = 1h, .mbco = 1}};
  analysis.impacts = {{ServiceId{0}, 0, std::nullopt}};
  analysis.entities = {{.node = {0}, .up = 30h + 59s, .required_rto = 1h, .because = {{{0}}, 0}}};
  analysis.unclassified = {{0}};
  for (const char* code : {"en", "fr"}) {
    const Language language{code};
    const Style style;
    std::istringstream lines{bia_text({analysis, plan, language, style, true})};
    for (std::string line; std::getline(lines, line);) {
      CAPTURE(line);
      CHECK(display_width(line) <= 80);
    }
  }
}

TEST_CASE("JSON has every figure in seconds, and null where there is none") {
  const Plan plan = town();
  const auto document = nlohmann::json::parse(bia_json(analysis_of(), plan));
  const auto& service = document["services"][0];
  CHECK(service["mtpd_s"] == 172800);
  CHECK(service["mbco"] == 0.5);
  CHECK(service["minimum_equipment"][0] == nlohmann::json{{"type", "laptop"}, {"units", 1234}});
  CHECK(service["impact"][0]["steps"][1] ==
        nlohmann::json{{"after_s", 172800}, {"level", "severe"}});
  CHECK(document["services"][1]["rto_s"].is_null());
  const auto& entity = document["entities"][server.value];
  CHECK(entity["required_rto_s"] == 21600);
  CHECK(entity["because"] == nlohmann::json::array({"payments", "registry"}));
  CHECK(entity["because_more"] == 3);
  CHECK(entity["tested_s"].is_null());
  CHECK(document["entities"][registry.value]["required_rto_s"].is_null());
}

TEST_CASE("CSV has a table each of entities, services and impact") {
  const Plan plan = town();
  const BusinessImpact analysis = analysis_of();
  CHECK(bia_entities_csv(analysis, plan)
            .find("\r\nserver,infrastructure,14400,21600,payments "
                  "registry,3,14400,,14400,14400,payments,0\r\n") != std::string::npos);
  CHECK(bia_services_csv(analysis, plan)
            .find("\r\npayments,vital,172800,21600,14400,0.5,20,10,laptop=1234\r\n") !=
        std::string::npos);
  CHECK(bia_impact_csv(analysis, plan) ==
        "service,tier,mtpd_s,category,after_s,level,intolerable_s\r\n"
        "payments,vital,172800,social,86400,minor,\r\n"
        "payments,vital,172800,social,172800,severe,\r\n");
}

TEST_CASE("Markdown marks what is late and tells impact in words") {
  const Plan plan = town();
  BusinessImpact analysis = analysis_of();
  analysis.entities[server.value].required_rto = 2h;
  const std::string text = bia_markdown(analysis, plan, Language{"en"});
  CHECK(text.find("| server | infrastructure | 2\u00a0h | **4\u00a0h** |") != std::string::npos);
  CHECK(text.find("| payments | social | minor from 1\u00a0d on, severe from 2\u00a0d on | – | "
                  "2\u00a0d |") != std::string::npos);
}
