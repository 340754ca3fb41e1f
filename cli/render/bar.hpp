// How does a whole in parts look as a bar?
#pragma once

#include <array>
#include <cstddef>

#include "plan/exact.hpp"
#include "render/table.hpp"

namespace bcp::cli {

/// What a part of a bar stands for, from what is there to what is not.
enum class Fill { there, coming, missing };

/// How a part is drawn, for legends.
[[nodiscard]] Piece sign(Fill fill, const Style& style);

/// The parts one after the other, `width` columns together, each in proportion. A part that is not nothing takes at
/// least one column; with no part at all the bar is blank. Negative parts count as nothing.
[[nodiscard]] Cell bar(const std::array<Exact, 3>& parts, std::size_t width, const Style& style);

}  // namespace bcp::cli
