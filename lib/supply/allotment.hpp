// Which people can work for which service, from when on?
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "plan/exact.hpp"
#include "plan/plan.hpp"
#include "supply/presence.hpp"
#include "supply/stock.hpp"

namespace bcp {

/// People of a group who are to work from an instant on, for a service or (none) for none.
struct Commitment {
  std::optional<ServiceId> service;
  StaffId staff;
  Count people = 0;
  Instant from;
};

/// What one service got.
struct ServiceShare {
  ServiceId service;
  Instant at;  ///< D_s: its deadline, or the instant asked for, or the last one
  std::optional<Instant> whole_at;  ///< when its minimum is reached; none: never
  struct Cell {
    StaffId staff;
    Count wanted = 0;
    Count minimum = 0;
    std::map<Instant, Count> people;  ///< committed, by the deadline from which on they work
  };
  std::vector<Cell> cells;                                 ///< by group
  std::vector<std::pair<StaffId, Count>> short_of_people;  ///< for its minimum at `at`
  std::vector<std::pair<ResourceTypeId, Whole>> short_of_units;
  /// Where a search was cut off: its level at `at` is not above this, what was committed before it left as it is.
  std::optional<Exact> at_most;
  std::size_t before_minimum = 0;  ///< commitments made before its minimum was asked for
  std::size_t before_full = 0;     ///< commitments made before more than that was
};

struct [[nodiscard]] Allotment {
  std::vector<ServiceShare> services;            ///< in the order in which they are served
  std::vector<std::map<Instant, Count>> people;  ///< by group, staff of no service included
  std::vector<Commitment> commitments;           ///< in the order in which they were made
  bool is_exact = true;  ///< false: the search over alternatives was cut off somewhere
};

/// The allotment of docs/meaning.md §5, steps 1 to 9, exactly.
///
/// `sources` are those of `stock` and, with the surplus of the start, of `given`; `at` is the instant asked for.
/// Polynomial without alternatives: bisection over levels and instants, each question a few augmentations of the
/// types' flows.
Allotment allotment(const Plan& plan, const Presence& presence, const std::vector<Source>& sources,
                    std::optional<Instant> at);

}  // namespace bcp
