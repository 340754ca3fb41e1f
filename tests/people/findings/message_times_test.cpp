#include "people/findings/message_times.hpp"

#include <doctest/doctest.h>

#include "plan/load.hpp"
#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using namespace test;

/// What is found about a message with these keys; `move` ends at +3h, `begin` at +1h.
std::string early(std::string_view keys) {
  const LoadedPlan plan = loaded(
      {{"bcp.yaml",
        whole("tasks: {begin: {duration: 1h}, move: {duration: 2h, after: [begin]},\n"
              "        never: {duration: 1h, after: [never]}}\n"
              "communications: {channels: {mail: {}}, messages: {note: {subject: x, body: x.md,\n"
              "  audience: [everyone], channels: [mail], " +
              std::string{keys} + "}}}")},
       {"x.md", "x"}});
  REQUIRE(findings(plan) == "");
  Diagnostics found;
  find_messages_before_their_news(*plan.plan, earliest_task_times(*plan.plan), found);
  if (found.all().empty()) return "";
  REQUIRE(found.all().size() == 1);
  const Diagnostic& finding = found.all().front();
  return code_text(finding.code) + ' ' + underlined(plan, finding.at) + " (" +
         underlined(plan, finding.also.front().at) + ')';
}

TEST_CASE("a message that goes out when its news is there is no finding") {
  CHECK(early("send: +3h, after: [move]") == "");
  CHECK(early("after: [move]") == "");
  CHECK(early("send: +1h") == "");
}

TEST_CASE("a message before its news is a finding at `send`; of several the last is named") {
  CHECK(early("send: +2h, after: [move]") == "BCP2501 +2h (move)");
  CHECK(early("send: +30m, after: [begin, move]") == "BCP2501 +30m (move)");
}

TEST_CASE("lags, starts and milestones count") {
  CHECK(early("send: +3h, after: [{task: move, lag: 1s}]") ==
        "BCP2501 +3h ({task: move, lag: 1s})");
  CHECK(early("send: +1h, after: [{task: move, start: 0s}]") == "");
  CHECK(early("send: +59m, after: [{task: move, start: 0s}]") ==
        "BCP2501 +59m ({task: move, start: 0s})");
  CHECK(early("send: +47h, after: [monday]") == "BCP2501 +47h (monday)");
}

TEST_CASE("what never runs is left to its own finding") {
  CHECK(early("send: +1h, after: [never]") == "");
}

}  // namespace
}  // namespace bcp
