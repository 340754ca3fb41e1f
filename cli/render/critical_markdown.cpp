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
        language_(language),
        page_(language) {}

  [[nodiscard]] std::string text() const {
    std::string text = "**" + markdown_text(recovery_headline(view_, language_)) + "**\n";
    if (!view_.listed.empty()) text += page_.section(tr("Services"), services());
    if (!bottlenecks_of(view_).empty())
      text += page_.section(tr("Where an hour helps"), bottlenecks());
    const auto [worse, better] = flips_of(view_);
    if (!worse.empty() || !better.empty())
      text += page_.section(tr("By measured times"), rows_of(worse, better));
    if (view_.result.has_recovery_teams) text += '\n' + page_.say(people_are_unlimited()) + '\n';
    return text;
  }

private:
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
    if (waits_for_clock(view_, of)) add(page_.say(tr("(detect and decide)")), view_.result.clock);
    const std::vector<NodeId> path = view_.result.path_of(view_.recovery(of));
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
      rows.push_back({id(of),
                      tiers.empty() ? "" : markdown_text(tiers[tier_of(view_.plan, service).value]),
                      recovery.up ? length(recovery.up) : page_.say(tr_c("time", "never")),
                      length(service.rto), length(service.mtpd), length(recovery.margin),
                      page_.say(standing(view_, of)),
                      markdown_text(covers(recovery, service, language_)), chain(of)});
    }
    return markdown_table(
        {page_.column(tr("service")), page_.column(tr("tier")), page_.column(tr("up after"), true),
         page_.column(tr("RTO"), true), page_.column(tr("MTPD"), true),
         page_.column(tr("margin"), true), page_.column(tr("verdict")),
         page_.column(tr("meanwhile")), page_.column(tr("what decides it"))},
        rows);
  }

  [[nodiscard]] std::string bottlenecks() const {
    std::vector<Row> rows;
    for (const Bottleneck& bottleneck : bottlenecks_of(view_)) {
      const auto& slack = view_.result.nodes[bottleneck.node.value].slack;
      rows.push_back({id(bottleneck.node),
                      language_.number(static_cast<Count>(bottleneck.holds_up.size())),
                      slack ? length(slack) : page_.say(tr("no limit")),
                      markdown_text(gain_sentence(bottleneck, view_.plan, language_))});
    }
    return markdown_table({page_.column(tr("node")), page_.column(tr("holds up"), true),
                           page_.column(tr("slack"), true), page_.column(tr("what an hour buys"))},
                          rows);
  }

  [[nodiscard]] std::string rows_of(const std::vector<Flip>& worse,
                                    const std::vector<Flip>& better) const {
    std::vector<Row> rows;
    for (const auto* flips : {&worse, &better}) {
      for (const Flip& flip : *flips) {
        const Service& service = view_.service(flip.service);
        rows.push_back({id(flip.service), page_.say(word_of(flip.promised, service)),
                        page_.say(word_of(flip.tested, service))});
      }
    }
    return markdown_table(
        {page_.column(tr("service")), page_.column(tr("promised")), page_.column(tr("measured"))},
        rows);
  }

  const RecoveryView& view_;
  const Language& language_;
  MarkdownPage page_;
};

}  // namespace

std::string recovery_markdown(const RecoveryView& view, const Language& language) {
  return RecoveryDocument{view, language}.text();
}

}  // namespace bcp::cli
