#include "plan/exact.hpp"

namespace bcp {

namespace {

Whole power_of_ten(unsigned exponent) { return boost::multiprecision::pow(Whole{10}, exponent); }

}  // namespace

Exact exact(const Decimal& decimal) {
  return {Whole{decimal.digits}, power_of_ten(decimal.places)};
}

Whole floor(const Exact& value) {
  const Whole numerator = boost::multiprecision::numerator(value);
  const Whole denominator = boost::multiprecision::denominator(value);
  Whole quotient = numerator / denominator;  // truncates towards zero
  if (numerator < 0 && quotient * denominator != numerator) --quotient;
  return quotient;
}

Whole ceiling(const Exact& value) { return -floor(-value); }

Count ceiling_share(const Ratio& share, Count count) {
  const Whole scale = power_of_ten(share.value.places);
  return static_cast<Count>((Whole{share.value.digits} * count + scale - 1) / scale);
}

}  // namespace bcp
