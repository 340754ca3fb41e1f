// What does the French catalogue inside the program say for an English sentence?
#pragma once

#include <string>

#include "source/text.hpp"

namespace bcp::cli {

/// The French sentence with its placeholders still in it; the English one where there is no translation.
///
/// The catalogue is opened at the first call; an unreadable one throws.
[[nodiscard]] std::string in_french(const Text& text);

/// The English sentence, in the form that its count asks for.
[[nodiscard]] std::string in_english(const Text& text);

}  // namespace bcp::cli
