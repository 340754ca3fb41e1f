#include "source/map_keys.hpp"

#include <algorithm>
#include <string>

namespace bcp {

namespace {

Span span(const Document& document, std::uint32_t node) {
  return {document.file, document.nodes[node].begin, document.nodes[node].end};
}

std::uint32_t without_aliases(const Document& document, std::uint32_t node) {
  while (document.nodes[node].shape == Shape::alias) node = document.nodes[node].content;
  return node;
}

bool is_map(const Document& document, std::uint32_t node) {
  return document.nodes[without_aliases(document, node)].shape == Shape::mapping;
}

bool is_list_of_maps(const Document& document, std::uint32_t node) {
  const std::uint32_t list = without_aliases(document, node);
  if (document.nodes[list].shape != Shape::sequence) return false;
  for (std::uint32_t item = list + 1; item < document.nodes[list].next;
       item = document.nodes[item].next) {
    if (!is_map(document, item)) return false;
  }
  return true;
}

void check_merge(const Document& document, std::uint32_t value, Diagnostics& found) {
  if (is_map(document, value) || is_list_of_maps(document, value)) return;
  found
      .add(Code::bad_merge, span(document, value),
           tr("`<<` merges a map or a list of maps, and this is neither"))
      .help = tr("name an anchored map: `<<: *defaults`");
}

void report_duplicate(const Document& document, std::uint32_t first, std::uint32_t again,
                      Diagnostics& found) {
  Diagnostic& diagnostic =
      found.add(Code::duplicate_key, span(document, again),
                tr("the key `{key}` stands twice in this map",
                   {{"key", std::string{document.text(document.nodes[again])}}}));
  diagnostic.also.push_back({span(document, first), tr("it stands here first")});
  diagnostic.help = tr("keep one of the two");
}

}  // namespace

void MapKeys::check(Document& document, std::uint32_t map, Diagnostics& found) {
  keys_.clear();
  const auto end = static_cast<std::uint32_t>(document.nodes.size());
  for (std::uint32_t key = map + 1; key < end;) {
    const std::uint32_t value = document.nodes[key].next;
    const DocumentNode& node = document.nodes[key];
    if (node.shape == Shape::scalar) {
      keys_.emplace_back(document.text(node), key);
      if (keys_.back().first == "<<" && !node.quoted) {
        document.nodes[map].has_merge = true;
        check_merge(document, value, found);
      }
    }
    key = document.nodes[value].next;
  }
  std::ranges::sort(keys_);
  std::size_t first = 0;
  for (std::size_t i = 1; i < keys_.size(); ++i) {
    if (keys_[i].first != keys_[first].first) {
      first = i;
    } else {
      report_duplicate(document, keys_[first].second, keys_[i].second, found);
    }
  }
}

}  // namespace bcp
