// Which things of the plan do the ids of an option name?
#pragma once

#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "plan/plan.hpp"
#include "reply.hpp"

namespace CLI {
class App;
}  // namespace CLI

namespace bcp::cli {

/// `--fail ID…`; what it means differs from command to command. It takes a PLAN behind it for an id: `plan` remembers
/// that.
void add_fail_option(CLI::App& app, std::vector<std::string>& ids, PlanOptions& plan,
                     const Text& description);

/// `--service ID`, one id each time.
void add_service_option(CLI::App& app, std::vector<std::string>& ids);

/// What `--fail` names, as given; a missing or unknown id is a failure, with the nearest one.
[[nodiscard]] tl::expected<std::vector<NodeId>, Failure> failed_nodes(
    const std::vector<std::string>& ids, const Plan& plan);

/// The service that an option names; an unknown id is a failure, with the nearest one.
[[nodiscard]] tl::expected<ServiceId, Failure> service_named(const std::string& id,
                                                             const std::string& option,
                                                             const Plan& plan);

/// What `--service` names, by id, without repeats; without it all services.
[[nodiscard]] tl::expected<std::vector<ServiceId>, Failure> listed_services(
    const std::vector<std::string>& ids, const Plan& plan);

/// Says beside the answer which failed nodes state no recovery.
void mention_without_recovery(const std::vector<NodeId>& nodes, const Plan& plan, Reply& reply);

}  // namespace bcp::cli
