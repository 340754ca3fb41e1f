// Which entities does a plan have, of all sections?
#pragma once

#include "plan/plan.hpp"

namespace bcp {

/// Calls `visit` with each entity as what it is (`const Service&`, `const Team&`, …), section by section, each by id;
/// workarounds last.
template <class Visit>
void for_each_entity(const Plan& plan, Visit visit) {
  const auto visit_all = [&](const auto&... sections) {
    const auto visit_section = [&](const auto& section) {
      for (const auto& entity : section) visit(entity);
    };
    (visit_section(sections), ...);
  };
  visit_all(plan.services, plan.applications, plan.infrastructure, plan.sites, plan.suppliers,
            plan.resource_types, plan.profiles, plan.staff, plan.pools, plan.options, plan.teams,
            plan.calendars, plan.absences, plan.tasks, plan.freezes, plan.changes, plan.policies,
            plan.waivers, plan.channels, plan.messages, plan.support, plan.roles,
            plan.activation_start, plan.activation_stop, plan.scenarios, plan.obligations,
            plan.programme, plan.actions);
  for (const Service& service : plan.services) {
    for (const Workaround& workaround : service.workarounds) visit(workaround);
  }
}

}  // namespace bcp
