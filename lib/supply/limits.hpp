// What stands against more people of a service by an instant?
#pragma once

#include <optional>
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

/// A service, and what it holds of what another asks for: people of a group, or units.
struct Holder {
  ServiceId service;
  Exact amount;
};

/// Too few people of a group are there: `present` less what is held leaves fewer than are asked for.
struct PeopleLimit {
  StaffId staff;
  Instant at;  ///< of the instants that count, when fewest are left
  Count present = 0;
  std::vector<Holder>
      held;         ///< in the order in which services are served, its own people among them
  Count asked = 0;  ///< more than it holds
  Count missing = 0;
};

/// Units that do not count: they come too late, or are not for those who lack them.
struct UnitsElsewhere {
  std::variant<PoolId, NodeId, StaffId> origin;
  Exact units;
  std::optional<Instant> reach;  ///< when the first of them reach one who asks; none: never
};

/// Too few units of a type: a minimum cut of the flow from lots to groups. `there` is all that any of `drawers` may draw
/// on in time, and is used up by them: Σ there + missing = Σ held + asked. A unit more among these lots leaves one less
/// missing, as does one less held; a lot more elsewhere changes nothing.
struct UnitsLimit {
  ResourceTypeId type;
  std::vector<StaffId> drawers;
  std::vector<SupplySource> there;  ///< with the units that count, by id
  std::vector<Holder> held;         ///< in the order in which services are served
  Exact asked;
  Exact missing;
  std::vector<UnitsElsewhere> elsewhere;  ///< by id
};

/// What stands against more people by an instant; empty lists: nothing does.
struct Limit {
  Instant by;
  std::vector<StaffNeed> more;  ///< so many more of each group than the service had then
  std::vector<PeopleLimit> people;
  std::vector<UnitsLimit>
      units;  ///< on the first alternatives of profiles, for those who are there
};

/// Of these people by an instant, once `made`, the commitments of services alone, have been made of `commitments`.
/// `sources` are those that the commitments draw on.
[[nodiscard]] Limit limit_of(const Plan& plan, const Presence& presence,
                             const std::vector<Source>& sources, std::span<const Commitment> made,
                             Commitments& commitments, const MorePeople& more, Instant by);

}  // namespace bcp
