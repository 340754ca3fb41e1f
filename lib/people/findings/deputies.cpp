#include "people/findings/deputies.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "plan/places.hpp"

namespace bcp {

namespace {

/// A group at a site, both as their positions.
using Home = std::pair<std::optional<StaffId>, std::optional<NodeId>>;

/// Where the people belong whom roles name, each by the id of a role and by its holder. Who is at home in two places is
/// known by the first role that names him.
class Homes {
public:
  explicit Homes(const Plan& plan) {
    for (const Role& role : plan.roles) {
      by_name_.emplace(role.id, home_of(role));
      if (!role.holder.empty()) by_name_.emplace(role.holder, home_of(role));
    }
  }

  /// Whether a deputy belongs where the role does; false too where nothing is known.
  [[nodiscard]] bool is_beside(const std::string& deputy, const Role& role) const {
    if (deputy == role.holder) return true;
    const auto at = by_name_.find(deputy);
    return at != by_name_.end() && at->second == home_of(role);
  }

private:
  static Home home_of(const Role& role) { return {role.group, role.site}; }

  std::map<std::string_view, Home> by_name_;
};

}  // namespace

void find_shared_deputies(const Plan& plan, Diagnostics& found) {
  const Homes homes{plan};
  for (const Role& role : plan.roles) {
    const auto is_beside = [&](const std::string& one) { return homes.is_beside(one, role); };
    if (!role.group || !role.site || role.deputies.empty() ||
        !std::ranges::all_of(role.deputies, is_beside))
      continue;
    Diagnostic& finding =
        found.add(Code::shared_deputies, place_of(role, {"deputies"}),
                  tr("all deputies of `{role}` are of its own group `{group}` at its own site "
                     "`{site}`: what takes out one takes out all",
                     {{"role", role.id},
                      {"group", plan.staff[role.group->value].id},
                      {"site", node_of(plan, *role.site).id}}));
    finding.also.push_back({place_of(role, {"site"}), tr("the site of the role")});
    finding.help = tr("add a deputy of another group or at another site");
  }
}

}  // namespace bcp
