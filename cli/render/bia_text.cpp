#include "render/bia_text.hpp"

#include <algorithm>

#include "render/bia_rows.hpp"
#include "render/id_lines.hpp"
#include "render/sections.hpp"
#include "render/width.hpp"

namespace bcp::cli {

namespace {

/// Whether a section leaves rows out.
bool has_more(const BiaPage& page) {
  return !page.is_all && (page.analysis.services.size() > most_rows || has_more_entities(page) ||
                          page.analysis.unclassified.size() > most_rows);
}

}  // namespace

std::vector<const ServiceTolerances*> shown_services(const BiaPage& page) {
  auto rows = ranked(page.analysis.services, page.plan);
  if (!page.is_all && rows.size() > most_rows) rows.resize(most_rows);
  return rows;
}

std::string short_length(std::optional<Seconds> length, const BiaPage& page) {
  if (!length) return page.style.unicode ? "–" : "-";
  return page.language.short_length({length->count()});
}

std::string bia_unclassified_section(const BiaPage& page) {
  const std::vector<NodeId>& nodes = page.analysis.unclassified;
  if (nodes.empty()) return {};
  const auto services = std::ranges::count_if(
      nodes, [&](NodeId node) { return page.plan.nodes[node.value].kind == NodeKind::service; });
  const Argument count = number(static_cast<std::int64_t>(nodes.size()));
  std::string text = section_title(
      page.plan.tiers.empty()
          ? tr("Not classified, although a service hangs on them ({count})", {{"count", count}})
          : tr("Not classified, although a {tier} service hangs on them ({count})",
               {{"tier", page.plan.tiers.front()}, {"count", count}}),
      {}, page.language, page.style);
  const auto say = [&](const Text& line) { text += sentence(line, page.language, page.style); };
  if (services < static_cast<std::ptrdiff_t>(nodes.size()))
    say(tr("No recovery is stated: they count as back as soon as what they require is."));
  if (services > 0) say(tr("The services among them state no tier, and count as least urgent."));
  return text +
         id_lines(ids_of(nodes, page.plan), page.is_all ? nodes.size() : most_rows, 2, page.style);
}

std::string bia_line(const BiaPage& page) {
  const std::string backups = backup_sentence(page.analysis, page.plan, page.language);
  return bia_headline(page.analysis, page.plan, page.language) +
         (backups.empty() ? "" : ' ' + backups) + '\n';
}

std::string bia_text(const BiaPage& page) {
  const std::string backups = backup_sentence(page.analysis, page.plan, page.language);
  std::string text =
      painted(wrapped(bia_headline(page.analysis, page.plan, page.language), page.style.width),
              Ink::strong, page.style);
  text += '\n';
  if (!backups.empty()) text += wrapped(backups, page.style.width) + '\n';
  for (const auto section :
       {bia_services_section, bia_impact_section, bia_entities_section, bia_unclassified_section}) {
    const std::string rows = section(page);
    if (!rows.empty()) text += '\n' + rows;
  }
  if (has_more(page))
    text += '\n' + sentence(tr("`--all` shows every row."), page.language, page.style);
  return text;
}

}  // namespace bcp::cli
