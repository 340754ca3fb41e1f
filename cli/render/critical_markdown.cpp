#include "render/critical_documents.hpp"
#include "render/critical_sentences.hpp"
#include "render/markdown.hpp"
#include "render/verdicts.hpp"

namespace bcp::cli {

namespace {

using Row = std::vector<std::string>;

class RecoveryDocument {
public:
  RecoveryDocument(const RecoveryView& view, const Language& language)
      : view_(view),
        language_(language) {}

  [[nodiscard]] std::string text() const {
    std::string text = "**" + markdown_text(recovery_headline(view_, language_)) + "**\n";
    if (!view_.listed.empty()) text += section(tr("Services"), services());
    if (!bottlenecks_of(view_).empty()) text += section(tr("Where an hour helps"), bottlenecks());
    const auto [worse, better] = flips_of(view_);
    if (!worse.empty() || !better.empty())
      text += section(tr("By measured times"), rows_of(worse, better));
    if (view_.result.has_recovery_teams) text += '\n' + say(people_are_unlimited()) + '\n';
    return text;
  }

private:
  [[nodiscard]] std::string say(const Text& text) const {
    return markdown_text(language_.say(text));
  }
  [[nodiscard]] MarkdownColumn column(const Text& title, bool is_number = false) const {
    return {say(title), is_number};
  }
  [[nodiscard]] std::string section(const Text& title, const std::string& table) const {
    return "\n## " + say(title) + "\n\n" + table;
  }
  [[nodiscard]] std::string length(const std::optional<Seconds>& time) const {
    return time ? language_.length({time->count()}) : std::string{};
  }
  [[nodiscard]] std::string id(NodeId node) const {
    return markdown_text(node_of(view_.plan, node).id);
  }
  [[nodiscard]] std::string id(ServiceId service) const {
    return markdown_text(view_.service(service).id);
  }

  /// The steps of a path in time, each with what it takes.
  [[nodiscard]] std::string chain(ServiceId of) const {
    if (view_.is_running(of)) return {};
    std::string chain;
    const auto add = [&](const std::string& what, Seconds takes) {
      chain += (chain.empty() ? "" : " → ") + what;
      if (takes > Seconds{0}) chain += ' ' + length(takes);
    };
    if (waits_for_clock(view_, of)) add(say(tr("(detect and decide)")), view_.result.clock);
    const std::vector<NodeId>& path = view_.recovery(of).path;
    for (auto node = path.rbegin(); node != path.rend(); ++node)
      add(id(*node), view_.result.nodes[node->value].recovery);
    return chain;
  }

  [[nodiscard]] std::string services() const {
    std::vector<Row> rows;
    for (const ServiceId of : by_urgency(view_)) {
      const Service& service = view_.service(of);
      const ServiceRecovery& recovery = view_.recovery(of);
      const std::vector<std::string>& tiers = view_.plan.tiers;
      rows.push_back(
          {id(of), tiers.empty() ? "" : markdown_text(tiers[tier_of(view_.plan, service).value]),
           recovery.up ? length(recovery.up) : say(tr_c("time", "never")), length(service.rto),
           length(service.mtpd), length(recovery.margin), say(standing(view_, of)),
           markdown_text(covers(recovery, service, language_)), chain(of)});
    }
    return markdown_table(
        {column(tr("service")), column(tr("tier")), column(tr("up after"), true),
         column(tr("RTO"), true), column(tr("MTPD"), true), column(tr("margin"), true),
         column(tr("verdict")), column(tr("meanwhile")), column(tr("what decides it"))},
        rows);
  }

  [[nodiscard]] std::string bottlenecks() const {
    std::vector<Row> rows;
    for (const Bottleneck& bottleneck : bottlenecks_of(view_)) {
      const auto& slack = view_.result.nodes[bottleneck.node.value].slack;
      rows.push_back({id(bottleneck.node),
                      language_.number(static_cast<Count>(bottleneck.holds_up.size())),
                      slack ? length(slack) : say(tr("no limit")),
                      markdown_text(gain_sentence(bottleneck, view_.plan, language_))});
    }
    return markdown_table({column(tr("node")), column(tr("holds up"), true),
                           column(tr("slack"), true), column(tr("what an hour buys"))},
                          rows);
  }

  [[nodiscard]] std::string rows_of(const std::vector<Flip>& worse,
                                    const std::vector<Flip>& better) const {
    std::vector<Row> rows;
    for (const auto* flips : {&worse, &better}) {
      for (const Flip& flip : *flips)
        rows.push_back({id(flip.service), say(word_of(flip.promised)), say(word_of(flip.tested))});
    }
    return markdown_table({column(tr("service")), column(tr("promised")), column(tr("measured"))},
                          rows);
  }

  const RecoveryView& view_;
  const Language& language_;
};

}  // namespace

std::string recovery_markdown(const RecoveryView& view, const Language& language) {
  return RecoveryDocument{view, language}.text();
}

}  // namespace bcp::cli
