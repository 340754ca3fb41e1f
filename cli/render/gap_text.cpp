#include "render/gap_text.hpp"

#include <algorithm>
#include <vector>

#include "render/escape.hpp"
#include "render/gap_rows.hpp"
#include "render/gap_sentences.hpp"
#include "render/width.hpp"

namespace bcp::cli {

namespace {

/// Whether some section leaves rows out.
bool has_more(const GapPage& page) {
  const Ranking types = ranked_types(page.report);
  const Ranking staff = ranked_staff(page.report);
  const Ranking services = ranked_services(page.report, page.plan);
  return !page.is_all && (types.wanting < types.rows.size() || staff.wanting < staff.rows.size() ||
                          services.wanting < services.rows.size() || staff.wanting > most_rows ||
                          services.wanting > most_rows || page.report.sources.size() > most_rows);
}

}  // namespace

std::string section_title(const GapPage& page, const Text& title, const std::vector<Text>& parts) {
  return section_title(title, parts, page.language, page.style);
}

std::string summary_line(const GapPage& page, const Text& text) {
  return sentence(text, page.language, page.style);
}

std::string row_time(const GapPage& page, Instant at) {
  return page.language.short_time(wall_time(at, page.plan.zone));
}

std::size_t bar_width(const GapPage& page) {
  return std::clamp<std::size_t>(page.style.width > 72 ? page.style.width - 72 : 0, 8, 24);
}

std::string gap_line(const GapPage& page) {
  const GapHeadline headline = gap_headline(page.report, page.plan, page.language);
  return headline.minimum + (headline.everyone.empty() ? "" : ' ' + headline.everyone) + '\n';
}

namespace {

/// The levels that services cannot pass where the search was cut off; the first few of them.
std::string bounds(const GapPage& page) {
  constexpr std::size_t most = 10;
  std::vector<std::string> items;
  for (const ServiceLevel& level : page.report.services) {
    if (!level.at_most || *level.at_most == level.level) continue;
    if (items.size() == most) {
      items.emplace_back("…");
      break;
    }
    items.push_back(plain(page.plan.services[level.service.value].id) + ' ' +
                    page.language.percentage(*level.at_most));
  }
  if (items.empty()) return {};
  return summary_line(page,
                      tr("Levels are at most: {levels}.", {{"levels", page.language.list(items)}}));
}

}  // namespace

std::string cut_off_lines(const GapPage& page) {
  std::string text;
  if (!page.report.is_exact) {
    text += '\n' + summary_line(page, tr("The search over alternatives of profiles was cut off: "
                                         "more people may be able to work than shown."));
    text += bounds(page);
  }
  if (!page.report.cut_off.empty()) {
    Names pools;
    for (const PoolId pool : page.report.cut_off) pools.push_back(page.plan.pools[pool.value].id);
    text +=
        '\n' + summary_line(page, tr("So many units of {pools} are prepared one after the other "
                                     "that the last ones are not counted.",
                                     {{"pools", pools}}));
  }
  return text;
}

std::string gap_text(const GapPage& page) {
  const GapHeadline headline = gap_headline(page.report, page.plan, page.language);
  std::string text =
      painted(wrapped(headline.minimum, page.style.width), Ink::strong, page.style) + '\n';
  if (!headline.everyone.empty()) text += wrapped(headline.everyone, page.style.width) + '\n';
  if (!headline.outlook.empty()) text += wrapped(headline.outlook, page.style.width) + '\n';
  if (!page.is_all && is_all_well(page.report)) return text;

  for (const auto section : {resources_section, services_section, sources_section, staff_section}) {
    const std::string rows = section(page);
    if (!rows.empty()) text += '\n' + rows;
  }
  text += cut_off_lines(page);
  if (has_more(page)) text += '\n' + summary_line(page, tr("`--all` shows every row."));
  return text;
}

}  // namespace bcp::cli
