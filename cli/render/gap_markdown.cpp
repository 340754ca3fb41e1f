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
        language_(language) {}

  [[nodiscard]] std::string text() const {
    const GapHeadline headline = gap_headline(report_, plan_, language_);
    std::string text = "**" + markdown_text(headline.minimum) + "**\n";
    if (!headline.everyone.empty()) text += '\n' + markdown_text(headline.everyone) + '\n';
    text += section(tr("Resources"), resources());
    if (!report_.services.empty()) text += section(tr("Services"), services());
    if (!report_.sources.empty()) text += section(tr("Sources"), sources());
    if (!report_.staff.empty()) text += section(tr("Staff"), staff());
    return text;
  }

private:
  [[nodiscard]] std::string say(const Text& text) const {
    return markdown_text(language_.say(text));
  }
  [[nodiscard]] std::string time(Instant at) const {
    return language_.time(wall_time(at, plan_.zone));
  }
  [[nodiscard]] std::string number(const Whole& value) const { return language_.number(value); }
  [[nodiscard]] MarkdownColumn column(const Text& title, bool is_number = false) const {
    return {say(title), is_number};
  }

  [[nodiscard]] std::string section(const Text& title, const std::string& table) const {
    return "\n## " + say(title) + "\n\n" + table;
  }

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
        {column(tr("type")), column(tr("at")), column(tr("needed"), true),
         column(tr_c("column", "in hand"), true), column(tr_c("column", "obtainable"), true),
         column(tr("the minimum lacks"), true), column(tr("everyone lacks"), true)},
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

  [[nodiscard]] std::string services() const {
    std::vector<Row> rows;
    for (const std::size_t row : ranked_services(report_, plan_).rows) {
      const ServiceLevel& level = report_.services[row];
      const Service& service = plan_.services[level.service.value];
      const Ratio minimum = service.mbco.value_or(Ratio{{.digits = 1, .places = 0}});
      rows.push_back(
          {markdown_text(service.id),
           plan_.tiers.empty() ? "" : markdown_text(plan_.tiers[tier_of(plan_, service).value]),
           language_.percentage(level.level), language_.percentage(minimum),
           level.minimum_at ? time(*level.minimum_at) : say(tr_c("time", "never")),
           std::string{name_of(level.verdict)}, limits(level)});
    }
    return markdown_table({column(tr("service")), column(tr("tier")), column(tr("level"), true),
                           column(tr("minimum"), true), column(tr("minimum whole from")),
                           column(tr("verdict")), column(tr("limited by"))},
                          rows);
  }

  [[nodiscard]] std::string sources() const {
    std::vector<Row> rows;
    for (const SupplySource& source : report_.sources) {
      rows.push_back({markdown_text(id_of(plan_, source.origin)),
                      markdown_text(plan_.resource_types[source.type.value].id),
                      language_.amount(source.units), time(source.first), time(source.last)});
    }
    return markdown_table({column(tr("source")), column(tr("type")), column(tr("units"), true),
                           column(tr("from")), column(tr("all by"))},
                          rows);
  }

  [[nodiscard]] std::string staff() const {
    std::vector<Row> rows;
    std::vector<MarkdownColumn> columns = {column(tr("group")), column(tr("wanted"), true),
                                           column(tr("minimum"), true),
                                           column(tr_c("column", "present"), true)};
    if (has_allotment(report_)) columns.push_back(column(tr_c("column", "can work"), true));
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
};

}  // namespace

std::string gap_markdown(const GapReport& report, const Plan& plan, const Language& language) {
  return GapDocument{report, plan, language}.text();
}

}  // namespace bcp::cli
