#include "render/gap_documents.hpp"
#include "render/gap_rows.hpp"
#include "render/gap_sentences.hpp"
#include "render/markdown.hpp"
#include "render/names.hpp"

namespace bcp::cli {

namespace {

using Row = std::vector<std::string>;

class GapDocument {
public:
  GapDocument(const GapReport& report, const Plan& plan, const Language& language)
      : report_(report),
        plan_(plan),
        language_(language),
        page_(language) {}

  [[nodiscard]] std::string text() const {
    const GapHeadline headline = gap_headline(report_, plan_, language_);
    std::string text = "**" + markdown_text(headline.minimum) + "**\n";
    if (!headline.everyone.empty()) text += '\n' + markdown_text(headline.everyone) + '\n';
    text += page_.section(tr("Resources"), resources());
    if (!report_.services.empty()) text += page_.section(tr("Services"), services());
    if (!report_.sources.empty()) text += page_.section(tr("Sources"), sources());
    if (!report_.staff.empty()) text += page_.section(tr("Staff"), staff());
    return text;
  }

private:
  [[nodiscard]] std::string time(Instant at) const {
    return language_.time(wall_time(at, plan_.zone));
  }
  [[nodiscard]] std::string number(const Whole& value) const { return language_.number(value); }

  void add_figures(std::vector<Row>& rows, const std::string& type, const std::string& at,
                   const GapFigures& figures) const {
    rows.push_back({type, at, number(figures.needed), number(figures.in_hand),
                    number(figures.obtainable), number(figures.gap_minimum), number(figures.gap)});
  }

  [[nodiscard]] std::string resources() const {
    std::vector<Row> rows;
    for (const std::size_t row : ranked_types(report_).rows) {
      const TypeGap& type = report_.types[row];
      const std::string name = markdown_text(plan_.resource_types[type.type.value].id);
      if (!is_told_by_milestone(report_)) add_figures(rows, name, time(report_.at), type.figures);
      for (const MilestoneId milestone : milestones_in_time(plan_)) {
        const Milestone& one = plan_.milestones[milestone.value];
        add_figures(rows, name, markdown_text(one.id) + ", " + time(one.at),
                    type.milestones[milestone.value]);
      }
    }
    return markdown_table(
        {page_.column(tr("type")), page_.column(tr("at")), page_.column(tr("needed"), true),
         page_.column(tr_c("column", "in hand"), true),
         page_.column(tr_c("column", "obtainable"), true),
         page_.column(tr("the minimum lacks"), true), page_.column(tr("everyone lacks"), true)},
        rows);
  }

  [[nodiscard]] std::string limits(const ServiceLevel& level) const {
    std::string ids;
    const auto add = [&](const std::string& id) {
      ids += (ids.empty() ? "" : ", ") + markdown_text(id);
    };
    for (const Shortage& shortage : level.short_of) {
      const auto* staff = std::get_if<StaffId>(&shortage.of);
      add(staff != nullptr ? plan_.staff[staff->value].id
                           : plan_.resource_types[std::get<ResourceTypeId>(shortage.of).value].id);
    }
    if (level.is_down) add(plan_.services[level.service.value].id);
    return ids;
  }

  [[nodiscard]] std::string whole_from(const ServiceLevel& level) const {
    if (level.minimum_at) return time(*level.minimum_at);
    return report_.is_instant_asked ? "" : page_.say(tr_c("time", "never"));
  }

  [[nodiscard]] std::string services() const {
    std::vector<Row> rows;
    for (const std::size_t row : ranked_services(report_, plan_).rows) {
      const ServiceLevel& level = report_.services[row];
      const Service& service = plan_.services[level.service.value];
      const Ratio minimum = service.mbco.value_or(Ratio{{.digits = 1, .places = 0}});
      rows.push_back(
          {markdown_text(service.id),
           plan_.tiers.empty() ? "" : markdown_text(plan_.tiers[tier_of(plan_, service).value]),
           language_.percentage(level.level), language_.percentage(minimum), whole_from(level),
           page_.say(standing(level, report_, plan_)), limits(level)});
    }
    return markdown_table(
        {page_.column(tr("service")), page_.column(tr("tier")), page_.column(tr("level"), true),
         page_.column(tr("minimum"), true), page_.column(tr("minimum whole from")),
         page_.column(tr("verdict")), page_.column(tr("limited by"))},
        rows);
  }

  [[nodiscard]] std::string sources() const {
    std::vector<Row> rows;
    for (const SupplySource& source : report_.sources) {
      rows.push_back({markdown_text(id_of(plan_, source.origin)),
                      markdown_text(plan_.resource_types[source.type.value].id),
                      language_.amount(source.units), time(source.first), time(source.last)});
    }
    return markdown_table(
        {page_.column(tr("source")), page_.column(tr("type")), page_.column(tr("units"), true),
         page_.column(tr("from")), page_.column(tr("all by"))},
        rows);
  }

  [[nodiscard]] std::string staff() const {
    std::vector<Row> rows;
    std::vector<MarkdownColumn> columns = {
        page_.column(tr("group")), page_.column(tr("wanted"), true),
        page_.column(tr("minimum"), true), page_.column(tr_c("column", "present"), true)};
    if (has_allotment(report_)) columns.push_back(page_.column(tr_c("column", "can work"), true));
    for (const std::size_t row : ranked_staff(report_).rows) {
      const StaffFigures& staff = report_.staff[row];
      Row& cells = rows.emplace_back(Row{markdown_text(plan_.staff[staff.staff.value].id),
                                         number(staff.wanted), number(staff.minimum),
                                         number(staff.present)});
      if (has_allotment(report_)) cells.push_back(number(staff.equipped));
    }
    return markdown_table(columns, rows);
  }

  const GapReport& report_;
  const Plan& plan_;
  const Language& language_;
  MarkdownPage page_;
};

}  // namespace

std::string gap_markdown(const GapReport& report, const Plan& plan, const Language& language) {
  return GapDocument{report, plan, language}.text();
}

}  // namespace bcp::cli
