#include "render/taken_rows.hpp"

#include <algorithm>

namespace bcp::cli {

std::vector<TakenRow> taken_rows(const Explanation& explanation) {
  std::vector<TakenRow> rows;
  for (const UsedUnits& used : explanation.units.used) {
    const Exact in_hand = used.needed - used.drawn;
    if (in_hand == 0) continue;
    if (!rows.empty() && rows.back().type == used.type) {
      rows.back().units += in_hand;
    } else {
      rows.push_back({used.type, std::nullopt, in_hand, {}, {}});
    }
  }
  for (const TakenUnits& taken : explanation.units.taken) {
    const auto known = std::ranges::find_if(rows, [&](const TakenRow& row) {
      return row.type == taken.type && row.origin && *row.origin == taken.origin;
    });
    if (known == rows.end()) {
      rows.push_back({taken.type, taken.origin, taken.units, taken.ready, taken.ready});
    } else {
      known->units += taken.units;
      known->last = std::max(known->last, taken.ready);
    }
  }
  std::ranges::stable_sort(rows, {}, &TakenRow::type);
  return rows;
}

}  // namespace bcp::cli
