#include "supply/services.hpp"

#include <algorithm>

namespace bcp {

std::optional<Instant> deadline(const Plan& plan, const Service& service) {
  if (!service.rto && !service.mtpd) return std::nullopt;
  return beginning(plan, service) + service.rto.value_or(service.mtpd.value_or(Seconds{0}));
}

bool needs(const Plan& plan, const Service& service, ResourceTypeId type) {
  const auto is_of_type = [&](const Amount& amount) {
    return amount.type == type && amount.quantity.value.digits > 0;
  };
  const auto needs_it = [&](const StaffNeed& need) {
    const auto& profile = plan.staff[need.staff.value].profile;
    if (!profile) return false;
    const Needs& of = plan.profiles[profile->value].needs;
    return std::ranges::any_of(of.fixed, is_of_type) ||
           std::ranges::any_of(of.alternatives, [&](const auto& one) {
             return std::ranges::any_of(one, is_of_type);
           });
  };
  return std::ranges::any_of(service.staff, needs_it);
}

}  // namespace bcp
