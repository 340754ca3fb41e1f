#include "plan/plan_text.hpp"

#include <algorithm>
#include <utility>

namespace bcp {

namespace {

void add_link(Document& document, const Value& value) {
  DocumentNode& node = document.nodes.emplace_back();
  node.shape = Shape::link;
  node.content = static_cast<std::uint32_t>(document.links.size());
  node.next = static_cast<std::uint32_t>(document.nodes.size());
  document.links.push_back(value.link());
}

}  // namespace

const Document* PlanText::document_of(FileId file) const {
  const std::string_view text = files[file].text;
  const auto is_of_file = [&](const Document& one) {
    return one.file == file && one.source.data() == text.data() && one.source.size() == text.size();
  };
  const auto document = std::ranges::find_if(documents_, is_of_file);
  return document == documents_.end() ? nullptr : &*document;
}

Value PlanText::make_scalar(Span place, std::string text) {
  Document document;
  document.file = place.file;
  document.nodes.push_back(
      {.begin = place.begin, .end = place.end, .next = 1, .shape = Shape::scalar});
  document.decoded_ends.push_back(static_cast<std::uint32_t>(text.size()));
  document.decoded = std::move(text);
  return Value{add(std::move(document)), 0};
}

Value PlanText::make_mapping(Span place, const std::vector<Entry>& entries) {
  Document document;
  document.file = place.file;
  document.nodes.push_back({.begin = place.begin, .end = place.end, .shape = Shape::mapping});
  for (const Entry& entry : entries) {
    add_link(document, entry.key);
    add_link(document, entry.value);
  }
  document.nodes.front().next = static_cast<std::uint32_t>(document.nodes.size());
  return Value{add(std::move(document)), 0};
}

}  // namespace bcp
