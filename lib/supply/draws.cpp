#include "supply/draws.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "supply/stock.hpp"

namespace bcp {

namespace {

/// What a group needs and draws by each of its deadlines.
struct GroupDraws {
  std::map<Instant, Exact> needs;
  std::map<Instant, Exact> drawn;
};

std::map<Instant, Exact> drawn(const Plan& plan, const Presence& presence, StaffId staff,
                               ResourceTypeId type, const std::map<Instant, Exact>& needs) {
  std::map<Instant, Exact> drawn;
  Exact need;
  Exact before;
  for (const auto& [from, more] : needs) {
    need += more;
    const Exact lacks = need - held(plan, presence, staff, type, from) - before;
    if (lacks <= 0) continue;
    drawn[from] = lacks;
    before += lacks;
  }
  return drawn;
}

}  // namespace

std::vector<SpreadPeople> spread_out(const Plan& plan, std::span<const Commitment> commitments,
                                     std::span<const Drawer> split) {
  std::map<std::pair<StaffId, Instant>, std::vector<Count>> left;
  for (const Drawer& drawer : split) {
    for (const Step& step : drawer.steps) left[{drawer.staff, step.from}] = step.people;
  }
  std::vector<SpreadPeople> all;
  for (const Commitment& one : commitments) {
    SpreadPeople& people = all.emplace_back(
        SpreadPeople{one.staff, one.from, std::vector<Count>(alternatives_of(plan, one.staff), 0)});
    const auto places = left.find({one.staff, one.from});
    if (places == left.end()) {
      people.people.front() = one.people;
      continue;
    }
    Count rest = one.people;
    for (std::size_t i = 0; i < people.people.size(); ++i) {
      people.people[i] = std::min(rest, places->second[i]);
      places->second[i] -= people.people[i];
      rest -= people.people[i];
    }
  }
  return all;
}

std::vector<std::vector<Draw>> draws_of(const Plan& plan, const Presence& presence,
                                        std::span<const SpreadPeople> people, ResourceTypeId type) {
  std::map<StaffId, GroupDraws> groups;
  std::vector<std::vector<Draw>> draws;
  for (const SpreadPeople& one : people) {
    auto& added = draws.emplace_back();
    Exact need;
    for (std::size_t i = 0; i < one.people.size(); ++i) {
      if (one.people[i] > 0) need += need_of_one(plan, one.staff, type, i) * one.people[i];
    }
    if (need == 0) continue;
    GroupDraws& group = groups[one.staff];
    group.needs[one.from] += need;
    auto now = drawn(plan, presence, one.staff, type, group.needs);
    for (const auto& [by, units] : now) {
      const auto before = group.drawn.find(by);
      Exact more = before == group.drawn.end() ? units : Exact{units - before->second};
      if (more != 0) added.push_back({one.staff, by, std::move(more)});
    }
    group.drawn = std::move(now);
  }
  return draws;
}

}  // namespace bcp
