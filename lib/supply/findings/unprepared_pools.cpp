#include "supply/findings/unprepared_pools.hpp"

#include "plan/places.hpp"

namespace bcp {

void find_unprepared_pools(const Plan& plan, Diagnostics& found) {
  for (const Pool& pool : plan.pools) {
    const bool is_prepared = pool.preparation && pool.preparation->likely > Seconds{0};
    if (!is_prepared || pool.team || pool.count == 0) continue;
    found
        .add(Code::unprepared_pool, place_of(pool, {"preparation"}),
             tr("nobody prepares the units of `{pool}`, so that they are never ready",
                {{"pool", pool.id}}))
        .help = tr("add `team: …` with the team that prepares them");
  }
}

}  // namespace bcp
