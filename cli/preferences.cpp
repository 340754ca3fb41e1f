#include "preferences.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace bcp::cli {

namespace {

constexpr std::size_t narrowest = 40;
constexpr std::size_t widest = 120;

/// `fr_FR.UTF-8`, `fr-CA`, `fr` name French; empty: none of ours.
std::string_view language_of_locale(std::string_view locale) {
  const std::string_view language = locale.substr(0, locale.find_first_of("_-.@"));
  return language == "en" || language == "fr" ? language : std::string_view{};
}

/// The variable that decides about a category of the locale, as POSIX has it.
std::string locale_of(const std::string& category, const Streams& streams) {
  for (const std::string& name : {std::string{"LC_ALL"}, category, std::string{"LANG"}}) {
    std::string value = streams.environment(name);
    if (!value.empty()) return value;
  }
  return {};
}

/// ASCII is drawn where the environment asks for no more than that.
bool is_unicode(const Streams& streams) {
  const std::string locale = locale_of("LC_CTYPE", streams);
  return streams.environment("TERM") != "dumb" && locale != "C" && locale != "POSIX";
}

bool is_coloured(std::string_view option, bool is_terminal, const Streams& streams) {
  if (option == "always" || option == "never") return option == "always";
  if (!streams.environment("NO_COLOR").empty()) return false;
  const std::string force = streams.environment("CLICOLOR_FORCE");
  if (!force.empty() && force != "0") return true;
  return is_terminal && streams.environment("TERM") != "dumb";
}

/// What COLUMNS says, where it is a number of columns that a line can have.
std::optional<std::size_t> stated_columns(const Streams& streams) {
  const std::string text = streams.environment("COLUMNS");
  std::size_t columns = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), columns);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return columns < narrowest || columns > widest ? std::nullopt : std::optional{columns};
}

Style style_of(std::string_view colour_option, bool is_terminal, const Streams& streams) {
  Style style{.colour = is_coloured(colour_option, is_terminal, streams),
              .unicode = is_unicode(streams)};
  if (is_terminal) {
    style.width =
        std::clamp(static_cast<std::size_t>(std::max(streams.width, 0)), narrowest, widest);
  } else if (const auto columns = stated_columns(streams)) {
    style.width = *columns;
  }
  return style;
}

}  // namespace

std::string chosen_language(std::string_view option, const Streams& streams,
                            std::string_view plan_language) {
  const std::string own = streams.environment("BCP_LANG");
  const std::string locale = locale_of("LC_MESSAGES", streams);
  for (const std::string_view wish :
       {option, std::string_view{own}, std::string_view{locale}, plan_language}) {
    if (const std::string_view language = language_of_locale(wish); !language.empty())
      return std::string{language};
  }
  return "en";
}

Style style_of_out(std::string_view colour_option, const Streams& streams) {
  return style_of(colour_option, streams.out_is_terminal, streams);
}

Style style_of_err(std::string_view colour_option, const Streams& streams) {
  return style_of(colour_option, streams.err_is_terminal, streams);
}

Style style_of_file(const Streams& streams) { return style_of("never", false, streams); }

}  // namespace bcp::cli
