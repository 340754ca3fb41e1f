#include "render/critical_rows.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace bcp::cli {

namespace {

/// Smaller is worse.
auto severity(const ServiceRecovery& service) {
  return std::tuple{-static_cast<int>(service.verdict), service.up.has_value(),
                    -service.overrun.value_or(Seconds{0}), service.margin.value_or(Seconds::max())};
}

bool is_listed(ServiceId service, const RecoveryView& view) {
  return std::ranges::binary_search(view.listed, service);
}

}  // namespace

bool falls_short(const ServiceRecovery& service) {
  return service.verdict != Verdict::ok || !service.up;
}

bool is_kept_by_workaround(const ServiceRecovery& service) {
  const auto is_past = [&](const std::optional<Seconds>& limit) {
    return limit && (!service.up || *service.up > *limit);
  };
  return service.verdict == Verdict::ok &&
         (is_past(service.limits.rto) || is_past(service.limits.mtpd));
}

bool waits_for_clock(const RecoveryView& view, ServiceId service) {
  const Seconds clock = view.result.clock;
  if (clock == Seconds{0} || !view.recovery(service).up) return false;
  const NodeId last = view.result.path_of(view.recovery(service)).back();
  const NodeRecovery& first = view.result.nodes[last.value];
  return first.recovery > Seconds{0} && first.start == clock;
}

std::vector<Bottleneck> bottlenecks_of(const RecoveryView& view) {
  std::vector<Bottleneck> found;
  std::ranges::copy_if(
      view.result.bottlenecks, std::back_inserter(found), [&](const Bottleneck& bottleneck) {
        return std::ranges::any_of(bottleneck.holds_up,
                                   [&](ServiceId service) { return is_listed(service, view); });
      });
  return found;
}

ListedFlips flips_of(const RecoveryView& view) {
  ListedFlips flips;
  for (const Flip& flip : view.result.flips) {
    if (is_listed(flip.service, view))
      (flip.tested > flip.promised ? flips.worse : flips.better).push_back(flip);
  }
  return flips;
}

std::vector<ServiceId> by_urgency(const RecoveryView& view) {
  std::vector<ServiceId> services = view.listed;
  std::ranges::stable_sort(services, {}, [&](ServiceId service) {
    return std::tuple_cat(std::tuple{tier_of(view.plan, view.service(service))},
                          severity(view.recovery(service)));
  });
  return services;
}

std::optional<ServiceId> worst(const RecoveryView& view) {
  const std::vector<ServiceId> services = by_urgency(view);
  const auto found = std::ranges::min_element(services, {}, [&](ServiceId service) {
    const ServiceRecovery& recovery = view.recovery(service);
    return std::pair{-static_cast<int>(recovery.verdict), !falls_short(recovery)};
  });
  if (found == services.end() || !falls_short(view.recovery(*found))) return std::nullopt;
  return *found;
}

std::optional<ServiceId> tightest(const RecoveryView& view) {
  std::optional<ServiceId> found;
  for (const ServiceId service : by_urgency(view)) {
    const auto& margin = view.recovery(service).margin;
    if (view.is_running(service) || !margin || *margin < Seconds{0}) continue;
    if (!found || *margin < *view.recovery(*found).margin) found = service;
  }
  return found;
}

}  // namespace bcp::cli
