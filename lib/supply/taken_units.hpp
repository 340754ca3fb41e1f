// Which units do a service's people work with?
#pragma once

#include <span>
#include <variant>
#include <vector>

#include "plan/exact.hpp"
#include "plan/plan.hpp"
#include "supply/allotment.hpp"
#include "supply/commitments.hpp"
#include "supply/presence.hpp"
#include "supply/stock.hpp"

namespace bcp {

/// Units that a service draws, lot by lot.
struct TakenUnits {
  StaffId staff;
  ResourceTypeId type;
  std::variant<PoolId, NodeId, StaffId> origin;
  Exact units;
  Instant due;
  Instant ready;  ///< without transfer
};

/// What a service's people of a group need of a type in all; what they do not draw, the group holds already.
struct UsedUnits {
  StaffId staff;
  ResourceTypeId type;
  Exact needed;
  Exact drawn;
};

struct [[nodiscard]] ServiceUnits {
  std::vector<TakenUnits> taken;  ///< by type, then ready, then source
  std::vector<UsedUnits> used;    ///< by type, then group
};

/// Once all commitments of an allotment, `made`, have been made. Which units go to whom is free where several would do;
/// all services together take the earliest, those served first first.
ServiceUnits units_of(const Plan& plan, const Presence& presence,
                      const std::vector<Source>& sources, std::span<const Commitment> made,
                      Commitments& commitments, ServiceId service);

}  // namespace bcp
