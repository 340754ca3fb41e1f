#include <algorithm>

#include "render/critical_sentences.hpp"
#include "render/critical_text.hpp"
#include "render/names.hpp"
#include "render/sections.hpp"
#include "render/table.hpp"
#include "render/verdicts.hpp"

namespace bcp::cli {

namespace {

/// Nodes that are shown before the rest is only there with `--all`.
constexpr std::size_t most_bottlenecks = 5;

std::string slack_of(const Bottleneck& bottleneck, const RecoveryPage& page) {
  const auto& slack = page.view.result.nodes[bottleneck.node.value].slack;
  if (!slack) return page.language.say(tr("no limit"));
  if (*slack == Seconds{0}) return page.language.say(tr_c("slack", "none"));
  return page.language.length({slack->count()});
}

void add(Table& table, const Bottleneck& bottleneck, const RecoveryPage& page) {
  const auto held = static_cast<std::uint64_t>(bottleneck.holds_up.size());
  const Text services = tr_n("{count} service", "{count} services", held,
                             {{"count", number(static_cast<std::int64_t>(held))}});
  const Node& node = node_of(page.view.plan, bottleneck.node);
  table.add({{{"  " + node.id}},
             {{page.language.say(services)}},
             {{slack_of(bottleneck, page)}},
             {{telling_name(node, page.view.plan, page.language)}}});
  add_wrapped(table, gain_sentence(bottleneck, page.view.plan, page.language), 4);
}

Argument count(const std::vector<Flip>& flips) {
  return number(static_cast<std::int64_t>(flips.size()));
}

std::string rows_of(const std::vector<Flip>& flips, const RecoveryPage& page) {
  Table table{{{.shrinks_to = least_id_columns}, {}, {}}};
  for (const Flip& flip : flips) {
    const Service& service = page.view.service(flip.service);
    const std::string arrow = page.style.unicode ? "→ " : "-> ";
    table.add({{{"  " + service.id}},
               {{page.language.say(word_of(flip.promised, service)), ink_of(flip.promised)}},
               {{arrow + page.language.say(word_of(flip.tested, service)), ink_of(flip.tested)}}});
  }
  return table.text(page.style);
}

}  // namespace

std::string bottlenecks_section(const RecoveryPage& page) {
  std::vector<Bottleneck> found = bottlenecks_of(page.view);
  if (found.empty()) return {};
  if (!page.is_all && found.size() > most_bottlenecks) found.resize(most_bottlenecks);
  Table table{{{.shrinks_to = least_id_columns},
               {.title = page.language.say(tr("holds up")), .is_number = true},
               {.title = page.language.say(tr("slack")), .is_number = true},
               name_column()}};
  for (const Bottleneck& bottleneck : found) add(table, bottleneck, page);
  return section_title(tr("Where an hour helps"), {}, page.language, page.style) +
         table.text(page.style);
}

std::string flips_section(const RecoveryPage& page) {
  const auto [worse, better] = flips_of(page.view);
  std::string text;
  if (!worse.empty()) {
    text += sentence(tr_n("By measured times (`--believe tested`) {count} verdict worsens:",
                          "By measured times (`--believe tested`) {count} verdicts worsen:",
                          worse.size(), {{"count", count(worse)}}),
                     page.language, page.style) +
            rows_of(worse, page);
  }
  if (!better.empty()) {
    text += sentence(tr_n("By measured times (`--believe tested`) {count} verdict improves:",
                          "By measured times (`--believe tested`) {count} verdicts improve:",
                          better.size(), {{"count", count(better)}}),
                     page.language, page.style) +
            rows_of(better, page);
  }
  return text;
}

}  // namespace bcp::cli
