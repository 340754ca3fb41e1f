#include "supply/findings/unprepared_pools.hpp"

#include <cstddef>
#include <ranges>
#include <utility>

#include "plan/places.hpp"

namespace bcp {

namespace {

Text name_a_team(const Plan& plan) {
  constexpr std::size_t most_named = 5;
  Names teams;
  for (const Team& team : plan.teams | std::views::take(most_named)) teams.push_back(team.id);
  if (teams.empty()) {
    return tr(
        "say who prepares them: add a team to the plan, as in "
        "`teams: {{technicians: {{members: 4}}}}`, and to this pool `team: technicians`");
  }
  return tr("add `team: …` with the one that prepares them, such as {teams}",
            {{"teams", std::move(teams)}});
}

}  // namespace

void find_unprepared_pools(const Plan& plan, Diagnostics& found) {
  for (const Pool& pool : plan.pools) {
    const bool is_prepared = pool.preparation && pool.preparation->likely > Seconds{0};
    if (!is_prepared || pool.team || pool.count == 0) continue;
    found
        .add(Code::unprepared_pool, place_of(pool, {"preparation"}),
             tr("nobody prepares the units of `{pool}`, so that they are never ready",
                {{"pool", pool.id}}))
        .help = name_a_team(plan);
  }
}

}  // namespace bcp
