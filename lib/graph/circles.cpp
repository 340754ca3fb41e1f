#include "graph/circles.hpp"

#include <algorithm>
#include <limits>

#include "graph/components.hpp"

namespace bcp {

namespace {

constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

Components components_of(const Waits& waits) {
  std::vector<std::uint32_t> first{0};
  std::vector<std::uint32_t> targets;
  for (const std::vector<std::uint32_t>& nexts : waits) {
    targets.insert(targets.end(), nexts.begin(), nexts.end());
    first.push_back(static_cast<std::uint32_t>(targets.size()));
  }
  return components(first, targets);
}

/// Finds ways back, each looking at its own component only.
class WayBack {
public:
  WayBack(const Waits& waits, const std::vector<std::uint32_t>& component)
      : waits_(waits),
        component_(component),
        reached_from_(waits.size(), nowhere) {}

  /// A shortest one from `start` to itself; empty: there is none.
  std::vector<std::uint32_t> from(std::uint32_t start) {
    std::vector<std::uint32_t> reached{start};
    for (std::size_t i = 0; i < reached.size(); ++i) {
      for (const std::uint32_t next : waits_[reached[i]]) {
        if (next == start) return way_to(reached[i], start);
        if (component_[next] != component_[start] || reached_from_[next] != nowhere) continue;
        reached_from_[next] = reached[i];
        reached.push_back(next);
      }
    }
    return {};
  }

private:
  [[nodiscard]] std::vector<std::uint32_t> way_to(std::uint32_t node, std::uint32_t start) const {
    std::vector<std::uint32_t> way;
    for (; node != start; node = reached_from_[node]) way.push_back(node);
    way.push_back(start);
    std::ranges::reverse(way);
    return way;
  }

  const Waits& waits_;
  const std::vector<std::uint32_t>& component_;
  std::vector<std::uint32_t> reached_from_;
};

}  // namespace

std::vector<Circle> circles(const Waits& waits) {
  const Components together = components_of(waits);
  std::vector<std::uint32_t> component(waits.size());
  std::vector<std::vector<std::uint32_t>> members;
  auto next = together.order.begin();
  for (const std::uint32_t end : together.ends) {
    members.emplace_back(next, together.order.begin() + end);
    next = together.order.begin() + end;
    std::ranges::sort(members.back());
    for (const std::uint32_t node : members.back())
      component[node] = static_cast<std::uint32_t>(members.size() - 1);
  }
  WayBack way_back{waits, component};
  std::vector<Circle> found;
  for (std::vector<std::uint32_t>& nodes : members) {
    std::vector<std::uint32_t> way = way_back.from(nodes.front());
    if (!way.empty()) found.push_back({std::move(nodes), std::move(way)});
  }
  std::ranges::sort(found, {}, [](const Circle& circle) { return circle.members.front(); });
  return found;
}

std::string circle_text(const std::vector<std::string_view>& ids) {
  std::string text;
  for (const std::string_view id : ids) text += std::string{id} + " → ";
  return text + std::string{ids.front()};
}

}  // namespace bcp
