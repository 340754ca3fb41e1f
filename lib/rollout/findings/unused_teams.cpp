#include "rollout/findings/unused_teams.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace bcp {

namespace {

class TeamUse {
public:
  explicit TeamUse(const Plan& plan) : plan_(plan), is_used_(plan.teams.size(), false) {
    for (std::uint32_t node = 0; node < plan.nodes.size(); ++node)
      mark(node_of(plan, NodeId{node}).recovery_team);
    for (const Pool& pool : plan.pools) {
      if (pool.team) mark(*pool.team);
    }
    for (const Support& support : plan.support) {
      for (const TeamId team : support.teams) mark(team);
    }
    for (const Task& task : plan.tasks) mark(task.team);
    mark_by_skills();
  }

  [[nodiscard]] bool is_used(std::size_t team) const { return is_used_[team]; }

private:
  void mark(TeamId team) { is_used_[team.value] = true; }
  void mark(const std::vector<TeamNeed>& needs) {
    for (const TeamNeed& need : needs) mark(need.team);
  }

  void mark_by_skills() {
    std::map<std::string_view, std::vector<std::uint32_t>> teams_with;
    for (std::uint32_t team = 0; team < plan_.teams.size(); ++team) {
      for (const std::string& skill : plan_.teams[team].skills) teams_with[skill].push_back(team);
    }
    std::set<std::vector<std::string>> asked;
    for (const Task& task : plan_.tasks) {
      if (!task.skills.empty()) asked.insert(task.skills);
    }
    const auto is_rarer = [&](const std::string& one, const std::string& other) {
      return teams_with[one].size() < teams_with[other].size();
    };
    for (const std::vector<std::string>& skills : asked) {
      for (const std::uint32_t team : teams_with[*std::ranges::min_element(skills, is_rarer)]) {
        if (!is_used_[team] && has_all(team, skills)) is_used_[team] = true;
      }
    }
  }

  [[nodiscard]] bool has_all(std::uint32_t team, const std::vector<std::string>& skills) const {
    const std::vector<std::string>& own = plan_.teams[team].skills;
    return std::ranges::all_of(skills, [&](const std::string& skill) {
      return std::ranges::find(own, skill) != own.end();
    });
  }

  const Plan& plan_;
  std::vector<bool> is_used_;
};

}  // namespace

void find_unused_teams(const Plan& plan, Diagnostics& found) {
  const TeamUse use{plan};
  for (std::size_t i = 0; i < plan.teams.size(); ++i) {
    if (use.is_used(i)) continue;
    const Team& team = plan.teams[i];
    found
        .add(Code::unused_entity, team.named,
             tr("no task, recovery, pool or help desk calls on the team `{id}`", {{"id", team.id}}))
        .help = tr("name it under `team` of a task or a pool, or delete it");
  }
}

}  // namespace bcp
