#include "plan/decimal_text.hpp"

#include <algorithm>
#include <cstddef>

namespace bcp {

namespace {

constexpr std::size_t most_digits = 18;

std::string_view leading_digits(std::string_view text) {
  const auto end = std::ranges::find_if_not(text, is_digit);
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

void append_digits(std::int64_t& value, std::string_view digits) {
  for (const char digit : digits) value = 10 * value + (digit - '0');
}

}  // namespace

LeadingNumber leading_number(std::string_view text) {
  const std::string_view whole = leading_digits(text);
  std::string_view fraction;
  if (!whole.empty() && text.substr(whole.size()).starts_with('.')) {
    fraction = leading_digits(text.substr(whole.size() + 1));
  }
  const std::size_t length = whole.size() + (fraction.empty() ? 0 : 1 + fraction.size());
  LeadingNumber number{.written = text.substr(0, length), .rest = text.substr(length), .value = {}};

  while (fraction.ends_with('0')) fraction.remove_suffix(1);
  std::string_view significant = without_padding(whole);
  if (significant == "0") significant = {};
  number.fits = significant.size() + fraction.size() <= most_digits;
  if (number.fits) {
    append_digits(number.value.digits, significant);
    append_digits(number.value.digits, fraction);
    number.value.places = static_cast<std::uint8_t>(fraction.size());
  }
  return number;
}

bool is_padded(std::string_view number) {
  return number.size() >= 2 && number[0] == '0' && is_digit(number[1]);
}

std::string_view without_padding(std::string_view number) {
  while (is_padded(number)) number.remove_prefix(1);
  return number;
}

}  // namespace bcp
