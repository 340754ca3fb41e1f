// How do critical paths read in a terminal at night?
#pragma once

#include <string>

#include "render/critical_rows.hpp"
#include "render/language.hpp"
#include "render/style.hpp"

namespace bcp::cli {

/// What the sections of the page need to know.
struct RecoveryPage {
  RecoveryView view;
  const Language& language;
  const Style& style;
  bool is_all = false;  ///< every listed service, not only those that fall short
};

/// The headline, then the services that fall short with the chain that decides each, then where an hour helps and what
/// measured times change. Where none falls short, the chain of the tightest.
[[nodiscard]] std::string recovery_text(const RecoveryPage& page);

/// The headline as one line.
[[nodiscard]] std::string recovery_line(const RecoveryPage& page);

/// The services in the order in which they are shown, before the rest is only counted.
[[nodiscard]] std::vector<ServiceId> shown_services(const RecoveryPage& page);

// The sections; each is empty where it has nothing to show.
[[nodiscard]] std::string recovered_services_section(const RecoveryPage& page);
[[nodiscard]] std::string chains_section(const RecoveryPage& page);
[[nodiscard]] std::string bottlenecks_section(const RecoveryPage& page);
[[nodiscard]] std::string flips_section(const RecoveryPage& page);

}  // namespace bcp::cli
