#include "render/bia_documents.hpp"
#include "render/bia_rows.hpp"
#include "render/escape.hpp"
#include "render/id_lines.hpp"
#include "render/kinds.hpp"
#include "render/markdown.hpp"
#include "render/names.hpp"

namespace bcp::cli {

namespace {

using Row = std::vector<std::string>;

class BiaDocument {
public:
  BiaDocument(const BusinessImpact& analysis, const Plan& plan, const Language& language)
      : analysis_(analysis),
        plan_(plan),
        language_(language),
        page_(language) {}

  [[nodiscard]] std::string text() const {
    std::string text = "**" + markdown_text(bia_headline(analysis_, plan_, language_)) + "**\n";
    const std::string backups = backup_sentence(analysis_, plan_, language_);
    if (!backups.empty()) text += '\n' + markdown_text(backups) + '\n';
    text += page_.section(tr("Services, and what their minimum takes"), services());
    if (!analysis_.impacts.empty())
      text += page_.section(tr("Impact of an interruption over time"), impacts());
    text += page_.section(tr("What the services require of everything they hang on"), entities());
    if (!analysis_.unclassified.empty()) text += unclassified();
    return text;
  }

private:
  [[nodiscard]] std::string length(std::optional<Seconds> value) const {
    return value ? markdown_text(language_.length({value->count()})) : "–";
  }
  [[nodiscard]] std::string tier(const Service& service) const {
    return plan_.tiers.empty() ? "" : markdown_text(plan_.tiers[tier_of(plan_, service).value]);
  }

  [[nodiscard]] std::string equipment(const ServiceTolerances& service) const {
    std::string text;
    for (const std::string& item : equipment_of(service, plan_, language_))
      text += (text.empty() ? "" : ", ") + markdown_text(item);
    return text;
  }

  [[nodiscard]] std::string services() const {
    std::vector<Row> rows;
    for (const ServiceTolerances* service : ranked(analysis_.services, plan_)) {
      const Service& of = plan_.services[service->service.value];
      rows.push_back({markdown_text(of.id), tier(of), length(service->mtpd), length(service->rto),
                      length(service->rpo), language_.percentage(service->mbco),
                      language_.number(service->minimum_people), language_.number(service->people),
                      equipment(*service)});
    }
    return markdown_table({page_.column(tr("service")),
                           page_.column(tr("tier")),
                           {"MTPD", true},
                           {"RTO", true},
                           {"RPO", true},
                           {"MBCO", true},
                           page_.column(tr("minimum people"), true),
                           page_.column(tr("all people"), true),
                           page_.column(tr("minimum equipment"))},
                          rows);
  }

  [[nodiscard]] std::string steps(const Impact& impact) const {
    std::string text;
    for (const ImpactStep& step : impact.steps) {
      text += (text.empty() ? "" : ", ") +
              page_.say(tr("{level} from {time} on",
                           {{"level", step.level}, {"time", TimeLength{step.after.count()}}}));
    }
    return text;
  }

  [[nodiscard]] std::string impacts() const {
    std::vector<Row> rows;
    for (const ServiceTolerances* service : ranked(analysis_.services, plan_)) {
      for (const ImpactRow* row : impacts_of(service->service, analysis_)) {
        const Impact& impact = impact_at(*row, plan_);
        rows.push_back({markdown_text(plan_.services[row->service.value].id),
                        markdown_text(impact.category), steps(impact), length(row->intolerable),
                        length(service->mtpd)});
      }
    }
    return markdown_table({page_.column(tr("service")),
                           page_.column(tr("category")),
                           page_.column(tr("impact")),
                           page_.column(tr("intolerable from"), true),
                           {"MTPD", true}},
                          rows);
  }

  [[nodiscard]] std::string entities() const {
    std::vector<Row> rows;
    for (const EntityRequirement* entity : ranked(analysis_.entities)) {
      const auto marked = [](const std::string& cell, bool is_wrong) {
        return is_wrong ? "**" + cell + "**" : cell;
      };
      const std::size_t all = plan_.services.size();
      rows.push_back(
          {markdown_text(node_of(plan_, entity->node).id),
           page_.say(word_of(plan_.nodes[entity->node.value].kind)), length(entity->required_rto),
           entity->up ? marked(length(entity->up), is_late(*entity))
                      : page_.say(tr_c("time", "never")),
           length(entity->promised), length(entity->tested),
           markdown_text(services_of(entity->because, all, plan_, language_)),
           length(entity->required_rpo), marked(length(entity->rpo), is_backup_too_seldom(*entity)),
           markdown_text(services_of(entity->rpo_because, all, plan_, language_))});
    }
    return markdown_table(
        {page_.column(tr("node")), page_.column(tr("kind")), page_.column(tr("required RTO"), true),
         page_.column(tr("back after"), true), page_.column(tr("recovery promised"), true),
         page_.column(tr_c("column", "tested"), true), page_.column(tr_c("column", "because of")),
         page_.column(tr("required RPO"), true), page_.column(tr("backup every"), true),
         page_.column(tr_c("column", "because of"))},
        rows);
  }

  [[nodiscard]] std::string unclassified() const {
    std::string text =
        page_.heading(tr("Not classified, although an urgent service hangs on them"));
    for (const NodeId node : analysis_.unclassified) {
      text += "- " + markdown_text(node_of(plan_, node).id) + ", " +
              page_.say(word_of(plan_.nodes[node.value].kind)) + '\n';
    }
    return text;
  }

  const BusinessImpact& analysis_;
  const Plan& plan_;
  const Language& language_;
  MarkdownPage page_;
};

}  // namespace

std::string bia_markdown(const BusinessImpact& analysis, const Plan& plan,
                         const Language& language) {
  return BiaDocument{analysis, plan, language}.text();
}

}  // namespace bcp::cli
