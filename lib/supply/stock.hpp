// Which units are there, from when on, and for whom?
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "plan/exact.hpp"
#include "plan/plan.hpp"
#include "supply/preparation.hpp"
#include "supply/presence.hpp"

namespace bcp {

/// Usable units that are ready from an instant on; transfer is not counted.
struct Lot {
  Instant ready;
  Exact units;
};

/// Units that a team prepares after so many others that they are not lots of their own: what lots say of them, at the
/// deadlines that come meanwhile and when the last of them is ready, is what is there by then.
struct Tail {
  struct Waves {
    Prepared prepared;
    Count before = 0;  ///< units prepared earlier, those of lots too
  };
  std::vector<Waves> waves;  ///< by time, one ends before the next begins
};

/// Where units of a type come from: a pool, a node that provides, or a group that gives.
struct Source {
  std::variant<PoolId, NodeId, StaffId> origin;
  ResourceTypeId type;
  std::vector<Lot> lots;               ///< by time; none is empty
  std::shared_ptr<const Tail> tail{};  ///< of a pool, if it has one
};

/// The units of a source that are ready by an instant within its tail; none: it is not within one.
[[nodiscard]] std::optional<Exact> ready_within_tail(const Plan& plan, const Source& source,
                                                     Instant by);

/// The id of where units come from.
[[nodiscard]] const std::string& id_of(const Plan& plan,
                                       const std::variant<PoolId, NodeId, StaffId>& origin);

/// Units of a source, all together.
struct SupplySource {
  std::variant<PoolId, NodeId, StaffId> origin;
  ResourceTypeId type;
  Exact units;  ///< all usable ones ever, unless said otherwise
  Instant first;
  Instant last;
};

/// How long units of a source take to each group; `nullopt`: it may not draw on them. All but pools serve everyone at
/// once. By staff; O(groups).
[[nodiscard]] std::vector<std::optional<Seconds>> transfers(const Plan& plan, const Source& source);

/// What there is, and what of it could not be counted to its end.
struct [[nodiscard]] Stock {
  std::vector<Source> sources;  ///< by pool, then those of nodes; those without units left out
  std::vector<PoolId> cut_off;  ///< by id: their last units were not followed one by one
};

/// Usable units of each pool over time, and of nodes that provide.
///
/// `up` is by node, counted from the plan's start (`nullopt`: never). All units of a pool are at hand after its lead
/// time, not before it is up; its team prepares them (`prepare`); of those prepared the share `yield` is usable, and
/// the last usable ones are kept back as reserve (docs/meaning.md §4). The first 200,000 waves of units that its teams
/// prepare are lots; those behind them are exact where their number at an instant is asked for, and come together where
/// people draw on them. Past a million changes of what a team works on, units count as never ready.
Stock stock(const Plan& plan, const Presence& presence,
            const std::vector<std::optional<Seconds>>& up);

/// How many alternatives the group's profile leaves its people; 1: there is no choice.
[[nodiscard]] std::size_t alternatives_of(const Plan& plan, StaffId staff);

/// Units of a type that one person of the group needs on an alternative of its profile, as counted from the first
/// written, shared with those who work at other times. Without a profile: none.
[[nodiscard]] Exact need_of_one(const Plan& plan, StaffId staff, ResourceTypeId type,
                                std::size_t alternative = 0);

/// What the group has been given already, with everyone present.
[[nodiscard]] Exact equipped(const Plan& plan, StaffId staff, ResourceTypeId type);

/// What the group has in hand: what absent people hold is away with them.
[[nodiscard]] Exact held(const Plan& plan, const Presence& presence, StaffId staff,
                         ResourceTypeId type, Instant at);

/// Units that groups with `reassign` give at an instant: what they hold beyond their full need, rounded down.
[[nodiscard]] std::vector<Source> given(const Plan& plan, const Presence& presence, Instant at);

}  // namespace bcp
