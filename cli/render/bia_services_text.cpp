#include <algorithm>
#include <optional>
#include <sstream>

#include "render/bia_rows.hpp"
#include "render/bia_text.hpp"
#include "render/escape.hpp"
#include "render/id_lines.hpp"
#include "render/names.hpp"
#include "render/sections.hpp"
#include "render/table.hpp"

namespace bcp::cli {

namespace {

std::vector<Cell> row_of(const ServiceTolerances& service, const BiaPage& page) {
  const Service& of = page.plan.services[service.service.value];
  const auto length = [&](std::optional<Seconds> value) {
    return Cell{{short_length(value, page), value ? Ink::none : Ink::faint}};
  };
  return {{{"  " + of.id}},
          length(service.mtpd),
          length(service.rto),
          length(service.rpo),
          {{page.language.percentage(service.mbco)}},
          {{page.language.number(service.minimum_people)}},
          {{page.language.number(service.people)}},
          {{telling_name(of, page.plan, page.language)}}};
}

void add_lines(Table& table, const std::string& text) {
  std::istringstream lines{text};
  for (std::string line; std::getline(lines, line);) table.add_line({line, Ink::faint});
}

}  // namespace

std::string bia_services_section(const BiaPage& page) {
  const auto rows = shown_services(page);
  if (rows.empty()) return {};
  const auto title = [&](const Text& text) {
    return Column{.title = page.language.say(text), .is_number = true};
  };
  const auto figure = [](const char* word) { return Column{.title = word, .is_number = true}; };
  Table table{{{.shrinks_to = least_id_columns},
               figure("MTPD"),
               figure("RTO"),
               figure("RPO"),
               figure("MBCO"),
               title(tr("minimum\npeople")),
               title(tr("all\npeople")),
               name_column()}};
  std::optional<TierId> tier;
  for (const ServiceTolerances* service : rows) {
    const Service& of = page.plan.services[service->service.value];
    if (tier != tier_of(page.plan, of) && !page.plan.tiers.empty())
      table.add_line({plain(page.plan.tiers[tier_of(page.plan, of).value]), Ink::strong});
    tier = tier_of(page.plan, of);
    table.add(row_of(*service, page));
    add_lines(table, item_lines(equipment_of(*service, page.plan, page.language), 4, page.style));
  }
  std::string text =
      section_title(tr("Services, and what their minimum takes"), {}, page.language, page.style) +
      table.text(page.style);
  if (const std::uint64_t more = page.analysis.services.size() - rows.size(); more > 0) {
    text += sentence(tr_n("{count} less urgent service.", "{count} less urgent services.", more,
                          {{"count", number(static_cast<std::int64_t>(more))}}),
                     page.language, page.style);
  }
  return text;
}

}  // namespace bcp::cli
