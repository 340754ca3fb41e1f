#include "graph/impact.hpp"

#include <algorithm>

#include "commands.hpp"
#include "node_options.hpp"
#include "plan_input.hpp"
#include "render/impact_documents.hpp"
#include "render/impact_rows.hpp"
#include "render/impact_text.hpp"
#include "reply.hpp"

namespace bcp::cli {

namespace {

struct ImpactOptions {
  CommonOptions common;
  PlanOptions plan;
  std::vector<std::string> fail;
};

void add(CLI::App& app, ImpactOptions& options) {
  add_plan_operand(app, options.plan);
  add_fail_option(app, options.fail, options.plan,
                  tr("what fails; everything else runs until it misses something; PLAN stands "
                     "before it"));
  add_plan_options(app, options.plan);
  add_common_options(app, options.common);
}

Failure nothing_asked() {
  return usage_failure(tr("`impact` needs to know what fails"),
                       tr("write `--fail` and the ids of one node or several, as in `bcp impact "
                          "plans/town --fail vpn-gateway`"));
}

bool falls_short(const Impacts& impacts, const Plan& plan) {
  return std::ranges::any_of(impacts.lost,
                             [&](const Loss& loss) { return is_service(loss, plan); });
}

std::string rendered(const Impacts& impacts, const Plan& plan, const Reply& reply) {
  if (reply.is("json")) return impact_json(impacts, plan);
  if (reply.is("csv")) return impact_csv(impacts, plan);
  if (reply.is("markdown")) return impact_markdown(impacts, plan, reply.language());
  const ImpactPage page{impacts, plan, reply.language(), reply.style()};
  return reply.is_quiet() ? impact_line(page) : impact_text(page);
}

ExitStatus run(const ImpactOptions& options, const Streams& streams) {
  Reply reply{options.common, "impact", streams};
  if (options.fail.empty()) return reply.fail(nothing_asked());
  const auto plan = read_plan(options.plan, reply);
  if (!plan) return reply.fail(plan.error());
  const auto failed = failed_nodes(options.fail, *plan);
  if (!failed) return reply.fail(failed.error());
  const Impacts impacts = impact(*plan, *failed);
  return reply.answer(rendered(impacts, *plan, reply), falls_short(impacts, *plan));
}

}  // namespace

Command impact_command() {
  return {
      .name = "impact",
      .summary = tr("What stops if something fails, why, and what goes on all the same?"),
      .falls_short = tr("a service stops"),
      .formats = {"text", "json", "csv", "markdown"},
      .examples = {"bcp impact plans/town --fail vpn-gateway",
                   "bcp impact plans/town --fail town-hall power --format csv"},
      .asks_for = "--fail ID…",
      .declare = declared_by<ImpactOptions>(add, run),
  };
}

}  // namespace bcp::cli
