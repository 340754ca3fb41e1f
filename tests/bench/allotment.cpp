// How do the figures of a gap report and its allotment grow with the plan?
//
// At full size 5,000 groups, 200 pools for some of them, 20 types, 3,000 services with 10 deadlines; then the reference
// plan. `people` is the allotment alone, a part of the whole report; `growth` is how much longer it took than the row above,
// 2 where cost is linear.
#include "supply/allotment.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "graph/dependency_graph.hpp"
#include "graph/outage.hpp"
#include "graph/recovery.hpp"
#include "memory.hpp"
#include "plan/load.hpp"
#include "plan/plan.hpp"
#include "rollout/task_times.hpp"
#include "source/file_access.hpp"
#include "supply/gap_report.hpp"
#include "supply/stock.hpp"

namespace {

using namespace bcp;
using std::chrono::hours;

constexpr std::uint32_t types = 20;
constexpr std::uint32_t sites = 4;
constexpr int deadlines = 10;

Decimal whole(std::int64_t number) { return {number, 0}; }

class Growing {
public:
  explicit Growing(double size) : size_(size) {}

  Plan plan() {
    plan_.start = Instant{hours{500'000}};
    plan_.tiers = {"vital", "important", "normal"};
    plan_.milestones = {{"first", plan_.start + hours{24}}, {"second", plan_.start + hours{72}}};
    for (std::uint32_t i = 0; i < sites; ++i) add_node(plan_.sites, NodeKind::site, "a-site", i);
    for (std::uint32_t i = 0; i < types; ++i) add_type(i);
    for (std::uint32_t i = 0; i < 2 * types; ++i) add_profile(i);
    const std::uint32_t groups = scaled(5'000);
    for (std::uint32_t i = 0; i < groups; ++i) add_group(i);
    const std::uint32_t teams = scaled(16);
    for (std::uint32_t i = 0; i < teams; ++i) add_team(i);
    const std::uint32_t pools = scaled(200);
    for (std::uint32_t i = 0; i < pools; ++i) add_pool(i);
    const std::uint32_t services = scaled(3'000);
    for (std::uint32_t i = 0; i < services; ++i) add_service(i);
    return std::move(plan_);
  }

private:
  [[nodiscard]] std::uint32_t scaled(std::uint32_t full) const {
    return static_cast<std::uint32_t>(size_ * full);
  }

  std::int64_t any(std::int64_t least, std::int64_t most) {
    return least +
           static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(most - least + 1));
  }

  template <class Kind>
  Kind& add_node(std::vector<Kind>& section, NodeKind kind, std::string_view word,
                 std::uint32_t number) {
    const auto position = static_cast<std::uint32_t>(section.size());
    Kind& made = section.emplace_back();
    made.id = fmt::format("{}-{:05}", word, number);
    made.node = NodeId{static_cast<std::uint32_t>(plan_.nodes.size())};
    plan_.nodes.push_back({kind, position});
    return made;
  }

  void add_type(std::uint32_t number) {
    ResourceType& type = plan_.resource_types.emplace_back();
    type.id = fmt::format("type-{:02}", number);
    if (number % 4 == 0) type.concurrency = Ratio{{7, 1}};
  }

  /// Each needs three types, of some of them a part of a unit.
  void add_profile(std::uint32_t number) {
    Profile& profile = plan_.profiles.emplace_back();
    profile.id = fmt::format("profile-{:02}", number);
    const std::uint32_t first = number % (types - 2);
    for (std::uint32_t type = first; type < first + 3; ++type) {
      const Decimal quantity = type % 5 == 0 ? Decimal{8, 1} : whole(1);
      profile.needs.fixed.push_back({ResourceTypeId{type}, {quantity}});
    }
  }

  void add_group(std::uint32_t number) {
    StaffGroup& group = add_node(plan_.staff, NodeKind::staff, "b-group", number);
    group.headcount = any(5, 40);
    group.profile = ProfileId{static_cast<std::uint32_t>(any(0, 2 * types - 1))};
    if (any(0, 3) > 0) group.site = plan_.sites[static_cast<std::size_t>(any(0, sites - 1))].node;
    const Needs& needs = plan_.profiles[group.profile->value].needs;
    group.equipped.push_back({needs.fixed.front().type, {whole(any(0, group.headcount))}});
    if (any(0, 9) == 0) {
      Absence& absence = plan_.absences.emplace_back();
      absence.id = fmt::format("absence-{:05}", number);
      absence.of = StaffId{number};
      absence.share = Ratio{{any(5, 40), 2}};
      absence.from = plan_.start + hours{any(0, 50)};
      absence.until = *absence.from + hours{any(10, 200)};
    }
  }

  void add_team(std::uint32_t number) {
    Team& team = plan_.teams.emplace_back();
    team.id = fmt::format("team-{:05}", number);
    team.members = any(5, 30);
  }

  /// Pools of one type stand for the deliveries of several suppliers; those that a team prepares come in many lots.
  void add_pool(std::uint32_t number) {
    Pool& pool = add_node(plan_.pools, NodeKind::equipment, "c-pool", number);
    pool.type = ResourceTypeId{number % types};
    pool.count = any(200, 900);
    pool.lead_time = Estimate{hours{any(0, 100)}};
    if (number % 4 == 0) {
      pool.preparation = Estimate{std::chrono::minutes{20}};
      pool.team = TeamId{static_cast<std::uint32_t>(number % plan_.teams.size())};
    }
    pool.site = plan_.sites[static_cast<std::size_t>(any(0, sites - 1))].node;
    pool.transfer = Estimate{hours{any(1, 12)}};
    const auto share = any(2, 10);  // of every ten groups
    for (std::uint32_t group = 0; group < plan_.staff.size(); ++group) {
      if (share < 10 && any(1, 10) <= share) pool.only_for.push_back(StaffId{group});
    }
  }

  void add_service(std::uint32_t number) {
    Service& service = add_node(plan_.services, NodeKind::service, "d-service", number);
    service.tier = TierId{static_cast<std::uint32_t>(any(0, 2))};
    service.rto = hours{12 * any(1, deadlines)};
    service.mtpd = *service.rto + hours{24};
    service.mbco = Ratio{{any(3, 9), 1}};
    const auto groups = static_cast<std::int64_t>(plan_.staff.size());
    std::int64_t group = any(0, groups - 1);
    for (std::int64_t cells = any(1, 4); cells > 0 && group < groups; --cells) {
      service.staff.push_back({StaffId{static_cast<std::uint32_t>(group)}, any(1, 12)});
      group += any(1, 20);
    }
  }

  double size_;
  std::mt19937_64 random_{20'260'314};
  Plan plan_;
};

template <class Work>
double seconds(Work work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// The seconds that the allotment took.
double print_row(const Plan& plan, std::optional<double> before_it) {
  bench::forget_peak();
  const double before = bench::peak_memory();
  GapReport report;
  const double whole_report = seconds([&] { report = gap_report(plan, {}); });
  const double memory = bench::peak_memory() - before;
  const Presence presence{plan, {}};
  const DependencyGraph graph{plan};
  const UpTimes tasks_done = available_from(plan, earliest_task_times(plan));
  const UpTimes up = up_times(graph, recover(graph, restart_after(plan, graph, {}, tasks_done)));
  std::vector<Source> sources = stock(plan, presence, up).sources;
  std::ranges::move(given(plan, presence, plan.start), std::back_inserter(sources));
  const double people =
      seconds([&] { static_cast<void>(allotment(plan, presence, sources, std::nullopt)); });
  const std::size_t behind = report.headline.services.size();
  fmt::print("{:>6} {:>6} {:>8} {:>8} {:>10.3f} {:>10.3f} {:>10.3f} {:>9.1f} {:>7}\n",
             plan.staff.size(), plan.pools.size(), plan.services.size(), behind,
             whole_report - people, people, whole_report, memory,
             before_it ? fmt::format("{:.1f}", people / *before_it) : std::string{});
  return people;
}

void print_reference(const char* folder) {
  const auto loaded = load_plan(std::string{folder} + "/bcp.yaml", disk_files(), {});
  if (!loaded || !loaded->plan) return;
  fmt::print("\n{}\n", folder);
  print_row(*loaded->plan, std::nullopt);
}

}  // namespace

int main() {  // NOLINT(bugprone-exception-escape): what fails ends the benchmark
  fmt::print("{:>6} {:>6} {:>8} {:>8} {:>10} {:>10} {:>10} {:>9} {:>7}\n", "groups", "pools",
             "services", "behind", "figures s", "people s", "report s", "peak MiB", "growth");
  std::optional<double> before;
  for (const double size : {0.125, 0.25, 0.5, 1.0})
    before = print_row(Growing{size}.plan(), before);
  print_reference("plans/loire-atlantique");
}
