#include <algorithm>

#include "graph/verdict.hpp"
#include "render/bar.hpp"
#include "render/escape.hpp"
#include "render/gap_explanation_sentences.hpp"
#include "render/gap_rows.hpp"
#include "render/gap_text.hpp"
#include "render/names.hpp"

namespace bcp::cli {

namespace {

/// Narrower than other bars in 80 columns, so that most ids stand beside their figures and not above them.
std::size_t level_bar_width(const GapPage& page) {
  return std::clamp<std::size_t>(page.style.width > 73 ? page.style.width - 73 : 0, 7, 10);
}

std::vector<Cell> row_of(const ServiceLevel& level, const GapPage& page) {
  const Service& service = page.plan.services[level.service.value];
  const Ratio minimum = service.mbco.value_or(Ratio{{.digits = 1, .places = 0}});
  const Exact below = std::max(Exact{0}, Exact{exact(minimum) - level.level});
  std::string whole_from;  // an instant that was asked for leaves open what comes after it
  if (level.minimum_at) {
    whole_from = row_time(page, *level.minimum_at);
  } else if (!page.report.is_instant_asked) {
    whole_from = page.language.say(tr_c("time", "never"));
  }
  return {
      {{"  " + service.id}},
      bar({level.level, below, Exact{1 - level.level - below}}, level_bar_width(page), page.style),
      {{page.language.percentage(level.level), ink_of(level.verdict)}},
      {{page.language.percentage(minimum)}},
      {{whole_from}},
      {{page.language.say(standing(level, page.report, page.plan)), ink_of(level.verdict)}}};
}

/// `vouchers (70%, after 2 h)`, …: a service that lacks people or things has these too.
std::string workarounds(const Service& service, const GapPage& page) {
  std::vector<std::string> items;
  for (const Workaround& one : service.workarounds) {
    const NamedArgument name{"workaround", one.id};
    const NamedArgument level{"level", page.language.percentage(one.level)};
    items.push_back(
        page.language.say(one.ready.value_or(Seconds{0}) > Seconds{0}
                              ? tr("{workaround} ({level}, after {time})",
                                   {name, level, {"time", TimeLength{one.ready->count()}}})
                              : tr("{workaround} ({level})", {name, level})));
  }
  return items.empty() ? std::string{} : page.language.list(items);
}

/// `Payment of aids: lacks 12 remote licences and 4 people of accountants`; what there is of it.
std::string remark(const ServiceLevel& level, const GapPage& page) {
  const Service& service = page.plan.services[level.service.value];
  const auto say = [&](const Text& text) { return page.language.say(text); };
  std::vector<std::string> items;
  if (const auto lacking = lacking_items(level, page.plan, page.language); !lacking.empty())
    items.push_back(say(tr("lacks {items}", {{"items", page.language.list(lacking)}})));
  if (level.is_down) items.push_back(say(tr("neither up nor covered")));
  if (const std::string planned = workarounds(service, page);
      level.verdict != Verdict::ok && !planned.empty())
    items.push_back(say(tr("workaround planned: {workarounds}", {{"workarounds", planned}})));
  if (const Instant begins = beginning(page.plan, service);
      page.report.is_instant_asked && begins > page.report.at) {
    items.push_back(say(tr("begins {time}", {{"time", wall_time(begins, page.plan.zone)}})));
  }
  std::string text;
  for (const std::string& item : items)
    text += (text.empty() ? "" : say(tr_c("punctuation", "; "))) + item;
  const std::string name = telling_name(service, page.plan, page.language);
  if (name.empty()) return text;
  return text.empty() ? name : say(tr("{name}: {remark}", {{"name", name}, {"remark", text}}));
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
  Table table{{{.title = {}, .shrinks_to = least_id_columns},
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
    add_wrapped(table, remark(level, page), 4);
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
