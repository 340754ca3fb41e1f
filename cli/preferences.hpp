// In which language, and how coloured, does the reader want to read?
#pragma once

#include <string>
#include <string_view>

#include "render/style.hpp"
#include "streams.hpp"

namespace bcp::cli {

/// `--lang`, BCP_LANG, the locale where it names one of ours, the language of the plan, English: `en` or `fr`.
[[nodiscard]] std::string chosen_language(std::string_view option, const Streams& streams,
                                          std::string_view plan_language = {});

/// `--color`, NO_COLOR, CLICOLOR_FORCE, TERM=dumb, whether it is a terminal: each stream for itself. What is no terminal
/// is as wide as COLUMNS says (40 to 120), else 80 columns.
[[nodiscard]] Style style_of_out(std::string_view colour_option, const Streams& streams);
[[nodiscard]] Style style_of_err(std::string_view colour_option, const Streams& streams);

/// Never coloured.
[[nodiscard]] Style style_of_file(const Streams& streams);

}  // namespace bcp::cli
