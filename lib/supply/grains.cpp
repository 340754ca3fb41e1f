#include "supply/grains.hpp"

#include <algorithm>

namespace bcp {

Whole grains_of(const Plan& plan, const Presence& presence, std::span<const Source> sources,
                ResourceTypeId type) {
  Whole grains{1};
  const auto divide = [&](const Whole& by) {
    if (by != 1) grains = boost::multiprecision::lcm(grains, by);
  };
  for (std::uint32_t group = 0; group < plan.staff.size(); ++group) {
    const StaffId staff{group};
    for (std::size_t choice = 0; choice < alternatives_of(plan, staff); ++choice) {
      divide(boost::multiprecision::denominator(need_of_one(plan, staff, type, choice)));
    }
    const Exact holding = equipped(plan, staff, type);
    const bool is_divided = holding != 0 && presence.may_be_away(staff);
    const Whole parts{is_divided ? std::max<Count>(1, plan.staff[group].headcount) : 1};
    divide(boost::multiprecision::denominator(holding) * parts);
  }
  for (const Source& source : sources) {
    if (source.type != type) continue;
    for (const Lot& lot : source.lots) divide(boost::multiprecision::denominator(lot.units));
  }
  return grains;
}

Whole in_grains(const Exact& units, const Whole& grains) {
  return boost::multiprecision::numerator(units) *
         (grains / boost::multiprecision::denominator(units));
}

}  // namespace bcp
