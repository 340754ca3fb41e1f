#include <nlohmann/json.hpp>

#include "render/critical_documents.hpp"
#include "render/json.hpp"
#include "render/verdicts.hpp"

namespace bcp::cli {

using nlohmann::ordered_json;

namespace {

class RecoveryDocument {
public:
  explicit RecoveryDocument(const RecoveryView& view) : view_(view) {}

  [[nodiscard]] std::string text() const {
    const CriticalPaths& result = view_.result;
    ordered_json document = json_document("critical-path");
    document["failed"] = json_list(result.failed, [this](NodeId node) { return id(node); });
    document["clock_s"] = result.clock.count();
    document["services"] = json_list(
        view_.listed, [this](ServiceId service) { return json_of(view_.recovery(service)); });
    document["nodes"] = nodes();
    document["bottlenecks"] = json_list(
        result.bottlenecks, [this](const Bottleneck& bottleneck) { return json_of(bottleneck); });
    document["flips"] = json_list(result.flips, [this](const Flip& flip) {
      return ordered_json{{"service", id(flip.service)},
                          {"promised", name_of(flip.promised)},
                          {"tested", name_of(flip.tested)}};
    });
    return json_text(document);
  }

private:
  [[nodiscard]] const std::string& id(NodeId node) const { return node_of(view_.plan, node).id; }
  [[nodiscard]] const std::string& id(ServiceId service) const { return view_.service(service).id; }

  [[nodiscard]] ordered_json json_of(const ServiceRecovery& recovery) const {
    const Service& service = view_.service(recovery.service);
    const std::vector<std::string>& tiers = view_.plan.tiers;
    ordered_json object;
    object["id"] = service.id;
    object["tier"] =
        tiers.empty() ? ordered_json{} : ordered_json(tiers[tier_of(view_.plan, service).value]);
    object["up_s"] = json_seconds(recovery.up);
    object["rto_s"] = json_seconds(service.rto);
    object["mtpd_s"] = json_seconds(service.mtpd);
    object["margin_s"] = json_seconds(recovery.margin);
    object["verdict"] = name_of(recovery.verdict);
    object["overrun_s"] = json_seconds(recovery.overrun);
    object["path"] =
        json_list(view_.result.path_of(recovery), [this](NodeId node) { return id(node); });
    object["covered_by"] = json_list(recovery.covered_by, [&](const WorkaroundRun& run) {
      return ordered_json{{"workaround", service.workarounds[run.workaround].id},
                          {"from_s", run.from.count()},
                          {"until_s", json_seconds(run.until)}};
    });
    return object;
  }

  [[nodiscard]] ordered_json nodes() const {
    ordered_json nodes = ordered_json::array();
    for (std::uint32_t i = 0; i < view_.plan.nodes.size(); ++i) {
      const NodeRecovery& recovery = view_.result.nodes[i];
      nodes.push_back({{"id", id(NodeId{i})},
                       {"kind", name_of(view_.plan.nodes[i].kind)},
                       {"up_s", json_seconds(recovery.up)},
                       {"slack_s", json_seconds(recovery.slack)},
                       {"recovery_s", recovery.recovery.count()}});
    }
    return nodes;
  }

  [[nodiscard]] ordered_json json_of(const Bottleneck& bottleneck) const {
    return {{"id", id(bottleneck.node)},
            {"holds_up",
             json_list(bottleneck.holds_up, [this](ServiceId service) { return id(service); })},
            {"saved_s", bottleneck.saved.count()},
            {"gains", json_list(bottleneck.gains, [this](const Gain& gain) {
               return ordered_json{{"service", id(gain.service)}, {"by_s", gain.by.count()}};
             })}};
  }

  const RecoveryView& view_;
};

}  // namespace

std::string recovery_json(const RecoveryView& view) { return RecoveryDocument{view}.text(); }

}  // namespace bcp::cli
