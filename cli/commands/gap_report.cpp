#include "supply/gap_report.hpp"

#include <algorithm>

#include "commands.hpp"
#include "node_options.hpp"
#include "plan/grammar.hpp"
#include "plan/instants.hpp"
#include "plan_input.hpp"
#include "render/gap_documents.hpp"
#include "render/gap_explanation_documents.hpp"
#include "render/gap_explanation_text.hpp"
#include "render/gap_text.hpp"
#include "reply.hpp"

namespace bcp::cli {

namespace {

struct GapReportOptions {
  CommonOptions common;
  PlanOptions plan;
  std::string at;
  std::vector<std::string> absent;
  std::vector<std::string> fail;
  std::string service;
  std::string explain;
  bool is_cold_start = false;
  bool is_strict = false;
  bool is_all = false;
};

void add(CLI::App& app, GapReportOptions& options) {
  add_plan_operand(app, options.plan);
  add_value(app, "--at", options.at, tr("INSTANT"),
            tr("the figures at an instant, +36h after the start, or a milestone (default: the "
               "first at which the minimum "
               "of some type is not reached)"));
  add_values(app, "--absent", options.absent, tr("GROUP=SHARE"),
             tr("people away from the start on, as in accountants=40%, accountants=12 or "
                "everyone=25%; may be repeated"));
  add_fail_option(
      app, options.fail, options.plan,
      tr("these fail at the start, and count from when they have recovered; PLAN stands "
         "before it"));
  add_flag(app, "--cold-start", options.is_cold_start, tr("everything is down at the start"));
  add_value(app, "--service", options.service, tr("ID"),
            tr("only this service, its groups and what they need; the exit status speaks of it "
               "alone"));
  add_value(app, "--explain", options.explain, tr("ID"),
            tr("why this service gets what it gets, and what would have to give for more; limits "
               "as --service does (not as csv)"));
  add_flag(app, "--strict", options.is_strict,
           tr("any gap ends with 1, not only one below the minimum"));
  add_flag(app, "--all", options.is_all,
           tr("every row, not only those that fall short (text only)"));
  add_plan_options(app, options.plan);
  add_common_options(app, options.common);
}

tl::expected<std::optional<StaffId>, Failure> group_named(const std::string& name,
                                                          const Plan& plan) {
  if (name == "everyone") return std::nullopt;
  const auto found = std::ranges::lower_bound(plan.staff, name, {}, &StaffGroup::id);
  if (found != plan.staff.end() && found->id == name) {
    return StaffId{static_cast<std::uint32_t>(found - plan.staff.begin())};
  }
  std::vector<std::string_view> ids = {"everyone"};
  for (const StaffGroup& group : plan.staff) ids.push_back(group.id);
  return tl::unexpected(
      usage_failure(tr("`--absent`: `{name}` is no staff group of the plan", {{"name", name}}),
                    did_you_mean(name, ids)));
}

tl::expected<ExtraAbsence, Failure> absence(const std::string& text, const Plan& plan) {
  const std::size_t sign = text.find('=');
  if (sign == std::string::npos) {
    return tl::unexpected(usage_failure(
        tr("`--absent` takes GROUP=40% or GROUP=12, not `{value}`", {{"value", text}})));
  }
  const auto group = group_named(text.substr(0, sign), plan);
  if (!group) return tl::unexpected(group.error());
  auto people = grammar::share_or_count(std::string_view{text}.substr(sign + 1));
  if (!people) {
    return tl::unexpected(usage_failure(
        tr("`--absent` takes GROUP=40% or GROUP=12, not `{value}`", {{"value", text}}),
        std::move(people.error())));
  }
  return ExtraAbsence{.staff = *group, .people = *people};
}

/// The service of `--service` or `--explain`, if one is named.
tl::expected<std::optional<ServiceId>, Failure> service_asked(const GapReportOptions& options,
                                                              const Plan& plan) {
  if (!options.service.empty() && !options.explain.empty()) {
    return tl::unexpected(usage_failure(tr("`--explain` and `--service` do not go together"),
                                        tr("`--explain` alone names the service")));
  }
  const bool is_explained = !options.explain.empty();
  if (is_explained && options.common.format == "csv") {
    return tl::unexpected(usage_failure(tr("`--explain` cannot be written as csv"),
                                        tr("it knows text, json and markdown")));
  }
  const std::string& name = is_explained ? options.explain : options.service;
  if (name.empty()) return std::nullopt;
  return service_named(name, is_explained ? "--explain" : "--service", plan);
}

tl::expected<GapOptions, Failure> asked(const GapReportOptions& options, const Plan& plan) {
  GapOptions gap;
  if (!options.at.empty()) {
    auto at = instant_in(plan, options.at);
    if (!at) {
      std::vector<std::string_view> ids;
      for (const Milestone& milestone : plan.milestones) ids.push_back(milestone.id);
      return tl::unexpected(usage_failure(
          tr("`--at`: `{value}` is neither an instant nor a milestone", {{"value", options.at}}),
          did_you_mean(options.at, ids, std::move(at.error()))));
    }
    gap.at = *at;
  }
  for (const std::string& text : options.absent) {
    auto one = absence(text, plan);
    if (!one) return tl::unexpected(std::move(one.error()));
    gap.absent.push_back(*one);
  }
  auto failed = failed_nodes(options.fail, plan);
  if (!failed) return tl::unexpected(std::move(failed.error()));
  gap.outage = {*std::move(failed), options.is_cold_start};
  const auto service = service_asked(options, plan);
  if (!service) return tl::unexpected(service.error());
  gap.service = *service;
  gap.is_explained = !options.explain.empty();
  return gap;
}

bool falls_short(const GapReport& report, bool is_strict) {
  const auto is_behind = [&](const ServiceLevel& service) {
    return service.verdict != Verdict::ok || (report.only && is_strict && service.level < 1);
  };
  if (report.only) return std::ranges::any_of(report.services, is_behind);
  const auto has_gap = [&](const TypeGap& type) {
    return type.figures.gap_minimum > 0 ||
           (is_strict && (type.figures.gap > 0 || type.figures.gap_services > 0));
  };
  return std::ranges::any_of(report.services, is_behind) ||
         std::ranges::any_of(report.types, has_gap);
}

std::string rendered(const GapReport& report, const Plan& plan, const GapReportOptions& options,
                     const Reply& reply) {
  if (reply.is("json")) return gap_json(report, plan);
  if (reply.is("csv")) return gap_csv(report, plan);
  if (reply.is("markdown")) {
    return report.explanation ? explanation_markdown(report, plan, reply.language())
                              : gap_markdown(report, plan, reply.language());
  }
  const GapPage page{report, plan, reply.language(), reply.style(), options.is_all};
  if (reply.is_quiet()) return gap_line(page);
  return report.explanation ? explanation_text(page) : gap_text(page);
}

ExitStatus run(const GapReportOptions& options, const Streams& streams) {
  Reply reply{options.common, "gap-report", streams};
  const auto plan = read_plan(options.plan, reply);
  if (!plan) return reply.fail(plan.error());
  const auto gap = asked(options, *plan);
  if (!gap) return reply.fail(gap.error());
  const GapReport report = gap_report(*plan, *gap);
  return reply.answer(rendered(report, *plan, options, reply),
                      falls_short(report, options.is_strict));
}

}  // namespace

Command gap_report_command() {
  return {
      .name = "gap-report",
      .summary = tr("What is missing, by when, for whom, and which services fall below their "
                    "minimum because of it?"),
      .falls_short =
          tr("a service misses its minimum, or a type falls short of it (--strict: any gap)"),
      .formats = {"text", "json", "csv", "markdown"},
      .examples = {"bcp gap-report plans/town",
                   "bcp gap-report plans/town --at +36h --explain benefit-payments"},
      .declare = declared_by<GapReportOptions>(add, run),
  };
}

}  // namespace bcp::cli
