// Which number does a text begin with?
#pragma once

#include <string>
#include <string_view>

#include "plan/values.hpp"

namespace bcp {

/// The number without sign or exponent that a text begins with: digits, perhaps a point and digits.
struct LeadingNumber {
  std::string_view written;  ///< empty: the text does not begin with a number
  std::string_view rest;     ///< what follows it
  Decimal value;             ///< 0 where it does not fit
  bool fits = true;          ///< at most 18 digits, zeros in front and behind the point not counted
};

[[nodiscard]] LeadingNumber leading_number(std::string_view text);

/// Whether the number begins with a zero that means nothing, as in `010`.
[[nodiscard]] bool is_padded(std::string_view number);

/// The number without such zeros.
[[nodiscard]] std::string_view without_padding(std::string_view number);

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace bcp
