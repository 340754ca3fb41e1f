#include <algorithm>
#include <array>

#include "basis_options.hpp"
#include "commands.hpp"
#include "graph/business_impact.hpp"
#include "node_options.hpp"
#include "plan_input.hpp"
#include "render/bia_documents.hpp"
#include "render/bia_rows.hpp"
#include "render/bia_text.hpp"
#include "reply.hpp"

namespace bcp::cli {

namespace {

constexpr std::array<std::string_view, 3> tables = {"entities", "services", "impact"};

struct BiaOptions {
  CommonOptions common;
  PlanOptions plan;
  BasisOptions basis;
  std::vector<std::string> services;
  std::string table;
  bool is_all = false;
};

void add(CLI::App& app, BiaOptions& options) {
  add_plan_operand(app, options.plan);
  add_basis_options(app, options.basis);
  add_values(app, "--service", options.services, tr("ID"),
             tr("this service and what it hangs on alone; may be repeated"));
  add_flag(app, "--all", options.is_all,
           tr("every row, not only the most urgent and those that fall short (text only)"));
  add_value(app, "--table", options.table, tr("entities|services|impact"),
            tr("which table (csv only; default: entities)"));
  add_plan_options(app, options.plan);
  add_common_options(app, options.common);
}

tl::expected<BusinessImpactOptions, Failure> asked(const BiaOptions& options, const Plan& plan) {
  BusinessImpactOptions analysis;
  const auto basis = basis_of(options.basis);
  if (!basis) return tl::unexpected(basis.error());
  analysis.basis = *basis;
  if (auto fault = fault_of_choice("--table", options.table, tables))
    return tl::unexpected(usage_failure(std::move(*fault)));
  if (!options.table.empty() && options.common.format != "csv") {
    return tl::unexpected(
        usage_failure(tr("`--table` chooses one of the tables of csv"), tr("add `--format csv`")));
  }
  if (options.services.empty()) return analysis;
  auto services = listed_services(options.services, plan);
  if (!services) return tl::unexpected(std::move(services.error()));
  analysis.services = *std::move(services);
  return analysis;
}

std::string csv(const BusinessImpact& analysis, const Plan& plan, const std::string& table) {
  if (table == "services") return bia_services_csv(analysis, plan);
  if (table == "impact") return bia_impact_csv(analysis, plan);
  return bia_entities_csv(analysis, plan);
}

std::string rendered(const BusinessImpact& analysis, const Plan& plan, const BiaOptions& options,
                     const Reply& reply) {
  if (reply.is("json")) return bia_json(analysis, plan);
  if (reply.is("csv")) return csv(analysis, plan, options.table);
  if (reply.is("markdown")) return bia_markdown(analysis, plan, reply.language());
  const BiaPage page{analysis, plan, reply.language(), reply.style(), options.is_all};
  return reply.is_quiet() ? bia_line(page) : bia_text(page);
}

ExitStatus run(const BiaOptions& options, const Streams& streams) {
  Reply reply{options.common, "bia", streams};
  const auto plan = read_plan(options.plan, reply);
  if (!plan) return reply.fail(plan.error());
  const auto analysis_options = asked(options, *plan);
  if (!analysis_options) return reply.fail(analysis_options.error());
  const BusinessImpact analysis = business_impact(*plan, *analysis_options);
  return reply.answer(rendered(analysis, *plan, options, reply),
                      std::ranges::any_of(analysis.entities, is_late));
}

}  // namespace

Command bia_command() {
  return {
      .name = "bia",
      .summary =
          tr("What does the loss of each service mean over time, and what must everything it "
             "hangs on promise?"),
      .falls_short = tr("something comes back later than the services on it allow"),
      .formats = {"text", "json", "csv", "markdown"},
      .examples = {"bcp bia plans/town", "bcp bia plans/town --believe worst --format csv"},
      .declare = declared_by<BiaOptions>(add, run),
  };
}

}  // namespace bcp::cli
