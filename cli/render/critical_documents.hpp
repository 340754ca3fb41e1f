// How are critical paths written for programs and for documents?
#pragma once

#include <string>

#include "render/critical_rows.hpp"
#include "render/language.hpp"

namespace bcp::cli {

/// docs/manual, `critical-path`.
[[nodiscard]] std::string recovery_json(const RecoveryView& view);

/// One row a listed service; its path from the service on, ids joined by a blank.
[[nodiscard]] std::string recovery_csv(const RecoveryView& view);

/// The headline, then tables of every row.
[[nodiscard]] std::string recovery_markdown(const RecoveryView& view, const Language& language);

}  // namespace bcp::cli
