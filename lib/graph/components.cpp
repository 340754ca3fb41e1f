#include "graph/components.hpp"

#include <algorithm>

namespace bcp {

namespace {

constexpr std::uint32_t unseen = 0;
constexpr std::uint32_t finished = 0xffffffff;

class Search {
public:
  Search(std::span<const std::uint32_t> first, std::span<const std::uint32_t> targets)
      : first_(first),
        targets_(targets),
        low_(first.size() - 1, unseen) {
    found_.order.reserve(low_.size());
  }

  Components search() {
    for (std::uint32_t root = 0; root < low_.size(); ++root) {
      if (low_[root] != unseen) continue;
      enter(root);
      while (!path_.empty()) advance();
    }
    return std::move(found_);
  }

private:
  struct Visit {
    std::uint32_t vertex;
    std::uint32_t next;    // of its edges
    std::uint32_t number;  // in the order of discovery
  };

  void enter(std::uint32_t vertex) {
    low_[vertex] = ++count_;
    path_.push_back({vertex, first_[vertex], count_});
  }

  void advance() {
    Visit& visit = path_.back();
    std::uint32_t low = low_[visit.vertex];
    while (visit.next < first_[visit.vertex + 1]) {
      const std::uint32_t target = targets_[visit.next++];
      if (low_[target] == unseen) {
        low_[visit.vertex] = low;
        return enter(target);
      }
      if (low_[target] != finished) low = std::min(low, low_[target]);
    }
    leave(visit, low);
  }

  void leave(const Visit visit, std::uint32_t low) {
    path_.pop_back();
    low_[visit.vertex] = low;
    if (!path_.empty()) {
      std::uint32_t& over = low_[path_.back().vertex];
      over = std::min(over, low);
    }
    if (low != visit.number) {
      open_.push_back(visit.vertex);
      return;
    }
    close(visit);
  }

  /// The component of a vertex from which no earlier one can be reached: it and the open ones found since.
  void close(const Visit& visit) {
    found_.order.push_back(visit.vertex);
    low_[visit.vertex] = finished;
    while (!open_.empty() && low_[open_.back()] >= visit.number) {
      found_.order.push_back(open_.back());
      low_[open_.back()] = finished;
      open_.pop_back();
    }
    found_.ends.push_back(static_cast<std::uint32_t>(found_.order.size()));
  }

  std::span<const std::uint32_t> first_;
  std::span<const std::uint32_t> targets_;
  std::vector<std::uint32_t> low_;  // the earliest open vertex that was reached from each
  std::vector<Visit> path_;
  std::vector<std::uint32_t> open_;  // left behind, but not yet in a component
  std::uint32_t count_ = 0;
  Components found_;
};

}  // namespace

Components components(std::span<const std::uint32_t> first,
                      std::span<const std::uint32_t> targets) {
  return Search{first, targets}.search();
}

}  // namespace bcp
