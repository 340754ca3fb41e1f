#include <algorithm>

#include "render/bar.hpp"
#include "render/escape.hpp"
#include "render/gap_explanation_sentences.hpp"
#include "render/gap_rows.hpp"
#include "render/gap_text.hpp"
#include "render/names.hpp"

namespace bcp::cli {

namespace {

Text standing(const ServiceLevel& level, const Service& service) {
  if (level.verdict == Verdict::ok && !service.rto && !service.mtpd) return tr("no deadline");
  return word_of(level.verdict);
}

std::vector<Cell> row_of(const ServiceLevel& level, const GapPage& page) {
  const Service& service = page.plan.services[level.service.value];
  const Ratio minimum = service.mbco.value_or(Ratio{{.digits = 1, .places = 0}});
  const Exact below = std::max(Exact{0}, Exact{exact(minimum) - level.level});
  const std::string whole_from = level.minimum_at ? row_time(page, *level.minimum_at)
                                                  : page.language.say(tr_c("time", "never"));
  return {{{"  " + service.id}},
          bar({level.level, below, Exact{1 - level.level - below}}, 10, page.style),
          {{page.language.percentage(level.level), ink_of(level.verdict)}},
          {{page.language.percentage(minimum)}},
          {{whole_from}},
          {{page.language.say(standing(level, service)), ink_of(level.verdict)}}};
}

/// `lacks 12 remote licences and 4 people of accountants`, or nothing.
std::string lacks(const ServiceLevel& level, const GapPage& page) {
  std::vector<std::string> items = lacking_items(level, page.plan, page.language);
  if (level.is_down) items.push_back(page.language.say(tr("itself: it is neither up nor covered")));
  if (items.empty()) return {};
  return page.language.say(tr("lacks {items}", {{"items", page.language.list(items)}}));
}

}  // namespace

std::string services_section(const GapPage& page) {
  Ranking services = ranked_services(page.report, page.plan);
  if (services.rows.empty()) return {};
  const auto tier_at = [&](std::size_t row) {
    return tier_of(page.plan, page.plan.services[page.report.services[row].service.value]);
  };
  if (page.is_all) std::ranges::stable_sort(services.rows, {}, tier_at);
  const std::size_t shown =
      page.is_all ? services.rows.size() : std::min(services.wanting, most_rows);
  const auto say = [&](const Text& text) { return page.language.say(text); };
  Table table{{{.title = {}, .shrinks_to = 20},
               {},
               {.title = say(tr("level")), .is_number = true},
               {.title = say(tr("minimum")), .is_number = true},
               {.title = say(tr("minimum\nwhole from"))},
               {}}};
  std::optional<TierId> tier;
  for (std::size_t i = 0; i < shown; ++i) {
    const ServiceLevel& level = page.report.services[services.rows[i]];
    const TierId of = tier_at(services.rows[i]);
    if (tier != of && !page.plan.tiers.empty())
      table.add_line({plain(page.plan.tiers[of.value]), Ink::strong});
    tier = of;
    table.add(row_of(level, page));
    add_wrapped(table, lacks(level, page), 4, page.style);
  }

  const std::vector<Text> parts = {tr("level"), tr("short of the minimum"),
                                   tr("short of the full level")};
  std::string text = section_title(page, tr("Services"), shown > 0 ? parts : std::vector<Text>{});
  text += table.text(page.style);
  const auto count = [](std::uint64_t value) { return number(static_cast<std::int64_t>(value)); };
  if (const std::uint64_t more = services.wanting - std::min(shown, services.wanting); more > 0) {
    text += summary_line(
        page, tr_n("{count} more service falls short.", "{count} more services fall short.", more,
                   {{"count", count(more)}}));
  }
  const std::uint64_t well = services.rows.size() - std::max(shown, services.wanting);
  if (well > 0) {
    text += summary_line(
        page, tr_n("{count} service has its minimum in time.",
                   "{count} services have their minimum in time.", well, {{"count", count(well)}}));
  }
  return text;
}

}  // namespace bcp::cli
