#include "render/critical_text.hpp"

#include <algorithm>

#include "render/critical_sentences.hpp"
#include "render/sections.hpp"
#include "render/width.hpp"

namespace bcp::cli {

namespace {

/// Services that are never up again, which no list may bury.
std::string never_line(const RecoveryPage& page) {
  Names never;
  for (const ServiceId service : by_urgency(page.view)) {
    if (!page.view.recovery(service).up) never.push_back(page.view.service(service).id);
  }
  if (never.empty()) return {};
  const auto count = static_cast<std::uint64_t>(never.size());
  if (never.size() > most_rows) {
    return sentence(tr("{count} services never come back: something that they require waits for "
                       "itself. `bcp validate` prints the loop.",
                       {{"count", number(static_cast<std::int64_t>(count))}}),
                    page.language, page.style);
  }
  return sentence(tr_n("{services} never comes back: something that it requires waits for itself. "
                       "`bcp validate` prints the loop.",
                       "{services} never come back: something that they require waits for itself. "
                       "`bcp validate` prints the loop.",
                       count, {{"services", never}}),
                  page.language, page.style);
}

bool has_more(const RecoveryPage& page) {
  return !page.is_all && page.view.listed.size() > shown_services(page).size();
}

}  // namespace

std::vector<ServiceId> shown_services(const RecoveryPage& page) {
  std::vector<ServiceId> services = by_urgency(page.view);
  if (page.is_all) return services;
  std::erase_if(services,
                [&](ServiceId service) { return !falls_short(page.view.recovery(service)); });
  if (services.size() > most_rows) services.resize(most_rows);
  if (!services.empty()) return services;
  const std::optional<ServiceId> nearest = tightest(page.view);
  if (nearest) services.push_back(*nearest);
  return services;
}

std::string recovery_line(const RecoveryPage& page) {
  return recovery_headline(page.view, page.language) + '\n';
}

std::string recovery_text(const RecoveryPage& page) {
  std::string text = painted(wrapped(recovery_headline(page.view, page.language), page.style.width),
                             Ink::strong, page.style) +
                     '\n' + never_line(page);
  for (const auto section :
       {recovered_services_section, chains_section, bottlenecks_section, flips_section}) {
    const std::string rows = section(page);
    if (!rows.empty()) text += '\n' + rows;
  }
  if (page.view.result.has_recovery_teams)
    text += '\n' + sentence(people_are_unlimited(), page.language, page.style);
  if (has_more(page))
    text += '\n' + sentence(tr("`--all` shows every row."), page.language, page.style);
  return text;
}

}  // namespace bcp::cli
