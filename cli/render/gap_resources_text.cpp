#include <algorithm>

#include "render/bar.hpp"
#include "render/gap_rows.hpp"
#include "render/gap_text.hpp"
#include "render/names.hpp"
#include "render/width.hpp"

namespace bcp::cli {

namespace {

/// Milestones that are shown before the rest is left out.
constexpr std::size_t most_milestones = 5;

/// The milestones of the page in the order of time: those that the report's instant does not lie behind, if there are
/// too many.
std::vector<MilestoneId> shown_milestones(const GapPage& page) {
  std::vector<MilestoneId> milestones = milestones_in_time(page.plan);
  if (page.is_all || milestones.size() <= most_milestones) return milestones;
  const auto is_past = [&](MilestoneId one) {
    return page.plan.milestones[one.value].at < page.report.at;
  };
  const auto first = std::ranges::find_if_not(milestones, is_past);
  const auto last_begin = milestones.end() - static_cast<std::ptrdiff_t>(most_milestones);
  const auto begin = std::min(first, last_begin);
  return {begin, begin + static_cast<std::ptrdiff_t>(most_milestones)};
}

std::string times_of(const std::vector<MilestoneId>& milestones, const GapPage& page) {
  std::string line;
  for (const MilestoneId milestone : milestones) {
    const Milestone& one = page.plan.milestones[milestone.value];
    if (!line.empty()) line += page.language.say(tr_c("punctuation", "; "));
    line +=
        page.language.say(tr("{milestone}: {time}",
                             {{"milestone", one.id}, {"time", wall_time(one.at, page.plan.zone)}}));
  }
  return line.empty() ? line : wrapped(line, page.style.width) + '\n';
}

Cell missing(const Whole& units, const GapPage& page) {
  return {{page.language.number(units), units > 0 ? Ink::red : Ink::none}};
}

std::vector<Cell> row_of(const std::string& label, const GapFigures& figures, const GapPage& page) {
  const Whole coming = figures.needed - figures.in_hand - figures.gap;
  return {{{"  " + label}},
          {{page.language.number(figures.needed)}},
          {{page.language.number(figures.in_hand)}},
          {{page.language.number(figures.obtainable)}},
          missing(figures.gap_minimum, page),
          missing(figures.gap, page),
          bar({Exact{figures.in_hand}, Exact{coming}, Exact{figures.gap}}, bar_width(page),
              page.style)};
}

/// `laptop  Notebook computer`; a name that only repeats the id is left out.
std::string heading_of(const ResourceType& type, const GapPage& page) {
  const std::string name = telling_name(type, page.plan, page.language);
  return name.empty() ? type.id : type.id + "  " + name;
}

void add_type(Table& table, const TypeGap& type, const std::vector<MilestoneId>& milestones,
              const GapPage& page) {
  table.add_line({heading_of(page.plan.resource_types[type.type.value], page), Ink::strong});
  if (!is_told_by_milestone(page.report)) {
    table.add(row_of(row_time(page, page.report.at), type.figures, page));
  }
  for (const MilestoneId milestone : milestones) {
    table.add(
        row_of(page.plan.milestones[milestone.value].id, type.milestones[milestone.value], page));
  }
  if (const Whole& out = type.figures.out_of_reach; out > 0) {
    add_wrapped(
        table,
        page.language.say(tr_n("{count} of the obtainable is out of reach of those who lack one",
                               "{count} of the obtainable are out of reach of those who lack one",
                               out == 1 ? 1U : 2U, {{"count", Number{out.str()}}})),
        2);
  }
}

/// The types of which nothing is missing, in one line.
std::string untroubled(const Ranking& types, const GapPage& page) {
  Names names;
  for (std::size_t i = types.wanting; i < types.rows.size(); ++i) {
    const ResourceTypeId type = page.report.types[types.rows[i]].type;
    names.push_back(page.plan.resource_types[type.value].id);
  }
  std::ranges::sort(names);
  const std::uint64_t count = names.size();
  if (count > most_rows) {
    return summary_line(
        page, tr_n("Enough of {count} other type.", "Enough of {count} other types.", count,
                   {{"count", number(static_cast<std::int64_t>(count))}}));
  }
  return summary_line(page, tr("Enough of {types}.", {{"types", names}}));
}

}  // namespace

std::string resources_section(const GapPage& page) {
  if (page.report.types.empty()) return {};
  const Ranking types = ranked_types(page.report);
  const std::size_t shown = page.is_all ? types.rows.size() : types.wanting;
  const std::vector<MilestoneId> milestones = shown_milestones(page);
  const auto say = [&](const Text& text) { return page.language.say(text); };

  std::string text =
      section_title(page, tr("Resources"), {tr("in hand"), tr("obtainable"), tr("missing")});
  if (shown > 0) {
    text += times_of(milestones, page);
    Table table{{{.title = {}, .shrinks_to = least_id_columns},
                 {.title = say(tr("needed")), .is_number = true},
                 {.title = say(tr_c("column", "in hand")), .is_number = true},
                 {.title = say(tr_c("column", "obtainable")), .is_number = true},
                 {.title = say(tr("minimum\nlacks")), .is_number = true},
                 {.title = say(tr("everyone\nlacks")), .is_number = true},
                 {.may_vanish = true}}};
    for (std::size_t i = 0; i < shown; ++i)
      add_type(table, page.report.types[types.rows[i]], milestones, page);
    text += table.text(page.style);
  }
  if (shown < types.rows.size()) text += untroubled(types, page);
  return text;
}

}  // namespace bcp::cli
