#include "supply/taken_units.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "supply/draws.hpp"

namespace bcp {

namespace {

class Taking {
public:
  Taking(const Plan& plan, const Presence& presence, const std::vector<Source>& sources,
         std::span<const Commitment> made, Commitments& commitments, ServiceId service)
      : plan_(plan),
        presence_(presence),
        made_(made),
        commitments_(commitments),
        service_(service),
        by_type_(plan.resource_types.size()) {
    for (const Source& source : sources) by_type_[source.type.value].push_back(&source);
  }

  ServiceUnits all() {
    const std::vector<Drawer> spread = commitments_.spread();
    const std::vector<SpreadPeople> people = spread_out(plan_, made_, spread);
    for (std::uint32_t number = 0; number < plan_.resource_types.size(); ++number) {
      const ResourceTypeId type{number};
      const std::size_t before = result_.used.size();
      add_used(people, type);
      if (result_.used.size() > before) add_taken(people, spread, type);
    }
    return std::move(result_);
  }

private:
  void add_used(const std::vector<SpreadPeople>& people, ResourceTypeId type) {
    for (const StaffNeed& cell : plan_.services[service_.value].staff) {
      UsedUnits used{cell.staff, type, {}, {}};
      for (std::size_t i = 0; i < made_.size(); ++i) {
        if (made_[i].service != service_ || made_[i].staff != cell.staff) continue;
        for (std::size_t choice = 0; choice < people[i].people.size(); ++choice)
          used.needed += need_of_one(plan_, cell.staff, type, choice) * people[i].people[choice];
      }
      if (used.needed > 0) result_.used.push_back(std::move(used));
    }
  }

  void add_taken(const std::vector<SpreadPeople>& people, const std::vector<Drawer>& spread,
                 ResourceTypeId type) {
    std::vector<Draw> all;
    std::vector<bool> is_own;
    const auto draws = draws_of(plan_, presence_, people, type);
    for (std::size_t i = 0; i < draws.size(); ++i) {
      for (const Draw& draw : draws[i]) {
        all.push_back(draw);
        is_own.push_back(made_[i].service == service_);
      }
    }
    const auto handed = commitments_.hand_out(type, spread, all);
    const std::size_t before = result_.taken.size();
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!is_own[i]) continue;
      const auto used = std::ranges::find_if(result_.used, [&](const UsedUnits& one) {
        return one.type == type && one.staff == all[i].staff;
      });
      used->drawn += all[i].units;
      for (const UnitsOfLot& lot : handed[i]) add_lot(all[i], type, lot);
    }
    std::ranges::stable_sort(result_.taken.begin() + static_cast<std::ptrdiff_t>(before),
                             result_.taken.end(), {}, [&](const TakenUnits& one) {
                               return std::tuple{one.ready, id_of(plan_, one.origin)};
                             });
  }

  void add_lot(const Draw& draw, ResourceTypeId type, const UnitsOfLot& lot) {
    const Source& source = *by_type_[type.value][lot.source];
    const Instant ready = source.lots[lot.lot].ready;
    const auto is_same = [&](const TakenUnits& one) {
      return one.staff == draw.staff && one.type == type && one.origin == source.origin &&
             one.due == draw.by && one.ready == ready;
    };
    const auto known = std::ranges::find_if(result_.taken, is_same);
    if (known != result_.taken.end()) {
      known->units += lot.units;
    } else {
      result_.taken.push_back({draw.staff, type, source.origin, lot.units, draw.by, ready});
    }
  }

  const Plan& plan_;
  const Presence& presence_;
  std::span<const Commitment> made_;
  Commitments& commitments_;
  ServiceId service_;
  std::vector<std::vector<const Source*>> by_type_;
  ServiceUnits result_;
};

}  // namespace

ServiceUnits units_of(const Plan& plan, const Presence& presence,
                      const std::vector<Source>& sources, std::span<const Commitment> made,
                      Commitments& commitments, ServiceId service) {
  return Taking{plan, presence, sources, made, commitments, service}.all();
}

}  // namespace bcp
