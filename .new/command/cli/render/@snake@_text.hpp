// How does …?
#pragma once

#include <string>

#include "plan/plan.hpp"
#include "render/language.hpp"
#include "render/style.hpp"

namespace bcp::cli {

/// The answer as one line, then the table.
[[nodiscard]] std::string @snake@_text(const Plan& plan, const Language& language, const Style& style);

}  // namespace bcp::cli
