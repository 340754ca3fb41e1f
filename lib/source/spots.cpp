#include "source/spots.hpp"

#include <utility>

namespace bcp {

namespace {

/// Whatever stands in a plan, a path stays one that can be shown.
constexpr std::size_t longest_path = 500;

/// Goes through a document's nodes in their order and knows what is around the current one.
class Walk {
public:
  explicit Walk(const Document& document) : document_(document) { enter(); }

  void go_to(std::uint32_t offset) {
    while (node_ + 1 < document_.nodes.size() && document_.nodes[node_ + 1].begin <= offset) {
      ++node_;
      enter();
    }
  }

  [[nodiscard]] Spot spot() const {
    Spot spot{.node = node_, .parent = node_, .is_key = is_key_, .path = {}};
    for (const Level& level : levels_) {
      if (level.node != node_) spot.parent = level.node;
      if (!level.is_map || level.key.empty() || spot.path.size() > longest_path) continue;
      if (!spot.path.empty()) spot.path += '.';
      spot.path += level.key.substr(0, longest_path);
    }
    return spot;
  }

private:
  /// A list or a map that is open, and the key last seen in it.
  struct Level {
    std::uint32_t node;
    bool is_map;
    bool is_key_next = true;
    std::string_view key{};
  };

  void enter() {
    while (!levels_.empty() && node_ >= document_.nodes[levels_.back().node].next)
      levels_.pop_back();
    const DocumentNode& node = document_.nodes[node_];
    is_key_ = false;
    if (!levels_.empty() && levels_.back().is_map) {
      Level& map = levels_.back();
      is_key_ = std::exchange(map.is_key_next, !map.is_key_next);
      if (is_key_)
        map.key = node.shape == Shape::scalar ? document_.text(node) : std::string_view{};
    }
    const bool is_map = node.shape == Shape::mapping;
    if (is_map || node.shape == Shape::sequence) levels_.push_back({node_, is_map});
  }

  const Document& document_;
  std::vector<Level> levels_;
  std::uint32_t node_ = 0;
  bool is_key_ = false;
};

}  // namespace

std::vector<Spot> spots(const Document& document, std::span<const std::uint32_t> offsets) {
  std::vector<Spot> found;
  if (document.nodes.empty()) return std::vector<Spot>(offsets.size());
  Walk walk{document};
  for (const std::uint32_t offset : offsets) {
    walk.go_to(offset);
    found.push_back(walk.spot());
  }
  return found;
}

}  // namespace bcp
