#include <algorithm>

#include "render/gap_rows.hpp"
#include "render/gap_text.hpp"
#include "render/names.hpp"
#include "render/table.hpp"

namespace bcp::cli {

namespace {

/// Sources by their type, the type that lacks most first; then by id, as the report has them.
std::vector<const SupplySource*> by_type(const GapReport& report) {
  std::vector<const SupplySource*> sources;
  for (const std::size_t row : ranked_types(report).rows) {
    for (const SupplySource& source : report.sources) {
      if (source.type == report.types[row].type) sources.push_back(&source);
    }
  }
  return sources;
}

}  // namespace

std::string sources_section(const GapPage& page) {
  const std::vector<const SupplySource*> sources = by_type(page.report);
  if (sources.empty()) return {};
  const std::size_t shown = page.is_all ? sources.size() : std::min(sources.size(), most_rows);

  Table table{{{.title = {}, .shrinks_to = least_id_columns},
               {.title = page.language.say(tr("units")), .is_number = true},
               {.title = page.language.say(tr("from"))},
               {.title = page.language.say(tr("all by"))}}};
  for (std::size_t i = 0; i < shown; ++i) {
    const SupplySource& source = *sources[i];
    if (i == 0 || source.type != sources[i - 1]->type) {
      table.add_line({page.plan.resource_types[source.type.value].id, Ink::strong});
    }
    const bool comes_at_once = source.first == source.last;
    table.add({{{"  " + id_of(page.plan, source.origin)}},
               {{page.language.amount(source.units)}},
               {{row_time(page, source.first)}},
               {{comes_at_once ? std::string{} : row_time(page, source.last)}}});
  }
  std::string text = section_title(page, tr("Sources")) + table.text(page.style);
  if (const std::size_t more = sources.size() - shown; more > 0) {
    text += summary_line(page, tr_n("{count} more source.", "{count} more sources.", more,
                                    {{"count", number(static_cast<std::int64_t>(more))}}));
  }
  return text;
}

}  // namespace bcp::cli
