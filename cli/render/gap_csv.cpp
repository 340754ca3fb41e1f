#include "render/csv.hpp"
#include "render/gap_documents.hpp"
#include "render/gap_rows.hpp"

namespace bcp::cli {

namespace {

std::string row_of(const std::string& type, const std::string& milestone, Instant at,
                   const GapFigures& figures, const Plan& plan) {
  std::vector<CsvCell> cells = {type, milestone, iso_8601(at, plan.zone)};
  for (const NamedFigure& figure : gap_figures) cells.emplace_back(figures.*figure.value);
  return csv_row(cells);
}

}  // namespace

std::string gap_csv(const GapReport& report, const Plan& plan) {
  std::vector<CsvCell> titles = {std::string{"type"}, std::string{"milestone"}, std::string{"at"}};
  for (const NamedFigure& figure : gap_figures) titles.emplace_back(std::string{figure.name});
  std::string table = csv_row(titles);
  for (const TypeGap& type : report.types) {
    const std::string& id = plan.resource_types[type.type.value].id;
    table += row_of(id, {}, report.at, type.figures, plan);
    for (const MilestoneId milestone : milestones_in_time(plan)) {
      const Milestone& one = plan.milestones[milestone.value];
      table += row_of(id, one.id, one.at, type.milestones[milestone.value], plan);
    }
  }
  return table;
}

}  // namespace bcp::cli
