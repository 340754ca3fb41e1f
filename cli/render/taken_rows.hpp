// Where do the units come from that a service's people work with?
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "supply/explanation.hpp"

namespace bcp::cli {

/// Units of a type from one source, or (no origin) in the hands of the service's groups already.
struct TakenRow {
  ResourceTypeId type;
  std::optional<std::variant<PoolId, NodeId, StaffId>> origin;
  Exact units;
  Instant first;  ///< ready; of a source
  Instant last;
};

/// By type, what is in hand first, then by when it is ready.
[[nodiscard]] std::vector<TakenRow> taken_rows(const Explanation& explanation);

}  // namespace bcp::cli
