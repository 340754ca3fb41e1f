// What holds of every allotment: units are conserved, nobody is served twice, and more supply never worsens.
#include "supply/random_supply.hpp"

#include <algorithm>
#include <ostream>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <doctest/doctest.h>

#include "graph/random_graphs.hpp"
#include "plan/plan_of.hpp"
#include "random_cases.hpp"
#include "supply/allotment.hpp"
#include "supply/boost_flow.hpp"
#include "supply/services.hpp"

namespace bcp {
namespace {

using test::Dice;
using test::random_cases;
using test::random_supply;

Count people_by(const std::map<Instant, Count>& people, Instant at) {
  Count sum = 0;
  for (const auto& [from, count] : people) sum += from <= at ? count : 0;
  return sum;
}

/// Whether all people have by their instants what they need, by another library's flow; each person's needs are whole.
bool are_equipped(const Plan& plan, const std::vector<Source>& sources, const Allotment& given,
                  ResourceTypeId type) {
  std::vector<test::FlowArc> arcs;
  std::uint32_t nodes = 2;
  struct Demand {
    StaffId staff;
    Instant at;
    std::uint32_t node;
  };
  std::vector<Demand> demands;
  std::int64_t wanted = 0;
  for (std::uint32_t group = 0; group < plan.staff.size(); ++group) {
    const auto need = static_cast<std::int64_t>(floor(need_of_one(plan, StaffId{group}, type)));
    for (const auto& [from, people] : given.people[group]) {
      demands.push_back({StaffId{group}, from, nodes});
      arcs.push_back({nodes++, 1, need * people});
      wanted += need * people;
    }
  }
  for (const Source& source : sources) {
    if (source.type != type) continue;
    for (const Lot& lot : source.lots) {
      const auto units = static_cast<std::int64_t>(floor(lot.units));
      arcs.push_back({0, nodes, units});
      for (const Demand& demand : demands) {
        const auto delay = transfers(plan, source)[demand.staff.value];
        if (delay && lot.ready + *delay <= demand.at) arcs.push_back({nodes, demand.node, units});
      }
      ++nodes;
    }
  }
  return test::flow_by_boost(nodes, arcs) == wanted;
}

/// The figures that more supply never worsens, in the order in which services are served; later is worse.
using Standing = std::tuple<Exact, Seconds, Exact>;

Exact level_by(const ServiceShare& share, Instant at, const Exact& most) {
  Exact level = most;
  for (const ServiceShare::Cell& cell : share.cells) {
    if (cell.wanted > 0)
      level = std::min(level, Exact{Whole{people_by(cell.people, at)}, Whole{cell.wanted}});
  }
  return level;
}

std::vector<Standing> standings(const Plan& plan, const Allotment& given, Instant last) {
  std::vector<Standing> all;
  for (const ServiceShare& share : given.services) {
    const auto& mbco = plan.services[share.service.value].mbco;
    const Exact most = mbco ? exact(*mbco) : Exact{1};
    const Seconds late =
        !share.whole_at ? Seconds::max() : std::max(Seconds{0}, *share.whole_at - share.at);
    all.emplace_back(level_by(share, share.at, most), Seconds{0} - late,
                     level_by(share, std::max(last, share.at), most));
  }
  // People beyond the level that the scarcest group allows count too: they are those whom a later service then lacks.
  for (const ServiceShare& share : given.services) {
    const Instant end = std::max(last, share.at);
    all.emplace_back(level_by(share, end, Exact{1}), Seconds{0}, Exact{0});
    for (const ServiceShare::Cell& cell : share.cells)
      all.emplace_back(Exact{people_by(cell.people, end)}, Seconds{0}, Exact{0});
  }
  return all;
}

TEST_CASE(
    "units are conserved and nobody is served twice, in random plans; more supply never worsens") {
  Dice dice{44};
  int restricted = 0, late = 0, never = 0, away = 0, better = 0, choosing = 0;
  for (int i = 0; i < random_cases(3'600); ++i) {
    const bool has_alternatives = i % 2 == 0;
    const std::string text = random_supply(dice, has_alternatives);
    CAPTURE(i);
    CAPTURE(text);
    const Plan plan = test::plan_of(text);
    const Presence presence{plan, {}};
    std::vector<Source> sources =
        stock(plan, presence, std::vector<std::optional<Seconds>>(plan.nodes.size(), Seconds{0}))
            .sources;
    const Allotment before = allotment(plan, presence, sources, std::nullopt);
    for (std::uint32_t group = 0; group < plan.staff.size(); ++group) {
      std::map<Instant, Count> serving;
      for (const ServiceShare& share : before.services) {
        for (const ServiceShare::Cell& cell : share.cells) {
          REQUIRE(people_by(cell.people, Instant::max()) <= cell.wanted);
          if (cell.staff == StaffId{group})
            for (const auto& [from, people] : cell.people) serving[from] += people;
        }
      }
      for (const auto& [from, people] : before.people[group]) {
        REQUIRE(people_by(before.people[group], from) <= presence.present(StaffId{group}, from));
      }
      for (const auto& [from, people] : serving) REQUIRE(people <= before.people[group].at(from));
    }
    for (std::uint32_t type = 0; type < 2 && !has_alternatives; ++type)
      REQUIRE(are_equipped(plan, sources, before, ResourceTypeId{type}));
    if (sources.empty()) continue;
    Instant last = plan.start;
    for (const Source& source : sources) {
      for (std::uint32_t group = 0; group < 3; ++group) {
        if (const auto delay = transfers(plan, source)[group])
          last = std::max(last, source.lots.back().ready + *delay);
      }
    }
    for (const Absence& absence : plan.absences) last = std::max(last, *absence.until);
    Source& more = sources[dice.below(static_cast<std::uint32_t>(sources.size()))];
    more.lots.front().units += 1 + static_cast<int>(dice.below(4));
    const Allotment after = allotment(plan, presence, sources, std::nullopt);
    const std::size_t half = before.services.size();
    const auto was = standings(plan, before, last);
    const auto is = standings(plan, after, last);
    const std::vector<Standing> minima_before(was.begin(),
                                              was.begin() + static_cast<std::ptrdiff_t>(half));
    const std::vector<Standing> minima_after(is.begin(),
                                             is.begin() + static_cast<std::ptrdiff_t>(half));
    REQUIRE(minima_after >= minima_before);
    if (minima_after == minima_before) REQUIRE(is >= was);
    better += is > was ? 1 : 0;
    choosing += has_alternatives && is > was ? 1 : 0;
    restricted +=
        std::ranges::any_of(plan.pools, [](const Pool& pool) { return !pool.only_for.empty(); })
            ? 1
            : 0;
    late += std::ranges::any_of(
                before.services,
                [](const auto& share) { return share.whole_at && *share.whole_at > share.at; })
                ? 1
                : 0;
    never += std::ranges::any_of(before.services, [](const auto& share) { return !share.whole_at; })
                 ? 1
                 : 0;
    away += plan.absences.empty() ? 0 : 1;
  }
  MESSAGE(restricted << " with pools for some, " << late << " with late services, " << never
                     << " with services that never are whole, " << away << " with absences, "
                     << better << " better with more, " << choosing
                     << " of them with alternatives");
  CHECK(std::min({restricted, late, never, away, better, choosing}) >= random_cases(200));
}

}  // namespace
}  // namespace bcp
