// Does `--set` stand whatever words it is given?
#include "fuzz/loading.hpp"

namespace bcp::fuzz {

namespace {

constexpr std::string_view plan = R"(
sites: {head-office: {requires: [power], recovery: 4h}}
infrastructure: {power: {}, vpn: &vpn {recovery: 2h, requires: [power]}}
applications: {crm-4.2: *vpn, mail: {<<: *vpn, recovery: 1h}}
teams: {technicians: {members: 12, calendar: weekdays}}
calendars: {weekdays: {week: {mon-fri: 08:00-18:00}}}
services: {pay: {requires: [crm-4.2], mtpd: 3d, rto: 1d, impact: {financial: {4h: minor}}}}
)";

}  // namespace

/// One `PATH=VALUE` a line.
void set_option(std::string_view bytes) {
  LoadOptions options{.threads = 1};
  while (!bytes.empty() && options.overrides.size() < 8) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    options.overrides.emplace_back(bytes.substr(0, end));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  const FileAccess files = files_with(std::string{head} + std::string{plan});
  const auto loaded = load_plan("bcp.yaml", files, options);
  if (loaded) {
    check_loading(*loaded);
  } else {
    demand(!loaded.error().msgid.empty());
  }
}

}  // namespace bcp::fuzz
