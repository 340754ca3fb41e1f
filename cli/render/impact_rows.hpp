// In which order and in which groups does a reader look at what an outage stops?
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "graph/impact.hpp"
#include "render/language.hpp"

namespace bcp::cli {

/// Losses that stand together; never empty.
using Losses = std::vector<const Loss*>;

[[nodiscard]] bool is_service(const Loss& loss, const Plan& plan);

/// The services lost, by tier, most urgent first; within a tier by id.
[[nodiscard]] std::vector<Losses> lost_services(const Impacts& impacts, const Plan& plan);

/// The ids on the chain of causes of what is lost, from its own to that of what failed; of a long one the first and the
/// last, and between them how many are left out, as `+ 12`.
[[nodiscard]] std::vector<std::string> chain_ids(const Loss& loss, const Impacts& impacts,
                                                 const Plan& plan);

/// The tier of a service that is lost. None where the plan has no tiers.
[[nodiscard]] TierId tier_of(const Loss& loss, const Plan& plan);

/// What else is lost, by kind.
[[nodiscard]] std::vector<Losses> other_losses(const Impacts& impacts, const Plan& plan);

/// Survivors that miss the same and go on thanks to the same.
struct Rescue {
  std::vector<NodeId> down;
  std::vector<NodeId> carried_by;
  std::vector<NodeId> nodes;  ///< by id
};

/// All survivors, by what carries most of them, then by what they miss.
[[nodiscard]] std::vector<Rescue> rescues(const Impacts& impacts);

/// `vpn-gateway down: 12 of 64 services stop, 3 of them vital; 41 nodes in all.` and, behind it, how many nodes go on
/// thanks to an alternative.
[[nodiscard]] std::string impact_headline(const Impacts& impacts, const Plan& plan,
                                          const Language& language);

}  // namespace bcp::cli
