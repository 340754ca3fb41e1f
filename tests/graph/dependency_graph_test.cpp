#include "graph/dependency_graph.hpp"

#include <ostream>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using test::plan_of;

/// The nodes that stand at a node's own gate, `any_of` and the like as `k(…)`.
std::string requirements_of(const Plan& plan, std::string_view id) {
  const DependencyGraph graph{plan};
  std::string text;
  for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
    for (const Gate gate : graph.gates_over(node)) {
      const auto owner = graph.owner_of(gate);
      if (!owner || owner != find_node(plan, id)) continue;
      const std::string name = node_of(plan, NodeId{node}).id;
      text += (text.empty() ? "" : " ") + name;
      if (gate != owner->value) {
        text += '/' + std::to_string(graph.needed(gate)) + " of " +
                std::to_string(graph.items(gate).size());
      }
    }
  }
  return text;
}

TEST_CASE("what is required, group by group, hangs on the gates of its node") {
  const Plan plan = plan_of(
      "sites: {a: {}, b: {}, c: {}, d: {requires: [a, {any_of: [b, c]}, {at_least: 2, of: [a, b, "
      "c]}]}}");
  CHECK(requirements_of(plan, "d") == "a a/2 of 3 b/1 of 2 b/2 of 3 c/1 of 2 c/2 of 3");
  CHECK(requirements_of(plan, "a") == "");
  const DependencyGraph graph{plan};
  CHECK(graph.node_count() == 4);
  CHECK(graph.gate_count() == 6);
  CHECK(graph.needed(find_node(plan, "d")->value) == 3);
}

TEST_CASE("a service hangs on the groups of its staff") {
  const Plan plan = plan_of(
      "staff: {g: {headcount: 1}, h: {headcount: 1}}\nservices: {s: {staff: {g: 1, h: 1}, "
      "requires: [g]}}");
  CHECK(requirements_of(plan, "s") == "g g h");
}

TEST_CASE("a group hangs on its site, unless its profile is remote") {
  const Plan plan = plan_of(R"(
sites: {hall: {}}
profiles: {home: {remote: true}, desk: {remote: false}}
staff: {a: {headcount: 1, site: hall}, b: {headcount: 1, site: hall, profile: home}, c: {headcount: 1, site: hall, profile: desk}}
)");
  CHECK(requirements_of(plan, "a") == "hall");
  CHECK(requirements_of(plan, "b") == "");
  CHECK(requirements_of(plan, "c") == "hall");
}

TEST_CASE("a pool hangs on its supplier, not on its site or its team") {
  const Plan plan = plan_of(R"(
sites: {hall: {}}
suppliers: {shop: {alternatives: [other]}, other: {}}
resource_types: {laptop: {}}
teams: {it: {members: 1}}
equipment: {room: {type: laptop, count: 1, supplier: shop, site: hall, team: it}}
)");
  CHECK(requirements_of(plan, "room") == "shop");
  CHECK(requirements_of(plan, "shop") == "");
}

TEST_CASE("workarounds make no edge") {
  const Plan plan = plan_of(R"(
sites: {hall: {}}
staff: {g: {headcount: 1}}
services: {s: {workarounds: {paper: {level: 50%, requires: [hall], staff: {g: 1}}}}}
)");
  CHECK(requirements_of(plan, "s") == "");
}

TEST_CASE("a workaround has a gate of its own, which nothing waits for") {
  const Plan plan = plan_of(R"(
sites: {a: {}, b: {}}
staff: {g: {headcount: 1}}
services: {r: {}, s: {workarounds: {paper: {level: 50%, requires: [{any_of: [a, b]}], staff: {g: 1}}, phone: {level: 20%, requires: [b]}}}}
)");
  const DependencyGraph graph{plan};
  const Gate paper = graph.workaround_gate(ServiceId{1}, 0);
  const Gate phone = graph.workaround_gate(ServiceId{1}, 1);
  CHECK(graph.items(paper).size() == 2);
  CHECK(graph.needed(paper) == 2);
  CHECK(graph.items(phone).size() == 1);
  CHECK(graph.gates_over(paper).empty());
  CHECK_FALSE(graph.owner_of(phone).has_value());
}

TEST_CASE("every gate stands behind what it waits for, those that wait for each other together") {
  const Plan plan = plan_of(
      "sites: {a: {requires: [z]}, b: {requires: [c]}, c: {requires: [{any_of: [b, z]}]}, d: "
      "{requires: [b]}, z: {}}");
  const DependencyGraph graph{plan};
  REQUIRE(graph.loops().size() == 1);
  const auto loop = graph.loops().front();
  CHECK(loop.end - loop.begin == 3);  // b, c and the alternatives of c
  const auto is_in_loop = [&](Gate gate) {
    return graph.place_of(gate) >= loop.begin && graph.place_of(gate) < loop.end;
  };
  for (Gate gate = 0; gate < graph.gate_count(); ++gate) {
    CHECK(graph.order()[graph.place_of(gate)].gate == gate);
    for (const Gate item : graph.items(gate)) {
      const bool are_together = is_in_loop(gate) && is_in_loop(item);
      CHECK((are_together || graph.place_of(item) < graph.place_of(gate)));
    }
  }
}

TEST_CASE("a plan without nodes is a graph without nodes") {
  const DependencyGraph graph{plan_of("teams: {t: {members: 1}}")};
  CHECK(graph.node_count() == 0);
  CHECK(graph.gate_count() == 0);
}

}  // namespace
}  // namespace bcp
