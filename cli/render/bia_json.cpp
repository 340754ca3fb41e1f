#include <nlohmann/json.hpp>

#include "render/bia_documents.hpp"
#include "render/bia_rows.hpp"
#include "render/id_lines.hpp"
#include "render/json.hpp"
#include "render/names.hpp"

namespace bcp::cli {

using nlohmann::ordered_json;

namespace {

ordered_json ids(const Because& because, const Plan& plan) {
  return json_list(because.services,
                   [&](ServiceId service) { return plan.services[service.value].id; });
}

ordered_json impact_json(const ImpactRow& row, const Plan& plan) {
  const Impact& impact = impact_at(row, plan);
  return {{"category", impact.category},
          {"steps",
           json_list(impact.steps,
                     [](const ImpactStep& step) {
                       return ordered_json{{"after_s", step.after.count()}, {"level", step.level}};
                     })},
          {"intolerable_s", json_seconds(row.intolerable)}};
}

ordered_json json_of(const ServiceTolerances& row, const BusinessImpact& analysis,
                     const Plan& plan) {
  const Service& service = plan.services[row.service.value];
  ordered_json object;
  object["id"] = service.id;
  object["tier"] =
      plan.tiers.empty() ? ordered_json{} : ordered_json(plan.tiers[tier_of(plan, service).value]);
  object["mtpd_s"] = json_seconds(row.mtpd);
  object["rto_s"] = json_seconds(row.rto);
  object["rpo_s"] = json_seconds(row.rpo);
  object["mbco"] = json_number(row.mbco);
  object["people"] = json_number(row.people);
  object["minimum_people"] = json_number(row.minimum_people);
  object["minimum_equipment"] = ordered_json::array();
  for (const UnitsNeeded& need : row.minimum_equipment) {
    object["minimum_equipment"].push_back(
        {{"type", plan.resource_types[need.type.value].id}, {"units", json_number(need.units)}});
  }
  object["impact"] = ordered_json::array();
  for (const ImpactRow* impact : impacts_of(row.service, analysis))
    object["impact"].push_back(impact_json(*impact, plan));
  return object;
}

ordered_json json_of(const EntityRequirement& entity, const Plan& plan) {
  ordered_json object;
  object["id"] = node_of(plan, entity.node).id;
  object["kind"] = name_of(plan.nodes[entity.node.value].kind);
  object["up_s"] = json_seconds(entity.up);
  object["required_rto_s"] = json_seconds(entity.required_rto);
  object["because"] = ids(entity.because, plan);
  object["because_more"] = entity.because.more;
  object["promised_s"] = json_seconds(entity.promised);
  object["tested_s"] = json_seconds(entity.tested);
  object["rpo_s"] = json_seconds(entity.rpo);
  object["required_rpo_s"] = json_seconds(entity.required_rpo);
  object["rpo_because"] = ids(entity.rpo_because, plan);
  object["rpo_because_more"] = entity.rpo_because.more;
  return object;
}

}  // namespace

std::string bia_json(const BusinessImpact& analysis, const Plan& plan) {
  ordered_json document = json_document("bia");
  document["services"] = json_list(analysis.services, [&](const ServiceTolerances& service) {
    return json_of(service, analysis, plan);
  });
  document["entities"] = json_list(
      analysis.entities, [&](const EntityRequirement& entity) { return json_of(entity, plan); });
  document["unclassified"] = ids_of(analysis.unclassified, plan);
  return json_text(document);
}

}  // namespace bcp::cli
