#include "render/gap_explanation_text.hpp"

#include <algorithm>
#include <functional>

#include "render/gap_explanation_sentences.hpp"
#include "render/table.hpp"
#include "render/taken_rows.hpp"
#include "render/width.hpp"

namespace bcp::cli {

namespace {

/// `sentence`, set in as an item of a list.
std::string item(const GapPage& page, const std::string& sentence) {
  return "  " + wrapped(sentence, page.style.width, 4, 2) + '\n';
}

Table amounts_table() {
  return Table{
      {{.title = {}, .shrinks_to = least_id_columns}, {.title = {}, .is_number = true}, {}}};
}

std::string span_of(const GapPage& page, Instant first, Instant last) {
  const auto say = [&](const Text& text) { return page.language.say(text); };
  if (first == last) return say(tr("from {time}", {{"time", row_time(page, first)}}));
  return say(
      tr("{first} to {last}", {{"first", row_time(page, first)}, {"last", row_time(page, last)}}));
}

/// The largest holders, in the order in which they are served; the others are counted.
void add_holders(Table& table, const std::vector<Holder>& holders, const GapPage& page) {
  std::vector<Exact> by_size;
  for (const Holder& holder : holders) by_size.push_back(holder.amount);
  std::ranges::sort(by_size, std::greater<>{});
  const bool is_cut = !page.is_all && holders.size() > most_rows;
  const Exact least = is_cut ? by_size[most_rows - 1] : Exact{0};
  Exact rest;
  std::uint64_t left_out = 0;
  std::size_t shown = 0;
  for (const Holder& holder : holders) {
    if (is_cut && (holder.amount < least || shown == most_rows)) {
      ++left_out;
      rest += holder.amount;
      continue;
    }
    ++shown;
    table.add({{{"      " + page.plan.services[holder.service.value].id}},
               {{page.language.amount(holder.amount)}},
               {}});
  }
  if (left_out == 0) return;
  table.add({{{"      " +
               page.language.say(tr_n("{count} more service", "{count} more services", left_out,
                                      {{"count", number(static_cast<std::int64_t>(left_out))}}))}},
             {{page.language.amount(rest)}},
             {}});
}

void add_title(Table& table, const Text& title, const GapPage& page) {
  table.add_line({"    " + page.language.say(title), Ink::faint});
}

std::string people_block(const PeopleLimit& limit, const GapPage& page) {
  Table table = amounts_table();
  if (!limit.held.empty()) add_title(table, tr("at work for"), page);
  add_holders(table, limit.held, page);
  return item(page, balance_sentence(limit, page.plan, page.language)) + table.text(page.style);
}

std::string units_block(const UnitsLimit& limit, const GapPage& page) {
  Table table = amounts_table();
  if (!limit.there.empty()) add_title(table, tr("there in time"), page);
  for (const SupplySource& source : limit.there) {
    table.add({{{"      " + id_of(page.plan, source.origin)}},
               {{page.language.amount(source.units)}},
               {{span_of(page, source.first, source.last)}}});
  }
  if (!limit.held.empty()) add_title(table, tr("held by"), page);
  add_holders(table, limit.held, page);
  if (!limit.elsewhere.empty()) add_title(table, tr("of no use here"), page);
  for (const UnitsElsewhere& one : limit.elsewhere) {
    const std::string why =
        one.reach ? page.language.say(tr("from {time}", {{"time", row_time(page, *one.reach)}}))
                  : page.language.say(tr("for others only"));
    table.add({{{"      " + id_of(page.plan, one.origin)}},
               {{page.language.amount(one.units)}},
               {{why}}});
  }
  return item(page, balance_sentence(limit, page.plan, page.language)) + table.text(page.style);
}

std::string limit_section(const std::optional<Limit>& limit, const Text& title,
                          const GapPage& page) {
  if (!limit || (limit->people.empty() && limit->units.empty())) return {};
  std::string text = '\n' + section_title(page, title);
  for (const PeopleLimit& one : limit->people) text += people_block(one, page);
  for (const UnitsLimit& one : limit->units) text += units_block(one, page);
  return text;
}

std::vector<std::string> ways(const std::optional<Limit>& limit, const GapPage& page) {
  if (!limit) return {};
  return ways_out(*limit, page.report.explanation->service, page.plan, page.language);
}

std::string ways_section(const std::vector<std::string>& ways, const Text& title,
                         const GapPage& page) {
  std::string text;
  for (const std::string& way : ways) {
    if (!way.empty()) text += item(page, way);
  }
  return text.empty() ? text : '\n' + section_title(page, title) + text;
}

/// What would have to give, the least step last.
std::string ways_sections(const ServiceLevel& level, const Explanation& explanation,
                          const GapPage& page) {
  auto minimum = ways(explanation.minimum, page);
  auto full = ways(explanation.full, page);
  (explanation.minimum ? minimum : full)
      .push_back(next_sentence(explanation, page.plan, page.language));
  minimum.insert(minimum.begin(), up_again_sentence(level, page.plan, page.language));
  return ways_section(minimum, tr("What would have to give for its minimum"), page) +
         ways_section(full, tr("What would have to give for its full level"), page);
}

std::string people_section(const ServiceLevel& level, const GapPage& page) {
  if (level.staff.empty()) return {};
  const auto title = [&](const Text& text) {
    return Column{.title = page.language.say(text), .is_number = true};
  };
  Table table{{{.title = {}, .shrinks_to = least_id_columns},
               title(tr("wanted")),
               title(tr("minimum")),
               title(tr_c("column", "can work"))}};
  for (const CellLevel& cell : level.staff) {
    const Ink ink = cell.equipped < cell.minimum  ? Ink::red
                    : cell.equipped < cell.wanted ? Ink::yellow
                                                  : Ink::none;
    table.add({{{"  " + page.plan.staff[cell.staff.value].id}},
               {{page.language.number(cell.wanted)}},
               {{page.language.number(cell.minimum)}},
               {{page.language.number(cell.equipped), ink}}});
  }
  return '\n' +
         section_title(
             page, tr("Its people by {time}", {{"time", wall_time(level.at, page.plan.zone)}})) +
         table.text(page.style);
}

std::string units_section(const Explanation& explanation, const GapPage& page) {
  const std::vector<TakenRow> rows = taken_rows(explanation);
  if (rows.empty()) return {};
  Table table{{{.title = {}, .shrinks_to = least_id_columns},
               {.title = page.language.say(tr("units")), .is_number = true},
               {}}};
  for (const TakenRow& row : rows) {
    const std::string& type = page.plan.resource_types[row.type.value].id;
    if (!row.origin) {
      table.add({{{"  " + type}},
                 {{page.language.amount(row.units)}},
                 {{page.language.say(tr_c("column", "in hand"))}}});
      continue;
    }
    table.add(
        {{{"  " + type + (page.style.unicode ? " ← " : " < ") + id_of(page.plan, *row.origin)}},
         {{page.language.amount(row.units)}},
         {{span_of(page, row.first, row.last)}}});
  }
  return '\n' + section_title(page, tr("What its people work with")) + table.text(page.style);
}

bool leaves_out(const Explanation& explanation, const GapPage& page) {
  if (page.is_all) return false;
  const auto is_long = [](const auto& limit) { return limit.held.size() > most_rows; };
  const auto has_long = [&](const Limit& limit) {
    return std::ranges::any_of(limit.people, is_long) || std::ranges::any_of(limit.units, is_long);
  };
  if (explanation.minimum) return explanation.full.has_value() || has_long(*explanation.minimum);
  return explanation.full && has_long(*explanation.full);
}

}  // namespace

std::string explanation_text(const GapPage& page) {
  const Explanation& explanation = *page.report.explanation;
  const ServiceLevel& level = page.report.services.front();
  std::string text =
      painted(wrapped(service_sentence(level, page.plan, page.language), page.style.width),
              Ink::strong, page.style) +
      '\n';
  const std::string later = later_sentence(level, page.plan, page.language);
  text += wrapped(later + (later.empty() ? "" : " ") +
                      turn_sentence(explanation, page.plan, page.language),
                  page.style.width) +
          '\n';
  text += ways_sections(level, explanation, page);
  text += limit_section(explanation.minimum, tr("What limits its minimum"), page);
  if (!explanation.minimum || page.is_all)
    text += limit_section(explanation.full, tr("What limits its full level"), page);
  text += people_section(level, page);
  text += units_section(explanation, page);
  text += cut_off_lines(page);
  if (leaves_out(explanation, page))
    text += '\n' + summary_line(page, tr("`--all` shows every row."));
  return text;
}

}  // namespace bcp::cli
