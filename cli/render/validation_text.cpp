#include "render/validation_text.hpp"

#include <utility>
#include <vector>

namespace bcp::cli {

namespace {

Argument count(std::size_t value) { return number(static_cast<std::int64_t>(value)); }

/// `the plan is well-formed: 5 services, 350 applications, 150 staff groups, 120 tasks`; what it has none of is left out.
/// With errors of meaning nobody wants to hear that all is well with its form.
std::string contents(const Plan& plan, bool has_errors, const Language& language) {
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
  if (has_errors)
    return language.say(
        tr("the plan can be read: {contents}", {{"contents", language.list(items)}}));
  return language.say(
      tr("the plan is well-formed: {contents}", {{"contents", language.list(items)}}));
}

}  // namespace

std::string closing_line(const Plan* plan, const FindingCount& found, const Language& language) {
  const std::vector<std::pair<std::size_t, Text>> counts = {
      {found.errors,
       tr_n("{count} error", "{count} errors", found.errors, {{"count", count(found.errors)}})},
      {found.warnings, tr_n("{count} warning", "{count} warnings", found.warnings,
                            {{"count", count(found.warnings)}})},
      {found.suppressed, tr_n("{count} finding allowed", "{count} findings allowed",
                              found.suppressed, {{"count", count(found.suppressed)}})},
  };
  std::string line = plan == nullptr ? std::string{} : contents(*plan, found.errors > 0, language);
  for (const auto& [number, text] : counts) {
    if (number == 0) continue;
    if (!line.empty()) line += language.say(tr_c("punctuation", "; "));
    line += language.say(text);
  }
  return line + '\n';
}

}  // namespace bcp::cli
