// How are amounts computed without ever rounding?
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include "plan/values.hpp"

namespace bcp {

/// A whole number of any size.
using Whole = boost::multiprecision::cpp_int;

/// A fraction of any size, in lowest terms.
using Exact = boost::multiprecision::cpp_rational;

[[nodiscard]] Exact exact(const Decimal& decimal);
inline Exact exact(const Ratio& ratio) { return exact(ratio.value); }
inline Exact exact(const Quantity& quantity) { return exact(quantity.value); }

/// The least whole number not below, the greatest not above.
[[nodiscard]] Whole ceiling(const Exact& value);
[[nodiscard]] Whole floor(const Exact& value);

/// ⌈share × count⌉, exactly.
[[nodiscard]] Count ceiling_share(const Ratio& share, Count count);

}  // namespace bcp
