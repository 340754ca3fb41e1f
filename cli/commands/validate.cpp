#include <charconv>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "plan_input.hpp"
#include "render/findings.hpp"
#include "render/json.hpp"
#include "reply.hpp"

namespace bcp::cli {

namespace {

struct ValidateOptions {
  CommonOptions common;
  PlanOptions plan;
  bool is_strict = false;
  std::string most;
};

void add(CLI::App& app, ValidateOptions& options) {
  add_plan_operand(app, options.plan);
  add_flag(app, "--strict", options.is_strict, tr("warnings count as errors do"));
  add_value(app, "--max-findings", options.most, tr("N"),
            tr("show at most so many (text only; 0: all; default: 50)"));
  add_plan_options(app, options.plan);
  add_common_options(app, options.common);
}

std::optional<std::size_t> most_findings(std::string_view text) {
  std::size_t most = 50;
  if (text.empty()) return most;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), most);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return most;
}

Argument count(std::size_t value) { return number(static_cast<std::int64_t>(value)); }

/// `the plan is well-formed: 5 services, 350 applications, 150 staff groups, 120 tasks`; what it has none of is left out.
std::string contents(const Plan& plan, const Language& language) {
  const std::vector<std::pair<std::size_t, Text>> sections = {
      {plan.services.size(), tr_n("{count} service", "{count} services", plan.services.size(),
                                  {{"count", count(plan.services.size())}})},
      {plan.applications.size(),
       tr_n("{count} application", "{count} applications", plan.applications.size(),
            {{"count", count(plan.applications.size())}})},
      {plan.staff.size(), tr_n("{count} staff group", "{count} staff groups", plan.staff.size(),
                               {{"count", count(plan.staff.size())}})},
      {plan.pools.size(), tr_n("{count} pool", "{count} pools", plan.pools.size(),
                               {{"count", count(plan.pools.size())}})},
      {plan.tasks.size(), tr_n("{count} task", "{count} tasks", plan.tasks.size(),
                               {{"count", count(plan.tasks.size())}})},
  };
  std::vector<std::string> items;
  for (const auto& [size, text] : sections) {
    if (size > 0) items.push_back(language.say(text));
  }
  if (items.empty()) return language.say(tr("the plan is well-formed, and empty"));
  return language.say(
      tr("the plan is well-formed: {contents}", {{"contents", language.list(items)}}));
}

std::string closing_line(const LoadedPlan& loaded, const Language& language) {
  const FindingCount found = count_of(loaded.found);
  std::vector<std::string> items;
  if (found.errors > 0) {
    items.push_back(language.say(
        tr_n("{count} error", "{count} errors", found.errors, {{"count", count(found.errors)}})));
  }
  if (found.warnings > 0) {
    items.push_back(language.say(tr_n("{count} warning", "{count} warnings", found.warnings,
                                      {{"count", count(found.warnings)}})));
  }
  std::string line = loaded.plan ? contents(*loaded.plan, language) : std::string{};
  for (const std::string& item : items) line += line.empty() ? item : "; " + item;
  return line + '\n';
}

std::string text(const LoadedPlan& loaded, std::size_t most, const Reply& reply) {
  std::string page;
  if (!reply.is_quiet()) {
    page = findings_text(loaded.found, loaded.text->files, most, reply.language(), reply.style());
  }
  return page + closing_line(loaded, reply.language());
}

std::string json(const LoadedPlan& loaded, const Language& language) {
  nlohmann::ordered_json document = json_document("validate");
  add_findings_json(document, loaded.found, loaded.text->files, language);
  return json_text(document);
}

ExitStatus run(const ValidateOptions& options, const Streams& streams) {
  Reply reply{options.common, "validate", streams};
  const auto most = most_findings(options.most);
  if (!most) {
    return reply.fail(
        {"usage", tr("`{option}` takes a whole number, not `{value}`",
                     {{"option", std::string{"--max-findings"}}, {"value", options.most}})});
  }
  const auto loaded = load(options.plan, reply);
  if (!loaded) return reply.fail(loaded.error());
  const FindingCount found = count_of(loaded->found);
  return reply.answer(
      reply.is("json") ? json(*loaded, reply.language()) : text(*loaded, *most, reply),
      found.errors > 0 || (options.is_strict && found.warnings > 0));
}

}  // namespace

Command validate_command() {
  return {
      .name = "validate",
      .summary = tr("What is wrong with the plan, where, and what can be done about it?"),
      .falls_short = tr("the plan has an error (--strict: or a warning)"),
      .formats = {"text", "json"},
      .examples = {"bcp validate plans/town", "bcp validate --strict --format json plans/town"},
      .declare = declared_by<ValidateOptions>(add, run),
  };
}

}  // namespace bcp::cli
