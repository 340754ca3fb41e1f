// Do the units of one type suffice for what people draw from stock?
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "plan/exact.hpp"
#include "plan/plan.hpp"
#include "supply/presence.hpp"
#include "supply/stock.hpp"

namespace bcp {

/// People of a group who work from an instant on, by the alternative of their profile that they use.
struct Step {
  Instant from;
  std::vector<Count> people;
};

/// What one group is to draw for: its steps in time.
struct Drawer {
  StaffId staff;
  std::vector<Step> steps;
};

/// What limits people who draw: groups by the deadlines at which they draw on the same lots as those who lack units,
/// and of each source (as given) so many of its first lots. What these groups draw then is what the lots hold, and what
/// is missing: a unit more in any of the lots leaves one less missing, a lot more elsewhere none.
struct DrawingCut {
  Exact missing;
  std::vector<std::pair<StaffId, Instant>> drawers;  ///< sorted
  std::vector<std::uint32_t> lots;
};

/// So much is drawn by a group by a deadline.
struct Draw {
  StaffId staff;
  Instant by;
  Exact units;
};

/// Units of a lot, by source and position in it.
struct UnitsOfLot {
  std::uint32_t source;
  std::uint32_t lot;
  Exact units;
};

/// The units of one resource type, and the people who draw on them (docs/meaning.md §5, point 3).
///
/// By each deadline at which people of a group begin, the group draws what it needs beyond what it holds then; what is
/// drawn stays drawn. Whether the units suffice is a maximum flow from the lots to the groups that may draw, by
/// deadline; groups that may draw on the same sources count as one. A question adds to the flow that is there, and takes
/// back what it added: O(lots + demands that share them) a path. Everything is whole numbers of grains.
class Drawing {
public:
  Drawing(const Plan& plan, const Presence& presence, std::span<const Source> sources,
          ResourceTypeId type);
  ~Drawing();
  Drawing(Drawing&&) noexcept;
  Drawing& operator=(Drawing&&) noexcept;

  /// Whether any person of the group could need a unit.
  [[nodiscard]] bool concerns(StaffId staff) const;
  /// Whether the units suffice if these groups draw for these steps, all others as before.
  [[nodiscard]] bool suffices(std::span<const Drawer> changed);
  /// The units that are ready by an instant, for anyone, less what is drawn by then if these groups draw so; negative: too
  /// few, wherever they are.
  [[nodiscard]] Exact room(std::span<const Drawer> changed, Instant by) const;
  /// What a group holds at an instant.
  [[nodiscard]] Exact held(StaffId staff, Instant at) const;
  /// The units, usable by anyone, that are missing then.
  [[nodiscard]] Exact missing(std::span<const Drawer> changed);
  /// Why they are missing.
  [[nodiscard]] DrawingCut cut(std::span<const Drawer> changed);
  /// Which units go to whom, with `draws` in the order of their rank: each takes the earliest lots, of one time those of
  /// the first source, that leave all others served. Together they draw what these groups and all others do.
  [[nodiscard]] std::vector<std::vector<UnitsOfLot>> hand_out(std::span<const Drawer> changed,
                                                              std::span<const Draw> draws);
  /// Lets these groups draw so from now on.
  void commit(std::span<const Drawer> changed);

  class Engine;

private:
  std::unique_ptr<Engine> engine_;
};

}  // namespace bcp
