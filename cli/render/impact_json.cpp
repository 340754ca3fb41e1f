#include <nlohmann/json.hpp>

#include "render/id_lines.hpp"
#include "render/impact_documents.hpp"
#include "render/json.hpp"

namespace bcp::cli {

using nlohmann::ordered_json;

namespace {

ordered_json node_json(NodeId node, const Plan& plan) {
  return {{"id", node_of(plan, node).id}, {"kind", name_of(plan.nodes[node.value].kind)}};
}

ordered_json json_of(const Loss& loss, const Plan& plan) {
  ordered_json object = node_json(loss.node, plan);
  object["because"] = ids_of(loss.because, plan);
  return object;
}

ordered_json json_of(const Survivor& survivor, const Plan& plan) {
  ordered_json object = node_json(survivor.node, plan);
  object["down"] = ids_of(survivor.down, plan);
  object["carried_by"] = ids_of(survivor.carried_by, plan);
  return object;
}

}  // namespace

std::string impact_json(const Impacts& impacts, const Plan& plan) {
  ordered_json document = json_document("impact");
  document["failed"] = ids_of(impacts.failed, plan);
  document["lost"] = ordered_json::array();
  for (const Loss& loss : impacts.lost) document["lost"].push_back(json_of(loss, plan));
  document["survivors"] = ordered_json::array();
  for (const Survivor& survivor : impacts.survivors)
    document["survivors"].push_back(json_of(survivor, plan));
  return json_text(document);
}

}  // namespace bcp::cli
