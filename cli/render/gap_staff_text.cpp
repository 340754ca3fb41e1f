#include <algorithm>

#include "render/bar.hpp"
#include "render/gap_rows.hpp"
#include "render/gap_text.hpp"

namespace bcp::cli {

namespace {

Count shortfall(Count wanted, Count there) { return std::max(Count{0}, wanted - there); }

Cell people(Count count, const GapPage& page, Ink ink = Ink::none) { return {{page.language.number(count), ink}}; }

std::vector<Cell> row_of(std::size_t row, const GapPage& page) {
  const StaffFigures& staff = page.report.staff[row];
  const Count below = shortfall(staff.minimum, staff.equipped);
  const Count rest = shortfall(staff.wanted, std::max(staff.minimum, staff.equipped));
  const Ink ink = below > 0 ? Ink::red : staff.equipped < staff.wanted ? Ink::yellow : Ink::none;
  return {{{page.plan.staff[row].id}},
          people(staff.present, page),
          people(staff.wanted, page),
          people(staff.minimum, page),
          people(staff.equipped, page, ink),
          bar({Exact{staff.equipped}, Exact{below}, Exact{rest}}, bar_width(page), page.style)};
}

/// What is to be said of the groups that have no row: some can all work, some nobody asks for.
std::string summary(const Ranking& staff, std::size_t shown, const GapPage& page) {
  std::uint64_t short_ones = 0;
  std::uint64_t able = 0;
  std::uint64_t unwanted = 0;
  for (std::size_t i = shown; i < staff.rows.size(); ++i) {
    if (i < staff.wanting) {
      ++short_ones;
    } else {
      ++(page.report.staff[staff.rows[i]].wanted > 0 ? able : unwanted);
    }
  }
  const auto count = [](std::uint64_t value) { return number(static_cast<std::int64_t>(value)); };
  std::string text;
  if (short_ones > 0) {
    text += summary_line(page, tr_n("{count} more group falls short.", "{count} more groups fall short.", short_ones,
                                    {{"count", count(short_ones)}}));
  }
  if (able > 0) {
    text += summary_line(page, tr_n("{count} group can work as wanted.", "{count} groups can work as wanted.", able,
                                    {{"count", count(able)}}));
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
  Table table{{{.title = {}, .shrinks_to = 16},
               {.title = page.language.say(tr("present")), .is_number = true},
               {.title = page.language.say(tr("wanted")), .is_number = true},
               {.title = page.language.say(tr("minimum")), .is_number = true},
               {.title = page.language.say(tr_c("column", "can work")), .is_number = true},
               {}}};
  for (std::size_t i = 0; i < shown; ++i) table.add(row_of(staff.rows[i], page));

  const std::vector<Text> parts = {tr("can work"), tr("short of the minimum"), tr("short of what is wanted")};
  std::string text = section_title(page, tr("Staff"), shown > 0 ? parts : std::vector<Text>{});
  return text + table.text(page.style) + summary(staff, shown, page);
}

}  // namespace bcp::cli
