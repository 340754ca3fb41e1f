#include "render/language.hpp"

#include <array>
#include <utility>

#include <fmt/args.h>
#include <fmt/format.h>

#include "render/catalogue.hpp"
#include "render/escape.hpp"
#include "render/formats.hpp"

namespace bcp::cli {

namespace {

template <class... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

std::string as_it_is(std::string_view text) { return std::string{text}; }

std::string joined(const Names& names, std::string (*escape)(std::string_view)) {
  std::string list;
  for (const std::string& name : names) {
    if (!list.empty()) list += ", ";
    list += '`' + escape(name) + '`';
  }
  return list;
}

std::int64_t year_of(WallTime time) {
  return bcp::year_of(std::chrono::local_seconds{Seconds{time.seconds}});
}

bool is_whole_minute(WallTime time) { return time.seconds % 60 == 0; }

/// Digits with a decimal point, as ICU reads them: `digits` × 10^-`places`.
std::string decimal_digits(const Whole& digits, unsigned places) {
  std::string text = digits.str();
  if (places == 0) return text;
  if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
  return text.insert(text.size() - places, ".");
}

}  // namespace

Language::Language(std::string_view code)
    : code_(code),
      formats_(std::make_shared<Formats>(code)) {}

std::string Language::say(const Text& text) const { return filled(text, plain); }

std::string Language::say_unescaped(const Text& text) const { return filled(text, as_it_is); }

std::string Language::filled(const Text& text, Escape escape) const {
  if (text.empty()) return {};
  fmt::dynamic_format_arg_store<fmt::format_context> values;
  std::vector<std::string> names;  // fmt wants them to end in NUL
  names.reserve(text.arguments.size());
  for (const NamedArgument& argument : text.arguments) {
    const std::string& name = names.emplace_back(argument.name);
    values.push_back(fmt::arg(name.c_str(), shown(argument.value, escape)));
  }
  return fmt::vformat(code_ == "fr" ? in_french(text) : in_english(text), values);
}

std::string Language::shown(const Argument& argument, Escape escape) const {
  return std::visit(Overloaded{
                        [&](const std::string& text) { return escape(text); },
                        [&](const Number& number) { return formats_->number(number.digits); },
                        [&](WallTime time) { return this->time(time); },
                        [&](TimeLength length) { return this->length(length); },
                        [&](const Names& names) { return joined(names, escape); },
                        [&](const std::shared_ptr<const Text>& nested) {
                          return nested ? filled(*nested, escape) : std::string{};
                        },
                    },
                    argument);
}

std::string Language::number(const Whole& value) const { return formats_->number(value.str()); }

std::string Language::amount(const Exact& value) const {
  return formats_->number(decimal_digits(floor(value * 1000), 3));
}

std::string Language::percentage(const Ratio& value) const {
  const Decimal share = value.value;
  if (share.places < 2)
    return formats_->percentage(decimal_digits(Whole{share.digits} * 100, share.places));
  return formats_->percentage(decimal_digits(Whole{share.digits}, share.places - 2U));
}

std::string Language::percentage(const Exact& value) const {
  return formats_->percentage(floor(value * 100).str());
}

bool Language::is_year_omitted(WallTime time) const { return omitted_year_ == year_of(time); }

void Language::omit_year_of(WallTime time) { omitted_year_ = year_of(time); }

std::string Language::time(WallTime time) const {
  if (is_year_omitted(time)) {
    return formats_->time(time.seconds,
                          is_whole_minute(time) ? "EEEE d MMMM HH:mm" : "EEEE d MMMM HH:mm:ss");
  }
  return formats_->time(time.seconds,
                        is_whole_minute(time) ? "EEEE d MMMM y HH:mm" : "EEEE d MMMM y HH:mm:ss");
}

std::string Language::short_time(WallTime time) const {
  return formats_->time(time.seconds, is_year_omitted(time) ? "EEE d MMM HH:mm" : "d MMM y HH:mm");
}

std::string Language::length(TimeLength length) const {
  struct Unit {
    std::int64_t seconds;
    Text (*text)(Argument count);
  };
  static constexpr std::array units = {
      Unit{86'400,
           [](Argument count) {
             return tr("{count}\u00a0d", {{"count", std::move(count)}});
           }},
      Unit{3'600,
           [](Argument count) {
             return tr("{count}\u00a0h", {{"count", std::move(count)}});
           }},
      Unit{60,
           [](Argument count) {
             return tr("{count}\u00a0min", {{"count", std::move(count)}});
           }},
      Unit{1,
           [](Argument count) {
             return tr("{count}\u00a0s", {{"count", std::move(count)}});
           }},
  };
  std::string text = length.seconds < 0 ? "-" : "";
  std::int64_t rest = length.seconds < 0 ? -length.seconds : length.seconds;
  for (const Unit& unit : units) {
    const std::int64_t count = rest / unit.seconds;
    rest %= unit.seconds;
    if (count == 0 && (length.seconds != 0 || unit.seconds != 1)) continue;
    if (!text.empty() && text != "-") text += ' ';
    text += say(unit.text(bcp::number(count)));
  }
  return text;
}

std::string Language::short_length(TimeLength length) const {
  std::string text = this->length(length);
  constexpr std::string_view no_break_space = "\u00a0";
  for (std::size_t at = 0; (at = text.find(no_break_space, at)) != std::string::npos;)
    text.erase(at, no_break_space.size());
  std::erase(text, ' ');
  return text;
}

std::string Language::list(const std::vector<std::string>& items) const {
  return formats_->list(items);
}

std::string_view Language::choose(const LocalText& text, std::string_view plan_language) const {
  if (const auto own = text.find(code_); own != text.end()) return own->second;
  const auto unmarked = text.find(std::string_view{});
  const bool is_ours = plan_language.empty() || plan_language == code_;
  return unmarked != text.end() && is_ours ? std::string_view{unmarked->second}
                                           : std::string_view{};
}

}  // namespace bcp::cli
