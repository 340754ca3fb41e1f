#include <nlohmann/json.hpp>

#include "render/bia_documents.hpp"
#include "render/bia_rows.hpp"
#include "render/csv.hpp"
#include "render/json.hpp"
#include "render/names.hpp"

namespace bcp::cli {

namespace {

/// Seconds, or an empty cell.
CsvCell seconds(std::optional<Seconds> length) {
  if (!length) return std::string{};
  return Whole{length->count()};
}

std::string joined(const Because& because, const Plan& plan) {
  std::string ids;
  for (const ServiceId service : because.services)
    ids += (ids.empty() ? "" : " ") + plan.services[service.value].id;
  return ids;
}

std::string titles(std::initializer_list<const char*> names) {
  std::vector<CsvCell> cells;
  for (const char* name : names) cells.emplace_back(std::string{name});
  return csv_row(cells);
}

std::string tier_word(const Service& service, const Plan& plan) {
  return plan.tiers.empty() ? std::string{} : plan.tiers[tier_of(plan, service).value];
}

}  // namespace

std::string bia_entities_csv(const BusinessImpact& analysis, const Plan& plan) {
  std::string table =
      titles({"id", "kind", "up_s", "required_rto_s", "because", "because_more", "promised_s",
              "tested_s", "rpo_s", "required_rpo_s", "rpo_because", "rpo_because_more"});
  for (const EntityRequirement& entity : analysis.entities) {
    table += csv_row({node_of(plan, entity.node).id,
                      std::string{name_of(plan.nodes[entity.node.value].kind)}, seconds(entity.up),
                      seconds(entity.required_rto), joined(entity.because, plan),
                      Whole{entity.because.more}, seconds(entity.promised), seconds(entity.tested),
                      seconds(entity.rpo), seconds(entity.required_rpo),
                      joined(entity.rpo_because, plan), Whole{entity.rpo_because.more}});
  }
  return table;
}

std::string bia_services_csv(const BusinessImpact& analysis, const Plan& plan) {
  std::string table = titles({"id", "tier", "mtpd_s", "rto_s", "rpo_s", "mbco", "people",
                              "minimum_people", "minimum_equipment"});
  for (const ServiceTolerances& row : analysis.services) {
    const Service& service = plan.services[row.service.value];
    std::string equipment;
    for (const UnitsNeeded& need : row.minimum_equipment) {
      equipment += (equipment.empty() ? "" : " ") + plan.resource_types[need.type.value].id + '=' +
                   need.units.str();
    }
    table += csv_row({service.id, tier_word(service, plan), seconds(row.mtpd), seconds(row.rto),
                      seconds(row.rpo), json_number(row.mbco).dump(), row.people,
                      row.minimum_people, equipment});
  }
  return table;
}

std::string bia_impact_csv(const BusinessImpact& analysis, const Plan& plan) {
  std::string table =
      titles({"service", "tier", "mtpd_s", "category", "after_s", "level", "intolerable_s"});
  for (const ImpactRow& row : analysis.impacts) {
    const Service& service = plan.services[row.service.value];
    const Impact& impact = impact_at(row, plan);
    for (const ImpactStep& step : impact.steps) {
      table +=
          csv_row({service.id, tier_word(service, plan), seconds(service.mtpd), impact.category,
                   seconds(step.after), step.level, seconds(row.intolerable)});
    }
  }
  return table;
}

}  // namespace bcp::cli
