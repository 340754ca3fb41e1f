#include <algorithm>
#include <iterator>
#include <span>

#include "render/critical_text.hpp"
#include "render/sections.hpp"
#include "render/table.hpp"
#include "render/timeline.hpp"
#include "render/width.hpp"

namespace bcp::cli {

namespace {

/// Columns that an id may take beside its figures; a longer one stands on a line of its own.
constexpr std::size_t most_id_columns = 36;
constexpr std::size_t indent = 4;
constexpr std::size_t gaps = 6;  // between four columns

/// One step of a chain, as shown.
struct Step {
  std::string what;
  std::string takes;
  std::string up;
  Seconds from{0};
  Seconds until{0};
};

/// The steps that lead to one service, in time; behind `lead_in`, if it says something, those that it does not tell.
struct Chain {
  ServiceId service;
  std::vector<Step> steps;
  Text lead_in{};
};

/// Steps that two chains must share before the later one points to the earlier instead of repeating them.
constexpr std::ptrdiff_t least_shared = 3;

std::string length(Seconds time, const RecoveryPage& page) {
  return page.language.length({time.count()});
}

Step clock_step(const RecoveryPage& page) {
  const Seconds clock = page.view.result.clock;
  return {.what = page.language.say(tr("(detect and decide)")),
          .takes = length(clock, page),
          .up = length(clock, page),
          .until = clock};
}

Step step_of(NodeId node, const RecoveryPage& page) {
  const NodeRecovery& recovery = page.view.result.nodes[node.value];
  const Seconds up = recovery.up.value_or(Seconds{0});
  return {.what = node_of(page.view.plan, node).id,
          .takes = recovery.recovery == Seconds{0} ? page.language.say(tr("at once"))
                                                   : length(recovery.recovery, page),
          .up = length(up, page),
          .from = up - recovery.recovery,
          .until = up};
}

Chain chain_of(ServiceId service, const RecoveryPage& page) {
  Chain chain{.service = service};
  const std::vector<NodeId> path = page.view.result.path_of(page.view.recovery(service));
  if (waits_for_clock(page.view, service)) chain.steps.push_back(clock_step(page));
  for (auto node = path.rbegin(); node != path.rend(); ++node)
    chain.steps.push_back(step_of(*node, page));
  return chain;
}

std::ptrdiff_t shared_steps(const Chain& one, const Chain& other) {
  const auto is_same = [](const Step& a, const Step& b) {
    return a.what == b.what && a.until == b.until;
  };
  return std::ranges::mismatch(one.steps, other.steps, is_same).in1 - one.steps.begin();
}

/// Points to the earlier chain with which it shares most, in the place of the steps that they share.
void shorten(Chain& chain, std::span<const Chain> earlier, const RecoveryPage& page) {
  const auto by_shared = [&](const Chain& one) { return shared_steps(one, chain); };
  const auto longest = std::ranges::max_element(earlier, {}, by_shared);
  if (longest == earlier.end() || by_shared(*longest) < least_shared) return;
  const auto parting = chain.steps.begin() + by_shared(*longest);
  const Step& last = *std::prev(parting);
  chain.lead_in = tr("as for {service} up to {node} ({time})",
                     {{"service", page.view.service(longest->service).id},
                      {"node", last.what},
                      {"time", TimeLength{last.until.count()}}});
  chain.steps.erase(chain.steps.begin(), parting);
}

/// Chains of what came to a stop; what never is up has no step.
std::vector<Chain> chains_of(const RecoveryPage& page) {
  std::vector<Chain> whole;
  std::vector<Chain> shown;
  for (const ServiceId service : shown_services(page)) {
    if (page.view.is_running(service)) continue;
    Chain chain = chain_of(service, page);
    whole.push_back(chain);
    shorten(chain, std::span{whole}.first(whole.size() - 1), page);
    shown.push_back(std::move(chain));
  }
  return shown;
}

std::size_t widest(const std::vector<Chain>& chains, std::string Step::*text, std::size_t most) {
  std::size_t width = 0;
  for (const Chain& chain : chains) {
    for (const Step& step : chain.steps) {
      const std::size_t one = display_width(step.*text);
      if (one <= most) width = std::max(width, one);
    }
  }
  return width;
}

/// What the other columns, which have these titles, leave of a line.
std::size_t bar_width(const std::vector<Chain>& chains, const std::string& takes,
                      const std::string& up, const RecoveryPage& page) {
  const std::size_t all = page.style.width;
  const std::size_t taken = indent + gaps + widest(chains, &Step::what, most_id_columns) +
                            std::max(widest(chains, &Step::takes, all), display_width(takes)) +
                            std::max(widest(chains, &Step::up, all), display_width(up));
  return std::clamp<std::size_t>(all > taken ? all - taken : 0, 8, 32);
}

void add_step(Table& table, const Step& step, const Timeline& axis, std::size_t width,
              const RecoveryPage& page) {
  const std::string what = id_cell(table, step.what, indent, most_id_columns, page.style);
  table.add({{{what}},
             {{step.takes}},
             {{step.up}},
             stretch(step.from, step.until, axis, width, page.style)});
}

/// The service, and when it is up by the clock on the wall if that fits.
void add_title(Table& table, ServiceId of, const RecoveryPage& page) {
  const Plan& plan = page.view.plan;
  const std::string& id = page.view.service(of).id;
  const WallTime up = wall_time(plan.start + *page.view.recovery(of).up, plan.zone);
  const std::string title =
      page.language.say(tr("{service}: up {time}", {{"service", id}, {"time", up}}));
  const bool fits = display_width(title) + 2 <= page.style.width;
  add_id_line(table, fits ? title : id, 2, Ink::strong, page.style);
}

}  // namespace

std::string chains_section(const RecoveryPage& page) {
  const std::vector<Chain> chains = chains_of(page);
  const auto is_empty = [](const Chain& chain) { return chain.steps.empty(); };
  if (std::ranges::all_of(chains, is_empty)) return {};
  const std::string takes = page.language.say(tr("takes"));
  const std::string up = page.language.say(tr("up after"));
  const std::size_t width = bar_width(chains, takes, up, page);
  Table table{{{},
               {.title = takes, .is_number = true},
               {.title = up, .is_number = true},
               {.may_vanish = true}}};
  for (const Chain& chain : chains) {
    if (is_empty(chain)) continue;
    const ServiceRecovery& recovery = page.view.recovery(chain.service);
    const Timeline axis{*recovery.up, recovery.limits.rto, recovery.limits.mtpd};
    add_title(table, chain.service, page);
    add_wrapped(table, page.language.say(chain.lead_in), indent);
    for (const Step& step : chain.steps) add_step(table, step, axis, width, page);
  }
  return section_title(tr("What decides it"),
                       {tr("in time"), tr("past the RTO"), tr("past the MTPD")}, page.language,
                       page.style) +
         table.text(page.style);
}

}  // namespace bcp::cli
