#include "people/findings/assumptions.hpp"

#include "plan/entities.hpp"
#include "plan/places.hpp"

namespace bcp {

void find_open_assumptions(const Plan& plan, Diagnostics& found) {
  for_each_entity(plan, [&](const Entity& entity) {
    if (entity.assumption.empty()) return;
    found
        .add(Code::open_assumption, place_of(entity, {"assumption"}),
             tr("`{id}` is assumed: {assumption}",
                {{"id", entity.id}, {"assumption", entity.assumption}}))
        .help = tr("find out what is true, correct `{id}`, and delete its `assumption`",
                   {{"id", entity.id}});
  });
}

}  // namespace bcp
