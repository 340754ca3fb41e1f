#include "supply/findings/unprepared_pools.hpp"

#include "plan/places.hpp"

namespace bcp {

namespace {

void report_small_team(const Pool& pool, const Team& team, Count least, Diagnostics& found) {
  Diagnostic& finding =
      found.add(Code::unprepared_pool, place_of(pool, {"people"}),
                tr("`{pool}` is prepared by at least {least} of `{team}`, which has {members}: its "
                   "units are never ready",
                   {{"pool", pool.id},
                    {"team", team.id},
                    {"least", number(least)},
                    {"members", number(team.members)}}));
  finding.also.push_back({place_of(team, {"members"}), tr("the members of the team")});
  finding.help = tr("ask for {members} or fewer, or raise the `members` of `{team}`",
                    {{"members", number(team.members)}, {"team", team.id}});
}

}  // namespace

void find_unprepared_pools(const Plan& plan, Diagnostics& found) {
  for (const Pool& pool : plan.pools) {
    if (!pool.preparation || pool.preparation->max == Seconds{0} || pool.count == 0) continue;
    if (!pool.team) {
      found
          .add(Code::unprepared_pool, place_of(pool, {"preparation"}),
               tr("nobody prepares the units of `{pool}`, so that they are never ready",
                  {{"pool", pool.id}}))
          .help = tr("add `team: …` with the team that prepares them");
      continue;
    }
    const Team& team = plan.teams[pool.team->value];
    const Count least = pool.people.value_or(Bounds{}).min;
    if (least > team.members) report_small_team(pool, team, least, found);
  }
}

}  // namespace bcp
