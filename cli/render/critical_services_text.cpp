#include <algorithm>
#include <iterator>

#include "render/critical_sentences.hpp"
#include "render/critical_text.hpp"
#include "render/escape.hpp"
#include "render/names.hpp"
#include "render/sections.hpp"
#include "render/table.hpp"
#include "render/verdicts.hpp"

namespace bcp::cli {

namespace {

std::string length(const std::optional<Seconds>& time, const RecoveryPage& page) {
  return time ? page.language.length({time->count()}) : std::string{};
}

std::vector<Cell> cells_of(ServiceId of, const RecoveryPage& page) {
  const ServiceRecovery& recovery = page.view.recovery(of);
  const Service& service = page.view.service(of);
  const Ink ink = ink_of(recovery.verdict);
  const std::string up =
      recovery.up ? length(recovery.up, page) : page.language.say(tr_c("time", "never"));
  return {{{up, ink}},
          {{length(service.rto, page)}},
          {{length(service.mtpd, page)}},
          {{length(recovery.margin, page), ink}},
          {{page.language.say(standing(page.view, of)), ink}}};
}

void add_row(Table& table, ServiceId of, const RecoveryPage& page) {
  std::vector<Cell> row = {{{"  " + page.view.service(of).id}}};
  std::ranges::move(cells_of(of, page), std::back_inserter(row));
  table.add(std::move(row));
}

void add_remarks(Table& table, ServiceId of, const RecoveryPage& page) {
  const Service& service = page.view.service(of);
  add_wrapped(table, telling_name(service, page.view.plan, page.language), 4);
  if (const Instant begins = beginning(page.view.plan, service); begins > page.view.plan.start) {
    add_wrapped(table,
                page.language.say(tr("its limits count from {time}",
                                     {{"time", wall_time(begins, page.view.plan.zone)}})),
                4);
  }
  const std::string items = covers(page.view.recovery(of), service, page.language);
  if (!items.empty()) {
    add_wrapped(table, page.language.say(tr("meanwhile: {workarounds}", {{"workarounds", items}})),
                4);
  }
}

Argument count(std::size_t value) { return number(static_cast<std::int64_t>(value)); }

/// What the table leaves out.
std::string rest(const RecoveryPage& page, std::size_t shown) {
  const auto is_short = [&](ServiceId service) { return falls_short(page.view.recovery(service)); };
  const auto wanting = static_cast<std::size_t>(std::ranges::count_if(page.view.listed, is_short));
  if (page.is_all || wanting == 0) return {};
  std::string text;
  if (const std::size_t more = wanting - shown; more > 0) {
    text += sentence(tr_n("{count} more service falls short.", "{count} more services fall short.",
                          more, {{"count", count(more)}}),
                     page.language, page.style);
  }
  const auto running = static_cast<std::size_t>(std::ranges::count_if(
      page.view.listed, [&](ServiceId service) { return page.view.is_running(service); }));
  if (const std::size_t well = page.view.listed.size() - wanting - running; well > 0) {
    text += sentence(tr_n("{count} service comes back in time.",
                          "{count} services come back in time.", well, {{"count", count(well)}}),
                     page.language, page.style);
  }
  if (running > 0) {
    text += sentence(tr_n("{count} service does not stop.", "{count} services do not stop.",
                          running, {{"count", count(running)}}),
                     page.language, page.style);
  }
  return text;
}

}  // namespace

std::string recovered_services_section(const RecoveryPage& page) {
  const std::vector<ServiceId> services = shown_services(page);
  if (services.empty()) return {};
  const auto say = [&](const Text& text) { return page.language.say(text); };
  Table table{{{.shrinks_to = least_id_columns},
               {.title = say(tr("up after")), .is_number = true},
               {.title = say(tr("RTO")), .is_number = true},
               {.title = say(tr("MTPD")), .is_number = true},
               {.title = say(tr("margin")), .is_number = true},
               {}}};
  std::optional<TierId> tier;
  for (const ServiceId service : services) {
    const TierId of = tier_of(page.view.plan, page.view.service(service));
    if (tier != of && !page.view.plan.tiers.empty())
      table.add_line({plain(page.view.plan.tiers[of.value]), Ink::strong});
    tier = of;
    add_row(table, service, page);
    add_remarks(table, service, page);
  }
  return section_title(tr("Services"), {}, page.language, page.style) + table.text(page.style) +
         rest(page, services.size());
}

}  // namespace bcp::cli
