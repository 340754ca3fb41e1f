#include "source/value.hpp"

#include <algorithm>
#include <unordered_set>

namespace bcp {

namespace {

constexpr std::string_view merge_key = "<<";

bool is_merge(const Document& document, const DocumentNode& key) {
  return key.shape == Shape::scalar && !key.quoted && document.text(key) == merge_key;
}

/// Brings the entries of merged maps to a map's own, those that come first win. A key that is no
/// scalar is kept, so that it is found to be wrong.
class Merging {
public:
  explicit Merging(std::vector<Entry>& entries) : entries_(entries) {
    for (const Entry& entry : entries) {
      if (entry.key.is_scalar()) keys_.insert(entry.key.text());
    }
  }

  void add(const Value& map) {
    for (const Entry& entry : map.entries()) {
      if (!entry.key.is_scalar() || keys_.insert(entry.key.text()).second) {
        entries_.push_back(entry);
      }
    }
  }

private:
  std::vector<Entry>& entries_;
  std::unordered_set<std::string_view> keys_;
};

}  // namespace

Value::Value(const Document& document, std::uint32_t node) : document_(&document), node_(node) {
  while (shape() == Shape::alias || shape() == Shape::link) {
    const DocumentNode& here = this->node();
    if (here.shape == Shape::alias) {
      node_ = here.content;
    } else {
      const DocumentLink target = document_->links[here.content];
      document_ = target.document;
      node_ = target.node;
    }
  }
}

std::string_view Value::text() const {
  return is_scalar() ? document_->text(node()) : std::string_view{};
}

Span Value::tag_span() const {
  if (!is_tagged()) return span();
  return std::ranges::lower_bound(document_->tags, node_, {}, &DocumentTag::node)->at;
}

Span Value::span() const {
  if (document_ == nullptr) return {};
  return {document_->file, node().begin, node().end};
}

std::vector<Value> Value::items() const {
  std::vector<Value> items;
  if (!is_sequence()) return items;
  for (std::uint32_t at = node_ + 1; at < node().next; at = document_->nodes[at].next)
    items.emplace_back(*document_, at);
  return items;
}

std::vector<Entry> Value::entries() const {
  std::vector<Entry> entries;
  if (!is_mapping()) return entries;
  std::vector<Value> merged;
  for (std::uint32_t key = node_ + 1; key < node().next;) {
    const std::uint32_t value = document_->nodes[key].next;
    if (node().has_merge && is_merge(*document_, document_->nodes[key])) {
      merged.emplace_back(*document_, value);
    } else {
      entries.push_back({Value{*document_, key}, Value{*document_, value}});
    }
    key = document_->nodes[value].next;
  }
  if (merged.empty()) return entries;
  Merging merging{entries};
  for (const Value& source : merged) {
    merging.add(source);
    for (const Value& item : source.items()) merging.add(item);
  }
  return entries;
}

Value Value::find(std::string_view key) const {
  if (!is_mapping()) return {};
  if (node().has_merge) {
    for (const Entry& entry : entries()) {
      if (entry.key.text() == key && entry.key.is_scalar()) return entry.value;
    }
    return {};
  }
  for (std::uint32_t at = node_ + 1; at < node().next;) {
    const std::uint32_t value = document_->nodes[at].next;
    const Value here{*document_, at};
    if (here.is_scalar() && here.text() == key) return {*document_, value};
    at = document_->nodes[value].next;
  }
  return {};
}

}  // namespace bcp
