// What are the things of a plan called when people speak of them?
#pragma once

#include <string>
#include <string_view>

#include "plan/exact.hpp"
#include "plan/plan.hpp"
#include "render/language.hpp"
#include "supply/gap_report.hpp"

namespace bcp::cli {

/// The name of an entity in the reader's language, escaped; empty if it has none in that language.
[[nodiscard]] std::string name_of(const Entity& entity, const Plan& plan, const Language& language);

/// Whether a name says no more than an id does: `VPN session` of `vpn-session`.
[[nodiscard]] bool is_told_by_id(std::string_view id, std::string_view name);

/// `payroll (Salaries and pensions)`: the id, and the name where it says more. Escaped.
[[nodiscard]] std::string named(const Entity& entity, const Plan& plan, const Language& language);

/// The name alone where it says more than the id; else nothing. Escaped.
[[nodiscard]] std::string telling_name(const Entity& entity, const Plan& plan,
                                       const Language& language);

/// So many units of a type as one reads them aloud: `261 remote licences`, `413 Mbps of bandwidth`. A type is called
/// by its name, without one by its id with spaces for `-`. Escaped.
[[nodiscard]] std::string amount_of(const Plan& plan, ResourceTypeId type, const Whole& amount,
                                    const Language& language);

}  // namespace bcp::cli
