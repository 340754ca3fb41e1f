// What are the kinds of nodes called when people speak of several?
#pragma once

#include "plan/plan.hpp"
#include "source/text.hpp"

namespace bcp::cli {

/// `Applications`, `Staff groups`: a heading.
[[nodiscard]] Text heading_of(NodeKind kind);

/// `application`, `staff group`: what one is.
[[nodiscard]] Text word_of(NodeKind kind);

}  // namespace bcp::cli
