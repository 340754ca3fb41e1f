#include <nlohmann/json.hpp>

#include "render/gap_explanation_documents.hpp"
#include "render/json.hpp"

namespace bcp::cli {

using nlohmann::ordered_json;

namespace {

class Document {
public:
  explicit Document(const Plan& plan) : plan_(plan) {}

  [[nodiscard]] ordered_json json_of(const Explanation& explanation) const {
    return {{"service", plan_.services[explanation.service.value].id},
            {"served_before", explanation.served_before},
            {"services", explanation.services},
            {"minimum", json_of(explanation.minimum)},
            {"full", json_of(explanation.full)},
            {"next", json_of(explanation.next)},
            {"used", json_list(explanation.units.used,
                               [this](const UsedUnits& one) { return json_of(one); })},
            {"taken", json_list(explanation.units.taken,
                                [this](const TakenUnits& one) { return json_of(one); })}};
  }

private:
  [[nodiscard]] std::string time(Instant at) const { return iso_8601(at, plan_.zone); }
  [[nodiscard]] const std::string& id(StaffId staff) const { return plan_.staff[staff.value].id; }
  [[nodiscard]] const std::string& id(ResourceTypeId type) const {
    return plan_.resource_types[type.value].id;
  }

  [[nodiscard]] ordered_json json_of(const std::optional<Limit>& limit) const {
    if (!limit) return {};
    return {
        {"by", time(limit->by)},
        {"more", json_list(limit->more,
                           [this](const StaffNeed& need) {
                             return ordered_json{{"staff", id(need.staff)},
                                                 {"people", json_number(Whole{need.people})}};
                           })},
        {"people",
         json_list(limit->people, [this](const PeopleLimit& one) { return json_of(one); })},
        {"units", json_list(limit->units, [this](const UnitsLimit& one) { return json_of(one); })}};
  }

  [[nodiscard]] ordered_json held(const std::vector<Holder>& holders, const char* what) const {
    return json_list(holders, [&](const Holder& holder) {
      return ordered_json{{"service", plan_.services[holder.service.value].id},
                          {what, json_number(holder.amount)}};
    });
  }

  [[nodiscard]] ordered_json json_of(const PeopleLimit& limit) const {
    return {{"staff", id(limit.staff)},
            {"at", time(limit.at)},
            {"present", json_number(Whole{limit.present})},
            {"held", held(limit.held, "people")},
            {"asked", json_number(Whole{limit.asked})},
            {"missing", json_number(Whole{limit.missing})}};
  }

  [[nodiscard]] ordered_json json_of(const UnitsLimit& limit) const {
    return {{"type", id(limit.type)},
            {"drawers",
             json_list(limit.drawers, [this](StaffId staff) { return ordered_json(id(staff)); })},
            {"there", json_list(limit.there,
                                [this](const SupplySource& source) {
                                  return ordered_json{{"source", id_of(plan_, source.origin)},
                                                      {"units", json_number(source.units)},
                                                      {"first", time(source.first)},
                                                      {"last", time(source.last)}};
                                })},
            {"held", held(limit.held, "units")},
            {"asked", json_number(limit.asked)},
            {"missing", json_number(limit.missing)},
            {"elsewhere", json_list(limit.elsewhere, [this](const UnitsElsewhere& one) {
               return ordered_json{
                   {"source", id_of(plan_, one.origin)},
                   {"units", json_number(one.units)},
                   {"reach", one.reach ? ordered_json(time(*one.reach)) : ordered_json{}}};
             })}};
  }

  [[nodiscard]] ordered_json json_of(const UsedUnits& used) const {
    return {{"staff", id(used.staff)},
            {"type", id(used.type)},
            {"needed", json_number(used.needed)},
            {"drawn", json_number(used.drawn)}};
  }

  [[nodiscard]] ordered_json json_of(const TakenUnits& taken) const {
    return {{"staff", id(taken.staff)},
            {"type", id(taken.type)},
            {"source", id_of(plan_, taken.origin)},
            {"units", json_number(taken.units)},
            {"due", time(taken.due)},
            {"ready", time(taken.ready)}};
  }

  const Plan& plan_;
};

}  // namespace

ordered_json explanation_json(const Explanation& explanation, const Plan& plan) {
  return Document{plan}.json_of(explanation);
}

}  // namespace bcp::cli
