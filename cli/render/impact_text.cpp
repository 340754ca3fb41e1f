#include "render/impact_text.hpp"

#include <algorithm>

#include "render/escape.hpp"
#include "render/id_lines.hpp"
#include "render/impact_rows.hpp"
#include "render/kinds.hpp"
#include "render/names.hpp"
#include "render/sections.hpp"
#include "render/width.hpp"

namespace bcp::cli {

namespace {

constexpr std::size_t indent = 2;
/// Services beyond `most_rows` that are shown like the others rather than counted.
constexpr std::size_t a_few = 3;

std::string heading(const std::string& text, std::size_t count, const ImpactPage& page) {
  const std::string counted = page.language.number(static_cast<Count>(count));
  return painted(text + " (" + counted + ')', Ink::strong, page.style) + '\n';
}

std::vector<NodeId> nodes_of(const Losses& losses, std::size_t from = 0) {
  std::vector<NodeId> nodes;
  for (std::size_t i = from; i < losses.size(); ++i) nodes.push_back(losses[i]->node);
  return nodes;
}

/// Services of a tier that are shown with their chains.
std::size_t shown_of(const Losses& losses) {
  return losses.size() <= most_rows + a_few ? losses.size() : most_rows;
}

/// The first services with their chains, the rest of a long tier by their ids.
std::string tier_lines(const Losses& losses, const ImpactPage& page) {
  std::string text;
  if (!page.plan.tiers.empty())
    text += heading(plain(page.plan.tiers[tier_of(*losses.front(), page.plan).value]),
                    losses.size(), page);
  const std::size_t shown = shown_of(losses);
  for (std::size_t i = 0; i < shown; ++i) {
    text += chain_lines(chain_ids(*losses[i], page.impacts, page.plan), indent, page.style);
    const Node& node = node_of(page.plan, losses[i]->node);
    if (const std::string name = telling_name(node, page.plan, page.language); !name.empty())
      text += std::string(2 * indent, ' ') +
              wrapped(name, page.style.width, 2 * indent, 2 * indent) + '\n';
  }
  if (shown == losses.size()) return text;
  const std::uint64_t more = losses.size() - shown;
  text += std::string(indent, ' ') +
          page.language.say(tr_n("and {count} more:", "and {count} more:", more,
                                 {{"count", number(static_cast<std::int64_t>(more))}})) +
          '\n';
  return text + id_lines(ids_of(nodes_of(losses, shown), page.plan), more, indent + 2, page.style);
}

std::string services_lost(const ImpactPage& page) {
  const std::vector<Losses> tiers = lost_services(page.impacts, page.plan);
  if (tiers.empty()) return {};
  std::string text =
      '\n' + section_title(tr("Services that stop, and why"), {}, page.language, page.style);
  for (const Losses& losses : tiers) text += tier_lines(losses, page);
  return text;
}

std::string others_lost(const ImpactPage& page) {
  const std::vector<Losses> kinds = other_losses(page.impacts, page.plan);
  if (kinds.empty()) return {};
  std::string text = '\n' + section_title(tr("What else stops"), {}, page.language, page.style);
  for (const Losses& losses : kinds) {
    const NodeKind kind = page.plan.nodes[losses.front()->node.value].kind;
    text += heading(page.language.say(heading_of(kind)), losses.size(), page);
    text += id_lines(ids_of(nodes_of(losses), page.plan), most_rows, indent, page.style);
  }
  return text;
}

std::string what_goes_on(const ImpactPage& page) {
  const std::vector<Rescue> all = rescues(page.impacts);
  if (all.empty()) return {};
  std::string text = '\n' + section_title(tr("What goes on thanks to an alternative"), {},
                                          page.language, page.style);
  for (const Rescue& rescue : all) {
    const auto list = [&](const std::vector<NodeId>& nodes) {
      std::vector<std::string> ids;
      for (const std::string& id : ids_of(nodes, page.plan)) ids.push_back(plain(id));
      return page.language.list(ids);
    };
    text += wrapped(page.language.say(
                        tr("without {down}, thanks to {carriers} ({count}):",
                           {{"down", list(rescue.down)},
                            {"carriers", list(rescue.carried_by)},
                            {"count", number(static_cast<std::int64_t>(rescue.nodes.size()))}})),
                    page.style.width, indent) +
            '\n';
    text += id_lines(ids_of(rescue.nodes, page.plan), most_rows, indent, page.style);
  }
  return text;
}

/// Whether a list is cut.
bool has_more(const ImpactPage& page) {
  const auto is_cut = [](const Losses& losses) { return shown_of(losses) < losses.size(); };
  const auto is_long = [](const auto& nodes) { return nodes.size() > most_rows; };
  return std::ranges::any_of(lost_services(page.impacts, page.plan), is_cut) ||
         std::ranges::any_of(other_losses(page.impacts, page.plan), is_long) ||
         std::ranges::any_of(rescues(page.impacts), is_long, &Rescue::nodes);
}

}  // namespace

std::string impact_line(const ImpactPage& page) {
  return impact_headline(page.impacts, page.plan, page.language) + '\n';
}

std::string impact_text(const ImpactPage& page) {
  std::string text =
      painted(wrapped(impact_headline(page.impacts, page.plan, page.language), page.style.width),
              Ink::strong, page.style) +
      '\n';
  text += services_lost(page) + others_lost(page) + what_goes_on(page);
  if (has_more(page)) {
    text += '\n' + sentence(tr("`--format csv` lists every node, each with what stops it."),
                            page.language, page.style);
  }
  return text;
}

}  // namespace bcp::cli
