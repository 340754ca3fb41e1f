#include "render/escape.hpp"
#include "render/id_lines.hpp"
#include "render/impact_documents.hpp"
#include "render/impact_rows.hpp"
#include "render/kinds.hpp"
#include "render/markdown.hpp"

namespace bcp::cli {

namespace {

using Row = std::vector<std::string>;

class ImpactDocument {
public:
  ImpactDocument(const Impacts& impacts, const Plan& plan, const Language& language)
      : impacts_(impacts),
        plan_(plan),
        language_(language),
        page_(language) {}

  [[nodiscard]] std::string text() const {
    std::string text = "**" + markdown_text(impact_headline(impacts_, plan_, language_)) + "**\n";
    text += section(tr("Services that stop"),
                    {page_.column(tr("service")), page_.column(tr("tier")),
                     page_.column(tr("chain of causes"))},
                    services());
    text += section(
        tr("What else stops"),
        {page_.column(tr("node")), page_.column(tr("kind")), page_.column(tr("chain of causes"))},
        others());
    text += section(
        tr("What goes on thanks to an alternative"),
        {page_.column(tr("node")), page_.column(tr("kind")),
         page_.column(tr_c("column", "without")), page_.column(tr_c("column", "thanks to"))},
        survivors());
    return text;
  }

private:
  [[nodiscard]] std::string section(const Text& title, const std::vector<MarkdownColumn>& columns,
                                    const std::vector<Row>& rows) const {
    if (rows.empty()) return {};
    return page_.section(title, markdown_table(columns, rows));
  }

  [[nodiscard]] std::string joined(const std::vector<NodeId>& nodes, const char* between) const {
    std::string text;
    for (const std::string& id : ids_of(nodes, plan_))
      text += (text.empty() ? "" : between) + markdown_text(id);
    return text;
  }
  [[nodiscard]] std::string chain(const Loss& loss) const {
    std::string text;
    for (const std::string& id : chain_ids(loss, impacts_, plan_))
      text += (text.empty() ? "" : " ← ") + markdown_text(id);
    return text;
  }
  [[nodiscard]] std::string name(NodeId node) const {
    return markdown_text(node_of(plan_, node).id);
  }
  [[nodiscard]] std::string kind(NodeId node) const {
    return page_.say(word_of(plan_.nodes[node.value].kind));
  }

  [[nodiscard]] std::vector<Row> services() const {
    std::vector<Row> rows;
    for (const Losses& tier : lost_services(impacts_, plan_)) {
      for (const Loss* loss : tier) {
        rows.push_back(
            {name(loss->node),
             plan_.tiers.empty() ? "" : markdown_text(plan_.tiers[tier_of(*loss, plan_).value]),
             chain(*loss)});
      }
    }
    return rows;
  }

  [[nodiscard]] std::vector<Row> others() const {
    std::vector<Row> rows;
    for (const Losses& of_kind : other_losses(impacts_, plan_)) {
      for (const Loss* loss : of_kind)
        rows.push_back({name(loss->node), kind(loss->node), chain(*loss)});
    }
    return rows;
  }

  [[nodiscard]] std::vector<Row> survivors() const {
    std::vector<Row> rows;
    for (const Survivor& survivor : impacts_.survivors) {
      rows.push_back({name(survivor.node), kind(survivor.node), joined(survivor.down, ", "),
                      joined(survivor.carried_by, ", ")});
    }
    return rows;
  }

  const Impacts& impacts_;
  const Plan& plan_;
  const Language& language_;
  MarkdownPage page_;
};

}  // namespace

std::string impact_markdown(const Impacts& impacts, const Plan& plan, const Language& language) {
  return ImpactDocument{impacts, plan, language}.text();
}

}  // namespace bcp::cli
