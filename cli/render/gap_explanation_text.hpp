// How does the explanation of a service read in a terminal?
#pragma once

#include <string>

#include "render/gap_text.hpp"

namespace bcp::cli {

/// Of a page whose report has an explanation: the answer, what would have to give, what limits it, its people and what
/// they work with. The services that hold something are the largest twelve, unless every row is asked for.
[[nodiscard]] std::string explanation_text(const GapPage& page);

}  // namespace bcp::cli
