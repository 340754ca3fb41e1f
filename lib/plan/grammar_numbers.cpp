// How are numbers written: counts, amounts, shares, and the two words of a flag?
#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>

#include "plan/decimal_text.hpp"
#include "plan/grammar.hpp"

namespace bcp::grammar {

namespace {

constexpr Count greatest_count = 1'000'000'000'000'000'000;
constexpr std::uint8_t most_places = 18;

constexpr Decimal whole_share{.digits = 1, .places = 0};
constexpr Decimal hundred{.digits = 100, .places = 0};

bool is_above(Decimal value, Decimal limit) {
  std::int64_t one = 1;
  for (int place = 0; place < value.places; ++place) one *= 10;
  const std::int64_t whole = value.digits / one;
  return whole > limit.digits || (whole == limit.digits && value.digits % one != 0);
}

/// A hundredth of it. Nothing where that has more than 18 places.
std::optional<Decimal> hundredth(Decimal value) {
  int places = value.places + 2;
  while (places > 0 && value.digits % 10 == 0) {
    if (value.digits == 0) return Decimal{};
    value.digits /= 10;
    --places;
  }
  if (places > most_places) return std::nullopt;
  return Decimal{value.digits, static_cast<std::uint8_t>(places)};
}

std::string lower_case(std::string_view text) {
  std::string lower{text};
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower;
}

bool is_number(std::string_view text) {
  return !text.empty() && leading_number(text).written.size() == text.size();
}

std::string_view without_percent(std::string_view text) {
  return text.substr(0, text.size() - (text.ends_with('%') ? 1 : 0));
}

/// The digits of a number whose thousands are set apart by spaces, commas, points, `'` or `_`; empty: none are.
std::string without_thousands_marks(std::string_view text) {
  constexpr std::string_view no_break_space = "\xC2\xA0";
  constexpr std::string_view narrow_no_break_space = "\xE2\x80\xAF";
  std::string digits;
  std::size_t group = 0;
  bool is_grouped = false;
  while (!text.empty()) {
    if (is_digit(text.front())) {
      digits += text.front();
      text.remove_prefix(1);
      ++group;
      continue;
    }
    if (group == 0 || group > 3 || (is_grouped && group != 3) || digits.front() == '0') return {};
    if (text.starts_with(no_break_space)) {
      text.remove_prefix(no_break_space.size());
    } else if (text.starts_with(narrow_no_break_space)) {
      text.remove_prefix(narrow_no_break_space.size());
    } else if (std::string_view{" ,.'_"}.find(text.front()) != std::string_view::npos) {
      text.remove_prefix(1);
    } else {
      return {};
    }
    is_grouped = true;
    group = 0;
  }
  return is_grouped && group == 3 ? digits : std::string{};
}

/// What is wrong with a number, where it is one of the common slips.
std::optional<Text> common_slip(std::string_view text) {
  const std::string whole{text};
  const std::string_view unsigned_text =
      text.substr(text.starts_with('+') || text.starts_with('-') ? 1 : 0);
  const LeadingNumber number = leading_number(unsigned_text);
  if (number.written.empty()) return std::nullopt;
  const std::string form = std::string{without_padding(number.written)} + std::string{number.rest};
  const std::string_view rest = number.rest;

  if (text.starts_with('-')) {
    return tr("`{text}` is negative: write a number from 0 up", {{"text", whole}});
  }
  if ((rest.starts_with('e') || rest.starts_with('E')) && rest.size() > 1 &&
      (is_digit(rest[1]) || rest[1] == '+' || rest[1] == '-')) {
    return tr("`{text}` has an exponent: write all digits", {{"text", whole}});
  }
  if (text.starts_with('+')) {
    return tr("`{text}` has a sign: write `{form}`", {{"text", whole}, {"form", form}});
  }
  if (is_padded(number.written)) {
    return tr("`{text}` begins with a zero: write `{form}`", {{"text", whole}, {"form", form}});
  }
  if (!number.fits) return tr("`{text}` has more than 18 digits", {{"text", whole}});
  return std::nullopt;
}

/// Why a text that is not a number is none; `otherwise` where it is no common slip.
Text why_no_number(std::string_view text, Text otherwise) {
  const std::string whole{text};
  if (const std::string form = without_thousands_marks(text); !form.empty()) {
    return tr("`{text}` sets its thousands apart: write `{form}`",
              {{"text", whole}, {"form", form}});
  }
  if (const std::size_t comma = text.find(','); comma != text.npos) {
    std::string form = whole;
    form[comma] = '.';
    if (is_number(without_percent(form))) {
      return tr("`{text}` has a decimal comma: write `{form}`", {{"text", whole}, {"form", form}});
    }
  }
  return otherwise;
}

/// A decimal alone, or what is wrong with it.
Parsed<Decimal> decimal(std::string_view text, Text otherwise) {
  if (std::optional<Text> slip = common_slip(text)) return tl::unexpected(*std::move(slip));
  if (is_number(text)) return leading_number(text).value;
  return tl::unexpected(why_no_number(text, std::move(otherwise)));
}

/// Of a share above the whole, `value` as it is written.
Text more_than_whole(std::string_view text, Decimal value) {
  const std::string whole{text};
  if (is_above(value, hundred)) {
    return tr("`{text}` is more than the whole, 100%: write a share between `0%` and `100%`",
              {{"text", whole}});
  }
  return tr("`{text}` is more than the whole, which is 1 or 100%: write `{form}`",
            {{"text", whole}, {"form", whole + "%"}});
}

}  // namespace

Parsed<bool> flag(std::string_view text) {
  if (text == "true") return true;
  if (text == "false") return false;

  const std::string lower = lower_case(text);
  constexpr auto yes =
      std::to_array<std::string_view>({"true", "yes", "y", "on", "1", "oui", "vrai"});
  constexpr auto no =
      std::to_array<std::string_view>({"false", "no", "n", "off", "0", "non", "faux"});
  const bool is_yes = std::ranges::find(yes, lower) != yes.end();
  if (is_yes || std::ranges::find(no, lower) != no.end()) {
    return tl::unexpected(
        tr("`{text}` is not a flag: write `{form}`",
           {{"text", std::string{text}}, {"form", std::string{is_yes ? "true" : "false"}}}));
  }
  return tl::unexpected(
      tr("`{text}` is not a flag: write `true` or `false`", {{"text", std::string{text}}}));
}

Parsed<Money> money(std::string_view text) {
  return decimal(text, tr("`{text}` is not an amount of money: write a number in the plan's "
                          "currency, without its "
                          "name or sign, such as `60000` or `1250.50`",
                          {{"text", std::string{text}}}))
      .map([](Decimal value) { return Money{value}; });
}

Parsed<Ratio> ratio(std::string_view text) {
  const std::string whole{text};
  if (std::optional<Text> slip = common_slip(text)) return tl::unexpected(*std::move(slip));
  const bool is_percentage = text.ends_with('%');
  const std::string_view written = without_percent(text);
  if (!is_number(written)) {
    const std::string_view unspaced = written.substr(0, written.find_last_not_of(' ') + 1);
    if (is_percentage && is_number(unspaced)) {
      return tl::unexpected(tr("`{text}` is not a share: write `{form}`",
                               {{"text", whole}, {"form", std::string{unspaced} + "%"}}));
    }
    return tl::unexpected(why_no_number(
        text, tr("`{text}` is not a share: write `60%` or `0.6`", {{"text", whole}})));
  }

  const Decimal value = leading_number(written).value;
  if (!is_percentage) {
    if (is_above(value, whole_share)) return tl::unexpected(more_than_whole(text, value));
    return Ratio{value};
  }
  if (is_above(value, hundred)) return tl::unexpected(more_than_whole(text, value));
  const std::optional<Decimal> share = hundredth(value);
  if (!share) return tl::unexpected(tr("`{text}` has more than 18 digits", {{"text", whole}}));
  return Ratio{*share};
}

Parsed<Quantity> quantity(std::string_view text, std::string_view unit) {
  const std::string whole{text};
  const LeadingNumber number = leading_number(text);
  const std::size_t spaces = std::min(number.rest.find_first_not_of(' '), number.rest.size());
  const std::string_view written_unit = number.rest.substr(spaces);
  const std::string plain{without_padding(number.written)};
  if (!plain.empty() && !written_unit.empty() && !common_slip(text)) {
    if (!unit.empty() && written_unit == unit) {
      if (spaces > 0) return Quantity{number.value};
      return tl::unexpected(tr("`{text}` has no space before its unit: write `{form}`",
                               {{"text", whole}, {"form", plain + " " + std::string{unit}}}));
    }
    const bool is_word = !is_digit(written_unit.front()) && written_unit.front() != '.' &&
                         written_unit.front() != ',' && without_thousands_marks(text).empty();
    if (is_word && unit.empty()) {
      return tl::unexpected(
          tr("`{text}` has a unit, and the resource type declares none: write `{form}`",
             {{"text", whole}, {"form", plain}}));
    }
    if (is_word && lower_case(written_unit) == lower_case(unit)) {
      return tl::unexpected(
          tr("`{text}` has another unit than the resource type declares: write `{form}`",
             {{"text", whole}, {"form", plain + " " + std::string{unit}}}));
    }
    if (is_word) {
      return tl::unexpected(
          tr("`{text}` has another unit than its resource type, which counts in {unit}: convert "
             "it, as in `{form}`",
             {{"text", whole}, {"unit", std::string{unit}}, {"form", "0.5 " + std::string{unit}}}));
    }
  }
  return decimal(text,
                 tr("`{text}` is not a quantity: write a number from 0 up, such as `4` or `0.5`",
                    {{"text", whole}}))
      .map([](Decimal value) { return Quantity{value}; });
}

Parsed<Count> count(std::string_view text, Count least) {
  const std::string whole{text};
  const auto too_large = [&] {
    return tl::unexpected(tr("`{text}` is too large: write at most {most}",
                             {{"text", whole}, {"most", number(greatest_count)}}));
  };
  if (!text.empty() && std::ranges::all_of(text, is_digit) && !is_padded(text)) {
    constexpr std::size_t digits_of_greatest = 19;
    if (text.size() > digits_of_greatest) return too_large();
    std::uint64_t value = 0;
    for (const char digit : text) value = 10 * value + static_cast<std::uint64_t>(digit - '0');
    if (value > static_cast<std::uint64_t>(greatest_count)) return too_large();
    if (static_cast<Count>(value) >= least) return static_cast<Count>(value);
    return tl::unexpected(tr("`{text}` is too small: write at least {least}",
                             {{"text", whole}, {"least", number(least)}}));
  }
  const Parsed<Decimal> value = decimal(
      text, tr("`{text}` is not a count: write a whole number, such as `12`", {{"text", whole}}));
  if (!value) return tl::unexpected(value.error());
  return tl::unexpected(
      tr("`{text}` is not a whole number: write one such as `12`", {{"text", whole}}));
}

Parsed<ShareOrCount> share_or_count(std::string_view text) {
  const bool is_part = text.find('.') != text.npos && is_number(text) && !common_slip(text);
  const bool is_above_one = is_part && is_above(leading_number(text).value, whole_share);
  if (text.find_first_of("%.") != text.npos && !is_above_one) {
    return ratio(text).map([](Ratio share) { return ShareOrCount{share}; });
  }
  if (!is_above_one &&
      !leading_number(text.substr(text.find_first_not_of("+-") == 1 ? 1 : 0)).written.empty()) {
    return count(text).map([](Count value) { return ShareOrCount{value}; });
  }
  return tl::unexpected(tr("`{text}` is neither a count nor a share: write `12` or `40%`",
                           {{"text", std::string{text}}}));
}

}  // namespace bcp::grammar
