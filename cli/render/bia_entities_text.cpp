#include <algorithm>

#include "render/bia_rows.hpp"
#include "render/bia_text.hpp"
#include "render/names.hpp"
#include "render/sections.hpp"
#include "render/table.hpp"

namespace bcp::cli {

namespace {

/// Rows of one group that are shown before those of another.
constexpr std::size_t most_of_group = 6;
/// Services that a heading names before it counts the rest.
constexpr std::size_t most_named = 3;

bool falls_short(Standing standing) {
  return standing == Standing::late || standing == Standing::backup_too_seldom;
}

/// The groups with the rows that are shown: all, or those that fall short, and where none does those with least left.
std::vector<EntityGroup> shown_groups(const BiaPage& page) {
  std::vector<EntityGroup> groups = grouped(page.analysis.entities);
  if (page.is_all) return groups;
  const bool all_is_well = groups.empty() || !falls_short(groups.front().standing);
  std::erase_if(groups, [&](const EntityGroup& group) {
    return all_is_well ? group.standing == Standing::free : !falls_short(group.standing);
  });
  const std::size_t most = groups.size() == 1 ? most_rows : most_of_group;
  std::size_t left = most_rows;
  for (EntityGroup& group : groups) {
    group.rows.resize(std::min({group.rows.size(), left, most}));
    left -= group.rows.size();
  }
  std::erase_if(groups, [](const EntityGroup& group) { return group.rows.empty(); });
  return groups;
}

std::size_t count_rows(const std::vector<EntityGroup>& groups) {
  std::size_t count = 0;
  for (const EntityGroup& group : groups) count += group.rows.size();
  return count;
}

std::string heading_of(const EntityGroup& group, const BiaPage& page) {
  const std::string services = services_of(*group.because, most_named, page.plan, page.language);
  const auto say = [&](const Text& text) { return page.language.say(text); };
  switch (group.standing) {
    case Standing::late: return say(tr("too late for {services}", {{"services", services}}));
    case Standing::backup_too_seldom:
      return say(tr("backup too seldom for {services}", {{"services", services}}));
    case Standing::in_time: return say(tr("in time for {services}", {{"services", services}}));
    case Standing::free: break;
  }
  return say(tr("needed for no RTO"));
}

std::vector<Cell> row_of(const EntityRequirement& entity, const Node& node, const BiaPage& page) {
  const auto length = [&](std::optional<Seconds> value, bool is_wrong = false) {
    const Ink ink = is_wrong ? Ink::red : value ? Ink::none : Ink::faint;
    return Cell{{(is_wrong ? "!" : "") + short_length(value, page), ink}};
  };
  const bool is_slow = entity.promised && entity.tested && *entity.tested > *entity.promised;
  const Cell never = {{page.language.say(tr_c("time", "never")), Ink::red}};
  return {{{"  " + node.id}},
          length(entity.required_rto),
          entity.up ? length(entity.up, is_late(entity)) : never,
          length(entity.promised),
          length(entity.tested, is_slow),
          length(entity.required_rpo),
          length(entity.rpo, is_backup_too_seldom(entity)),
          {{telling_name(node, page.plan, page.language)}}};
}

Table table_of(const std::vector<EntityGroup>& groups, const BiaPage& page) {
  const auto title = [&](const Text& text) {
    return Column{.title = page.language.say(text), .is_number = true};
  };
  Table table{{{.shrinks_to = least_id_columns},
               title(tr("required\nRTO")),
               title(tr("back\nafter")),
               title(tr("recovery\npromised")),
               title(tr_c("column", "\ntested")),
               title(tr("required\nRPO")),
               title(tr("backup\nevery")),
               name_column()}};
  for (const EntityGroup& group : groups) {
    add_wrapped(table, heading_of(group, page), 0);
    for (const EntityRequirement* entity : group.rows) {
      table.add(row_of(*entity, node_of(page.plan, entity->node), page));
    }
  }
  return table;
}

/// What is to be said of those that have no row.
std::string summary(const std::vector<EntityGroup>& shown, const BiaPage& page) {
  if (page.is_all) return {};
  std::vector<const EntityRequirement*> rest = ranked(page.analysis.entities);
  for (const EntityGroup& group : shown) {
    for (const EntityRequirement* entity : group.rows) std::erase(rest, entity);
  }
  const auto count = [&](auto condition) {
    return static_cast<std::uint64_t>(std::ranges::count_if(rest, condition));
  };
  const auto argument = [](std::uint64_t value) {
    return number(static_cast<std::int64_t>(value));
  };
  const std::uint64_t failing =
      count([](const EntityRequirement* entity) { return falls_short(standing_of(*entity)); });
  const std::uint64_t never = count([](const EntityRequirement* entity) {
    return !entity->up && !falls_short(standing_of(*entity));
  });
  const std::uint64_t well = count(
      [](const EntityRequirement* entity) { return standing_of(*entity) == Standing::in_time; });
  std::string text;
  const auto say = [&](const Text& line) { text += sentence(line, page.language, page.style); };
  if (failing > 0) {
    say(tr_n("{count} more entity falls short.", "{count} more entities fall short.", failing,
             {{"count", argument(failing)}}));
  }
  if (well > 0) {
    say(tr_n("{count} more entity is back in time.", "{count} more entities are back in time.",
             well, {{"count", argument(well)}}));
  }
  if (never > 0) {
    say(tr_n("{count} entity never comes back: `bcp critical-path` says more.",
             "{count} entities never come back: `bcp critical-path` says more.", never,
             {{"count", argument(never)}}));
  }
  if (const std::uint64_t free = rest.size() - failing - never - well; free > 0) {
    say(tr_n("{count} entity is needed for no RTO.", "{count} entities are needed for no RTO.",
             free, {{"count", argument(free)}}));
  }
  return text;
}

}  // namespace

bool has_more_entities(const BiaPage& page) {
  return count_rows(shown_groups(page)) < page.analysis.entities.size();
}

std::string bia_entities_section(const BiaPage& page) {
  if (page.analysis.entities.empty()) return {};
  const std::vector<EntityGroup> shown = shown_groups(page);
  return section_title(tr("What the services require of everything they hang on"), {},
                       page.language, page.style) +
         sentence(tr("Required RTO and return count from the outage, a recovery from when all that "
                     "it needs is back. `!` marks what falls short."),
                  page.language, page.style) +
         table_of(shown, page).text(page.style) + summary(shown, page);
}

}  // namespace bcp::cli
