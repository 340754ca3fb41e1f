#include "graph/critical_path.hpp"

#include <algorithm>

#include "basis_options.hpp"
#include "commands.hpp"
#include "node_options.hpp"
#include "plan_input.hpp"
#include "render/critical_documents.hpp"
#include "render/critical_text.hpp"
#include "reply.hpp"

namespace bcp::cli {

namespace {

struct CriticalPathWords {
  CommonOptions common;
  PlanOptions plan;
  BasisOptions basis;
  std::vector<std::string> fail;
  std::vector<std::string> services;
  bool is_all = false;
};

/// What the words ask for, in terms of the plan.
struct Asked {
  CriticalPathOptions analysis;
  std::vector<ServiceId> listed;
};

void add(CLI::App& app, CriticalPathWords& words) {
  add_plan_operand(app, words.plan);
  add_fail_option(app, words.fail, words.plan,
                  tr("only these are down, the rest runs where it can (default: everything is "
                     "down); PLAN stands before it"));
  add_service_option(app, words.services);
  add_basis_options(app, words.basis);
  add_flag(app, "--all", words.is_all, tr("every row, not only those that fall short (text only)"));
  add_plan_options(app, words.plan);
  add_common_options(app, words.common);
}

tl::expected<Asked, Failure> asked(const CriticalPathWords& words, const Plan& plan) {
  const auto basis = basis_of(words.basis);
  if (!basis) return tl::unexpected(basis.error());
  auto failed = failed_nodes(words.fail, plan);
  if (!failed) return tl::unexpected(std::move(failed.error()));
  auto listed = listed_services(words.services, plan);
  if (!listed) return tl::unexpected(std::move(listed.error()));
  return Asked{.analysis = {.failed = *std::move(failed), .basis = *basis},
               .listed = *std::move(listed)};
}

bool falls_short(const RecoveryView& view) {
  return std::ranges::any_of(view.listed, [&](ServiceId service) {
    return view.recovery(service).verdict != Verdict::ok;
  });
}

std::string rendered(const RecoveryView& view, const CriticalPathWords& words, const Reply& reply) {
  if (reply.is("json")) return recovery_json(view);
  if (reply.is("csv")) return recovery_csv(view);
  if (reply.is("markdown")) return recovery_markdown(view, reply.language());
  const bool is_all = words.is_all || !words.services.empty();
  const RecoveryPage page{view, reply.language(), reply.style(), is_all};
  return reply.is_quiet() ? recovery_line(page) : recovery_text(page);
}

ExitStatus run(const CriticalPathWords& words, const Streams& streams) {
  Reply reply{words.common, "critical-path", streams};
  const auto plan = read_plan(words.plan, reply);
  if (!plan) return reply.fail(plan.error());
  const auto ask = asked(words, *plan);
  if (!ask) return reply.fail(ask.error());
  const CriticalPaths paths = critical_paths(*plan, ask->analysis);
  mention_without_recovery(paths.without_recovery, *plan, reply);
  const RecoveryView view{paths, *plan, ask->listed};
  return reply.answer(rendered(view, words, reply), falls_short(view));
}

}  // namespace

Command critical_path_command() {
  return {
      .name = "critical-path",
      .summary = tr("When is each service back, which chain decides it, and where does an hour "
                    "help?"),
      .falls_short = tr("a service comes back past its RTO or MTPD, uncovered"),
      .formats = {"text", "json", "csv", "markdown"},
      .examples = {"bcp critical-path plans/town",
                   "bcp critical-path plans/town --fail vpn-gateway --believe tested"},
      .declare = declared_by<CriticalPathWords>(add, run),
  };
}

}  // namespace bcp::cli
