// How are opening hours written?
#pragma once

#include <vector>

#include "plan/reading/reader.hpp"

namespace bcp {

/// Reads the section `calendars`; calendars of phases hold the weeks of those that they name.
[[nodiscard]] std::vector<Calendar> read_calendars(Reader& reader);

}  // namespace bcp
