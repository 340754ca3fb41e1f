// How many units of each type are needed, in hand, obtainable and missing at an instant?
#pragma once

#include <optional>
#include <vector>

#include "plan/exact.hpp"
#include "plan/plan.hpp"
#include "supply/presence.hpp"
#include "supply/stock.hpp"

namespace bcp {

/// The figures of one resource type at one instant, in units rounded up (docs/meaning.md §4).
struct GapFigures {
  Whole needed, needed_services, needed_minimum;
  Whole in_hand, in_hand_minimum;
  Whole obtainable;
  Whole gap, gap_services, gap_minimum;
  Whole out_of_reach, out_of_reach_minimum;
};

/// People of each group at an instant, by group.
struct PeopleWanted {
  std::vector<Count> present;
  std::vector<Whole> of_services;  ///< by the services begun by then, not capped by present
  std::vector<Whole>
      of_minimum;  ///< by the minimum of the services that count, not capped by present
};

/// Answers docs/meaning.md §4 for one plan at many instants; what does not change with them is computed once.
///
/// Everything is counted in whole grains: of each type the grain is small enough that every need and holding is a
/// whole number of them. A gap that not everyone's pools can close is one maximum flow. O(groups + pools) an instant
/// and type, where pools are restricted to the arcs between them.
class GapCounting {
public:
  GapCounting(const Plan& plan, const Presence& presence, const std::vector<Source>& stock);

  [[nodiscard]] GapFigures figures(ResourceTypeId type, Instant at,
                                   const PeopleWanted& people) const;
  /// `figures(…).gap_minimum` alone.
  [[nodiscard]] Whole gap_minimum(ResourceTypeId type, Instant at,
                                  const PeopleWanted& people) const;

private:
  /// A group that needs or holds units of a type.
  struct Group {
    StaffId staff;
    Whole need;          ///< grains a person
    Whole equipped;      ///< grains in all, with everyone present
    bool gives = false;  ///< what it holds beyond its need
  };
  struct Supply {
    const Source* source = nullptr;
    std::vector<Whole> ready;                    ///< grains up to and with each lot
    std::vector<std::optional<Seconds>> delays;  ///< of a pool, as `Type::groups`
  };
  struct Type {
    Whole grains;  ///< a unit
    std::vector<Group> groups;
    std::vector<Supply> pools;
    std::vector<Supply> provided;
  };
  /// What is there by an instant, in grains.
  struct Available {
    Whole obtainable;  ///< from pools and from groups that give
    Whole given;       ///< of that, from groups
    Whole provided;
  };
  struct Lacking {
    Whole needed;                  ///< grains
    Whole total;                   ///< Σ max(0, need − held)
    std::vector<Whole> of_groups;  ///< as `Type::groups`
  };
  struct Measure {
    Whole needed, in_hand, gap, out_of_reach;
  };

  [[nodiscard]] Type type_of(ResourceTypeId number, const std::vector<Source>& stock) const;
  [[nodiscard]] Available available(const Type& type, Instant at,
                                    const std::vector<Count>& present) const;
  [[nodiscard]] Lacking lacking(const Type& type, const std::vector<Count>& present,
                                const std::vector<Count>& counted) const;
  [[nodiscard]] Measure measure(const Type& type, Instant at, const Available& there,
                                const Lacking& lacking) const;
  [[nodiscard]] Whole unmet(const Type& type, Instant at, const Available& there,
                            const Lacking& lacking) const;

  const Plan& plan_;
  const Presence& presence_;
  std::vector<Type> types_;
};

}  // namespace bcp
