#include <algorithm>

#include "render/bar.hpp"
#include "render/gap_rows.hpp"
#include "render/gap_text.hpp"
#include "render/names.hpp"

namespace bcp::cli {

namespace {

Whole shortfall(const Whole& wanted, const Whole& there) {
  return wanted > there ? Whole{wanted - there} : Whole{0};
}

Cell people(const Whole& count, const GapPage& page, Ink ink = Ink::none) {
  return {{page.language.number(count), ink}};
}

std::vector<Cell> row_of(std::size_t row, const GapPage& page) {
  const StaffFigures& staff = page.report.staff[row];
  const Whole there =
      std::min(Whole{able(page.report, staff)}, std::max(staff.wanted, staff.minimum));
  const Whole below = shortfall(staff.minimum, there);
  const Whole rest = shortfall(staff.wanted, std::max(staff.minimum, there));
  const Ink ink = below > 0 ? Ink::red : rest > 0 ? Ink::yellow : Ink::none;
  std::vector<Cell> cells = {
      {{page.plan.staff[staff.staff.value].id}},
      people(staff.wanted, page),
      people(staff.minimum, page),
      people(Whole{staff.present}, page, has_allotment(page.report) ? Ink::none : ink)};
  if (has_allotment(page.report)) cells.push_back(people(Whole{staff.equipped}, page, ink));
  cells.push_back(bar({Exact{there}, Exact{below}, Exact{rest}}, bar_width(page), page.style));
  cells.push_back({{telling_name(page.plan.staff[staff.staff.value], page.plan, page.language)}});
  return cells;
}

std::vector<Column> columns(const GapPage& page) {
  const auto title = [&](const Text& text) {
    return Column{.title = page.language.say(text), .is_number = true};
  };
  std::vector<Column> columns = {{.title = {}, .shrinks_to = least_id_columns},
                                 title(tr("wanted")),
                                 title(tr("minimum")),
                                 title(tr_c("column", "present"))};
  if (has_allotment(page.report)) columns.push_back(title(tr_c("column", "can work")));
  columns.push_back({.may_vanish = true});
  columns.push_back(name_column());
  return columns;
}

/// What is to be said of the groups that have no row: some can all work, some nobody asks for.
std::string summary(const Ranking& staff, std::size_t shown, const GapPage& page) {
  std::uint64_t short_ones = 0;
  std::uint64_t whole = 0;
  std::uint64_t unwanted = 0;
  for (std::size_t i = shown; i < staff.rows.size(); ++i) {
    if (i < staff.wanting) {
      ++short_ones;
    } else {
      ++(page.report.staff[staff.rows[i]].wanted > 0 ? whole : unwanted);
    }
  }
  const auto count = [](std::uint64_t value) { return number(static_cast<std::int64_t>(value)); };
  std::string text;
  if (short_ones > 0) {
    text += summary_line(
        page, tr_n("{count} more group falls short.", "{count} more groups fall short.", short_ones,
                   {{"count", count(short_ones)}}));
  }
  if (whole > 0 && has_allotment(page.report)) {
    text += summary_line(
        page, tr_n("{count} group can work as wanted.", "{count} groups can work as wanted.", whole,
                   {{"count", count(whole)}}));
  } else if (whole > 0) {
    text += summary_line(
        page, tr_n("{count} group is there as wanted.", "{count} groups are there as wanted.",
                   whole, {{"count", count(whole)}}));
  }
  if (unwanted > 0) {
    text += summary_line(page, tr_n("{count} group is wanted by no service by then.",
                                    "{count} groups are wanted by no service by then.", unwanted,
                                    {{"count", count(unwanted)}}));
  }
  return text;
}

}  // namespace

std::string staff_section(const GapPage& page) {
  const Ranking staff = ranked_staff(page.report);
  if (staff.rows.empty()) return {};
  const std::size_t shown = page.is_all ? staff.rows.size() : std::min(staff.wanting, most_rows);
  Table table{columns(page)};
  for (std::size_t i = 0; i < shown; ++i) table.add(row_of(staff.rows[i], page));

  const Text there = has_allotment(page.report) ? tr("can work") : tr("present");
  const std::vector<Text> parts = {there, tr("short of the minimum"),
                                   tr("short of what is wanted")};
  std::string text = section_title(page, tr("Staff"), shown > 0 ? parts : std::vector<Text>{});
  return text + table.text(page.style) + summary(staff, shown, page);
}

}  // namespace bcp::cli
