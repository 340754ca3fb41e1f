// How are lengths of time written: durations, lags, efforts, steps of the calendar?
#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <utility>

#include "plan/decimal_text.hpp"
#include "plan/grammar.hpp"

namespace bcp::grammar {

namespace {

using namespace std::chrono_literals;

/// 10,000 years: what is longer is a slip, and sums of a million such still fit.
constexpr Seconds longest = std::chrono::days{3'652'425};

struct Unit {
  char letter;
  Seconds length;
};

constexpr std::array units{Unit{'w', 168h}, Unit{'d', 24h}, Unit{'h', 1h}, Unit{'m', 1min},
                           Unit{'s', 1s}};
constexpr std::array iso_date_units{Unit{'W', 168h}, Unit{'D', 24h}};
constexpr std::array iso_time_units{Unit{'H', 1h}, Unit{'M', 1min}, Unit{'S', 1s}};

struct Spelling {
  std::string_view word;
  std::string_view unit;
};

/// How people write units, and what we write.
constexpr std::array duration_spellings{
    Spelling{"s", "s"},        Spelling{"sec", "s"},     Spelling{"secs", "s"},
    Spelling{"second", "s"},   Spelling{"m", "m"},       Spelling{"seconds", "s"},
    Spelling{"min", "m"},      Spelling{"mins", "m"},    Spelling{"h", "h"},
    Spelling{"minute", "m"},   Spelling{"minutes", "m"}, Spelling{"hr", "h"},
    Spelling{"hrs", "h"},      Spelling{"hour", "h"},    Spelling{"hours", "h"},
    Spelling{"heure", "h"},    Spelling{"heures", "h"},  Spelling{"d", "d"},
    Spelling{"day", "d"},      Spelling{"days", "d"},    Spelling{"j", "d"},
    Spelling{"jour", "d"},     Spelling{"jours", "d"},   Spelling{"w", "w"},
    Spelling{"week", "w"},     Spelling{"weeks", "w"},   Spelling{"semaine", "w"},
    Spelling{"semaines", "w"}, Spelling{"mo", "mo"},     Spelling{"month", "mo"},
    Spelling{"months", "mo"},  Spelling{"mois", "mo"},   Spelling{"y", "y"},
    Spelling{"yr", "y"},       Spelling{"year", "y"},    Spelling{"years", "y"},
    Spelling{"an", "y"},       Spelling{"ans", "y"},     Spelling{"pd", "pd"},
    Spelling{"ph", "ph"},      Spelling{"pm", "pm"}};

/// The text with its units as we write them, without spaces, and with a point for a comma: `4 Hours` is `4h`.
/// Empty where it is not made of numbers and such units.
std::string respelt(std::string_view text) {
  const auto lower = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  const auto is_letter = [&](char c) { return lower(c) >= 'a' && lower(c) <= 'z'; };
  std::string result;
  while (!text.empty()) {
    const char first = text.front();
    if (!is_letter(first)) {
      if (first == ',') {
        result += '.';
      } else if (is_digit(first) || first == '.') {
        result += first;
      } else if (first != ' ') {
        return {};
      }
      text.remove_prefix(1);
      continue;
    }
    const auto end = std::ranges::find_if_not(text, is_letter);
    std::string word{text.begin(), end};
    std::ranges::transform(word, word.begin(), lower);
    const auto found = std::ranges::find(duration_spellings, word, &Spelling::word);
    if (found == duration_spellings.end()) return {};
    result += found->unit;
    text.remove_prefix(word.size());
  }
  return result;
}

struct Product {
  Seconds rounded_up{0};
  bool is_whole = true;
};

/// `amount` × `unit`; nothing past the longest duration.
std::optional<Product> product(Decimal amount, Seconds unit) {
  std::int64_t one = 1;
  for (int place = 0; place < amount.places; ++place) one *= 10;
  const std::int64_t whole = amount.digits / one;
  if (unit > 0s && whole > longest / unit) return std::nullopt;

  Product result;
  // Behind the point from the last digit on: each step adds a digit's worth and moves the point by one.
  std::int64_t fraction = amount.digits % one;
  std::int64_t sum = 0;
  for (int place = 0; place < amount.places; ++place, fraction /= 10) {
    sum += fraction % 10 * unit.count();
    result.is_whole = result.is_whole && sum % 10 == 0;
    sum = (sum + 9) / 10;
  }
  result.rounded_up = whole * unit + Seconds{sum};
  return result.rounded_up <= longest ? std::optional{result} : std::nullopt;
}

enum class Fault { form, order, fraction, digits, too_long };

using Length = tl::expected<Seconds, Fault>;

/// `1d12h`: numbers, each with one of the units, the larger first and none twice.
Length sum_of(std::string_view text, std::span<const Unit> allowed) {
  Seconds sum{0};
  std::size_t next = 0;
  while (!text.empty()) {
    const LeadingNumber number = leading_number(text);
    if (number.written.empty() || number.rest.empty()) return tl::unexpected(Fault::form);
    const auto unit = std::ranges::find(allowed, number.rest.front(), &Unit::letter);
    if (unit == allowed.end()) return tl::unexpected(Fault::form);
    const auto position = static_cast<std::size_t>(unit - allowed.begin());
    if (position < next) return tl::unexpected(Fault::order);
    if (!number.fits) return tl::unexpected(Fault::digits);

    const std::optional<Product> part = product(number.value, unit->length);
    if (!part || sum + part->rounded_up > longest) return tl::unexpected(Fault::too_long);
    if (!part->is_whole) return tl::unexpected(Fault::fraction);
    sum += part->rounded_up;
    next = position + 1;
    text = number.rest.substr(1);
  }
  return sum;
}

/// ISO 8601: `PnW` or `PnDTnHnMnS`, a fraction only in the last part.
Length iso_duration(std::string_view text) {
  const std::string_view parts = text.substr(1);
  const std::size_t mark = parts.find('T');
  const std::string_view date_part = parts.substr(0, mark);
  const std::string_view time_part = mark == parts.npos ? "" : parts.substr(mark + 1);
  const bool is_weeks = date_part.ends_with('W');
  if (parts.empty() || (mark != parts.npos && time_part.empty()))
    return tl::unexpected(Fault::form);
  if (date_part.find('W') != date_part.npos && (!is_weeks || mark != parts.npos)) {
    return tl::unexpected(Fault::form);
  }
  const std::size_t point = parts.find('.');
  if (point != parts.npos && parts.find_first_of("WDTHMS", point) + 1 != parts.size()) {
    return tl::unexpected(Fault::form);
  }
  const Length days = sum_of(date_part, iso_date_units);
  const Length rest = sum_of(time_part, iso_time_units);
  if (!days) return days;
  if (!rest) return rest;
  if (*days + *rest > longest) return tl::unexpected(Fault::too_long);
  return *days + *rest;
}

/// A duration without sign.
Length length_of(std::string_view text) {
  if (text.empty()) return tl::unexpected(Fault::form);
  return text.starts_with('P') ? iso_duration(text) : sum_of(text, units);
}

bool has_months_or_years(std::string_view text) {
  if (text.starts_with('P')) return text.substr(0, text.find('T')).find_first_of("YM") != text.npos;
  const std::string spelt = respelt(text);
  return spelt.find('y') != spelt.npos || spelt.find("mo") != spelt.npos;
}

/// `1:30` as a duration, hours first; empty where the text is no time of day.
std::string clock_as_duration(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == text.npos) return {};
  const std::string_view hours = text.substr(0, colon);
  const std::string_view minutes = text.substr(colon + 1);
  const auto is_number = [](std::string_view part) {
    return !part.empty() && part.size() <= 4 && std::ranges::all_of(part, is_digit);
  };
  if (!is_number(hours) || !is_number(minutes)) return {};
  return std::string{without_padding(hours)} + "h" + std::string{without_padding(minutes)} + "m";
}

/// Why a text without sign has not the form of a duration. `sign` stands in front of the forms that it proposes.
Text why_no_duration(std::string_view written, std::string_view text, std::string_view sign) {
  const std::string whole{written};
  const LeadingNumber number = leading_number(text);
  if (!number.written.empty() && number.rest.empty()) {
    const std::string plain = std::string{sign} + std::string{without_padding(number.written)};
    if (number.value == Decimal{}) {
      return tr("`{text}` has no unit: write `{form}`",
                {{"text", whole}, {"form", std::string{sign} + "0s"}});
    }
    if (number.written.find('.') != number.written.npos) {  // of seconds there are no parts
      return tr("`{text}` has no unit: write `{minutes}`, `{hours}` or `{days}`",
                {{"text", whole},
                 {"minutes", plain + "m"},
                 {"hours", plain + "h"},
                 {"days", plain + "d"}});
    }
    return tr(
        "`{text}` has no unit: write `{days}` for days, `{hours}` for hours, `{minutes}` for "
        "minutes, `{seconds}` for seconds",
        {{"text", whole},
         {"seconds", plain + "s"},
         {"minutes", plain + "m"},
         {"hours", plain + "h"},
         {"days", plain + "d"}});
  }
  if (const std::string form = clock_as_duration(text); !form.empty()) {
    return tr("`{text}` is a time of day, not a duration: write `{form}`",
              {{"text", whole}, {"form", std::string{sign} + form}});
  }
  if (has_months_or_years(text)) {
    return tr(
        "`{text}` is not a duration: months and years differ in length; write weeks or days, such "
        "as `30d`",
        {{"text", whole}});
  }
  if (const std::string form = respelt(text); length_of(form)) {
    return tr("`{text}` is not a duration: write `{form}`",
              {{"text", whole}, {"form", std::string{sign} + form}});
  }
  return tr(
      "`{text}` is not a duration: write `90s`, `45m`, `4h`, `2d`, `1w`, a sum such as `1d12h`, or "
      "`PT4H`",
      {{"text", whole}});
}

Text sentence(Fault fault, std::string_view written, std::string_view text, std::string_view sign) {
  const std::string whole{written};
  switch (fault) {
    case Fault::form: break;
    case Fault::order:
      return tr(
          "`{text}` has its units out of order: write each once, the larger first, as in "
          "`1w2d3h4m5s`",
          {{"text", whole}});
    case Fault::fraction:
      return tr("`{text}` does not come to whole seconds: write whole units, such as `1h20m`",
                {{"text", whole}});
    case Fault::digits:
      return tr("`{text}` has a number of more than 18 digits", {{"text", whole}});
    case Fault::too_long: return tr("`{text}` is longer than 10,000 years", {{"text", whole}});
  }
  return why_no_duration(written, text, sign);
}

struct Step {
  std::string_view written;
  Period::Unit unit;
  std::int64_t most;  ///< as many as 10,000 years hold
};

constexpr std::array steps{
    Step{"y", Period::Unit::years, 10'000}, Step{"mo", Period::Unit::months, 120'000},
    Step{"w", Period::Unit::weeks, 521'775}, Step{"d", Period::Unit::days, 3'652'425}};

const Step* step_of(std::string_view unit) {
  const auto found = std::ranges::find(steps, unit, &Step::written);
  return found == steps.end() ? nullptr : &*found;
}

bool is_whole_number(const LeadingNumber& number) {
  return !number.written.empty() && number.written.find('.') == number.written.npos;
}

}  // namespace

Parsed<Seconds> duration(std::string_view text) {
  if (text.starts_with('-')) {
    return tl::unexpected(
        tr("`{text}` is negative, and a duration is not: write `4h`, or `0s` for none",
           {{"text", std::string{text}}}));
  }
  if (text.starts_with('+') && length_of(text.substr(1))) {
    return tl::unexpected(tr("`{text}` has a sign, and a duration has none: write `{form}`",
                             {{"text", std::string{text}}, {"form", std::string{text.substr(1)}}}));
  }
  return length_of(text).map_error([&](Fault fault) { return sentence(fault, text, text, ""); });
}

Parsed<Seconds> lag(std::string_view text) {
  const bool is_signed = text.starts_with('+') || text.starts_with('-');
  const std::string_view sign = text.substr(0, is_signed ? 1 : 0);
  const std::string_view rest = text.substr(sign.size());
  return length_of(rest)
      .map([&](Seconds length) { return sign == "-" ? -length : length; })
      .map_error([&](Fault fault) { return sentence(fault, text, rest, sign); });
}

Parsed<Seconds> effort(std::string_view text, Seconds person_day) {
  const std::string whole{text};
  const LeadingNumber number = leading_number(text);
  const auto person_time = [&](std::string_view unit) -> std::optional<Seconds> {
    if (unit == "pd") return person_day;
    if (unit == "ph") return 1h;
    if (unit == "pm") return 1min;
    return std::nullopt;
  };
  if (const std::optional<Seconds> unit = person_time(number.rest);
      unit && !number.written.empty()) {
    if (!number.fits) return tl::unexpected(sentence(Fault::digits, text, text, ""));
    const std::optional<Product> work = product(number.value, *unit);
    if (!work) return tl::unexpected(sentence(Fault::too_long, text, text, ""));
    return work->rounded_up;
  }

  const Length time = length_of(text);
  if (time) return *time;
  if (time.error() != Fault::form) return tl::unexpected(sentence(time.error(), text, text, ""));
  if (!number.written.empty() && number.rest.empty()) {
    const std::string plain{without_padding(number.written)};
    return tl::unexpected(
        tr("`{text}` has no unit: write `{days}` for person-days, `{hours}` for person-hours, "
           "`{minutes}` for minutes of one person",
           {{"text", whole},
            {"days", plain + "pd"},
            {"hours", plain + "ph"},
            {"minutes", plain + "m"}}));
  }
  const std::string form = respelt(text);
  const LeadingNumber respelt_number = leading_number(form);
  if (!respelt_number.written.empty() && (person_time(respelt_number.rest) || length_of(form))) {
    return tl::unexpected(
        tr("`{text}` is not an effort: write `{form}`", {{"text", whole}, {"form", form}}));
  }
  return tl::unexpected(
      tr("`{text}` is not an effort: write `3pd` (person-days), `16ph`, `45pm`, or the time of one "
         "person, `4h`",
         {{"text", whole}}));
}

Parsed<Period> period(std::string_view text) {
  const std::string whole{text};
  const LeadingNumber number = leading_number(text);
  const Step* step = step_of(number.rest);
  if (step != nullptr && is_whole_number(number)) {
    if (!number.fits || number.value.digits > step->most) {
      return tl::unexpected(sentence(Fault::too_long, text, text, ""));
    }
    if (number.value.digits == 0) {
      return tl::unexpected(tr("`{text}` is no step from one date to another: write at least `1d`",
                               {{"text", whole}}));
    }
    return Period{number.value.digits, step->unit};
  }

  if (is_whole_number(number) && number.rest.empty()) {
    const std::string plain{without_padding(number.written)};
    return tl::unexpected(
        tr("`{text}` has no unit: write `{days}`, `{weeks}`, `{months}` or `{years}`",
           {{"text", whole},
            {"days", plain + "d"},
            {"weeks", plain + "w"},
            {"months", plain + "mo"},
            {"years", plain + "y"}}));
  }
  std::string form = respelt(text);
  if (form.ends_with('m')) form += 'o';  // `6m`, where minutes make no sense
  const LeadingNumber respelt_number = leading_number(form);
  if (is_whole_number(respelt_number) && step_of(respelt_number.rest) != nullptr) {
    return tl::unexpected(
        tr("`{text}` is no number of days, weeks, months or years: write `{form}`",
           {{"text", whole}, {"form", form}}));
  }
  return tl::unexpected(
      tr("`{text}` is no number of days, weeks, months or years: write it as in `30d`, `4w`, "
         "`6mo` or `1y`",
         {{"text", whole}}));
}

}  // namespace bcp::grammar
