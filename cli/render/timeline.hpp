// How does a stretch of time look on an axis with a limit or two?
#pragma once

#include <cstddef>
#include <optional>

#include "plan/values.hpp"
#include "render/table.hpp"

namespace bcp::cli {

/// An axis from 0 on. Time up to the first limit is drawn as `Fill::there`, between the limits as `Fill::coming`,
/// beyond the last as `Fill::missing`.
struct Timeline {
  Seconds end{0};
  std::optional<Seconds> soft;  ///< such as an RTO
  std::optional<Seconds> hard;  ///< such as an MTPD
};

/// The stretch [from, until) on the axis, blank before it. What lasts takes at least one column, what does not is a
/// thin line. On an axis of no length nothing is drawn.
[[nodiscard]] Cell stretch(Seconds from, Seconds until, const Timeline& axis, std::size_t width,
                           const Style& style);

}  // namespace bcp::cli
