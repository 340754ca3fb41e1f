#include <nlohmann/json.hpp>

#include "render/gap_documents.hpp"
#include "render/gap_explanation_documents.hpp"
#include "render/gap_rows.hpp"
#include "render/json.hpp"
#include "render/names.hpp"

namespace bcp::cli {

using nlohmann::ordered_json;

namespace {

class GapDocument {
public:
  GapDocument(const GapReport& report, const Plan& plan) : report_(report), plan_(plan) {}

  [[nodiscard]] std::string text() const {
    ordered_json document = json_document("gap-report");
    document["headline"] = headline();
    document["types"] =
        json_list(report_.types, [this](const TypeGap& type) { return json_of(type); });
    document["services"] = json_list(
        report_.services, [this](const ServiceLevel& service) { return json_of(service); });
    document["staff"] = staff();
    document["sources"] =
        json_list(report_.sources, [this](const SupplySource& source) { return json_of(source); });
    document["exact"] = report_.is_exact && report_.cut_off.empty();
    if (report_.explanation)
      document["explanation"] = explanation_json(*report_.explanation, plan_);
    return json_text(document);
  }

private:
  [[nodiscard]] std::string time(Instant at) const { return iso_8601(at, plan_.zone); }
  [[nodiscard]] const std::string& id(ResourceTypeId type) const {
    return plan_.resource_types[type.value].id;
  }
  [[nodiscard]] const std::string& id(ServiceId service) const {
    return plan_.services[service.value].id;
  }
  [[nodiscard]] const std::string& id(StaffId staff) const { return plan_.staff[staff.value].id; }

  static void add_figures(ordered_json& object, const GapFigures& figures) {
    for (const NamedFigure& figure : gap_figures)
      object[std::string{figure.name}] = json_number(figures.*figure.value);
  }

  [[nodiscard]] ordered_json headline() const {
    const Headline& headline = report_.headline;
    return {{"at", time(report_.at)},
            {"type", headline.type ? ordered_json(id(*headline.type)) : ordered_json{}},
            {"gap", json_number(headline.gap)},
            {"gap_minimum", json_number(headline.gap_minimum)},
            {"services", json_list(headline.services, [this](ServiceId service) {
               return ordered_json(id(service));
             })}};
  }

  [[nodiscard]] ordered_json json_of(const TypeGap& type) const {
    ordered_json object = {{"type", id(type.type)}, {"at", time(report_.at)}};
    add_figures(object, type.figures);
    object["milestones"] = ordered_json::array();
    for (std::size_t i = 0; i < plan_.milestones.size(); ++i) {
      ordered_json milestone = {{"id", plan_.milestones[i].id},
                                {"at", time(plan_.milestones[i].at)}};
      add_figures(milestone, type.milestones[i]);
      object["milestones"].push_back(std::move(milestone));
    }
    return object;
  }

  [[nodiscard]] ordered_json json_of(const Shortage& shortage) const {
    if (const auto* group = std::get_if<StaffId>(&shortage.of)) {
      return {{"staff", id(*group)}, {"people", json_number(shortage.amount)}};
    }
    return {{"type", id(std::get<ResourceTypeId>(shortage.of))},
            {"units", json_number(shortage.amount)}};
  }

  [[nodiscard]] ordered_json limits(const ServiceLevel& level) const {
    ordered_json ids = ordered_json::array();
    for (const Shortage& shortage : level.short_of) {
      ids.push_back(std::visit([this](auto of) { return id(of); }, shortage.of));
    }
    if (level.is_down) ids.push_back(id(level.service));
    return ids;
  }

  [[nodiscard]] ordered_json json_of(const ServiceLevel& level) const {
    const Service& service = plan_.services[level.service.value];
    const Ratio full{{.digits = 1, .places = 0}};
    ordered_json object;
    object["id"] = service.id;
    object["tier"] = plan_.tiers.empty() ? ordered_json{}
                                         : ordered_json(plan_.tiers[tier_of(plan_, service).value]);
    object["mbco"] = json_number(exact(service.mbco.value_or(full)));
    object["at"] = time(level.at);
    object["level"] = json_number(level.level);
    if (level.at_most) object["level_at_most"] = json_number(*level.at_most);
    object["minimum_at"] =
        level.minimum_at ? ordered_json(time(*level.minimum_at)) : ordered_json{};
    object["verdict"] = name_of(level.verdict);
    object["limited_by"] = limits(level);
    object["short"] =
        json_list(level.short_of, [this](const Shortage& shortage) { return json_of(shortage); });
    object["staff"] = json_list(level.staff, [this](const CellLevel& cell) {
      return ordered_json{{"id", id(cell.staff)},
                          {"wanted", json_number(Whole{cell.wanted})},
                          {"minimum", json_number(Whole{cell.minimum})},
                          {"equipped", json_number(Whole{cell.equipped})}};
    });
    return object;
  }

  [[nodiscard]] ordered_json staff() const {
    ordered_json groups = ordered_json::array();
    for (const StaffFigures& figures : report_.staff) {
      const StaffGroup& group = plan_.staff[figures.staff.value];
      groups.push_back({{"id", group.id},
                        {"headcount", json_number(Whole{group.headcount})},
                        {"present", json_number(Whole{figures.present})},
                        {"wanted", json_number(figures.wanted)},
                        {"minimum", json_number(figures.minimum)},
                        {"equipped", json_number(Whole{figures.equipped})}});
    }
    return groups;
  }

  [[nodiscard]] ordered_json json_of(const SupplySource& source) const {
    return {{"id", id_of(plan_, source.origin)},
            {"type", id(source.type)},
            {"units", json_number(source.units)},
            {"first", time(source.first)},
            {"last", time(source.last)}};
  }

  const GapReport& report_;
  const Plan& plan_;
};

}  // namespace

std::string gap_json(const GapReport& report, const Plan& plan) {
  return GapDocument{report, plan}.text();
}

}  // namespace bcp::cli
