// What stands at one place of a plan's text?
#pragma once

#include <string_view>
#include <vector>

#include "source/document.hpp"
#include "source/span.hpp"

namespace bcp {

struct Entry;

/// A located value: a text, a list, a map, or nothing. Aliases are followed, merge keys resolved.
/// It refers to its document, which outlives it. A default-made value stands for "not written anywhere".
class Value {
public:
  Value() = default;
  Value(const Document& document, std::uint32_t node);

  [[nodiscard]] bool is_written() const { return document_ != nullptr; }
  [[nodiscard]] bool is_empty() const { return shape() == Shape::empty; }
  [[nodiscard]] bool is_scalar() const { return shape() == Shape::scalar; }
  [[nodiscard]] bool is_sequence() const { return shape() == Shape::sequence; }
  [[nodiscard]] bool is_mapping() const { return shape() == Shape::mapping; }
  [[nodiscard]] bool is_tagged() const { return document_ != nullptr && node().tagged; }

  /// Where its tag stands, for one that is tagged.
  [[nodiscard]] Span tag_span() const;

  /// Of a scalar its text; otherwise empty.
  [[nodiscard]] std::string_view text() const;
  [[nodiscard]] Span span() const;

  /// Of a sequence its items; otherwise none.
  [[nodiscard]] std::vector<Value> items() const;

  /// Of a mapping its entries in the order written; those that `<<` brings follow the own ones, which win.
  /// Otherwise none.
  [[nodiscard]] std::vector<Entry> entries() const;

  /// The value of a key of a mapping, or nothing. O(entries).
  [[nodiscard]] Value find(std::string_view key) const;

  [[nodiscard]] DocumentLink link() const { return {document_, node_}; }

private:
  [[nodiscard]] const DocumentNode& node() const { return document_->nodes[node_]; }
  [[nodiscard]] Shape shape() const { return document_ == nullptr ? Shape::empty : node().shape; }

  const Document* document_ = nullptr;
  std::uint32_t node_ = 0;
};

struct Entry {
  Value key;
  Value value;
};

}  // namespace bcp
