// Does the reader of YAML stand whatever bytes it is given?
#include "source/yaml_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/targets.hpp"
#include "source/byte_check.hpp"
#include "source/value.hpp"

namespace bcp::fuzz {

namespace {

std::string without_space(std::string_view text) {
  std::string rest{text};
  std::erase_if(
      rest, [](char byte) { return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n'; });
  return rest;
}

/// What a scalar spans is what is written of it: from quote to quote, or the text itself but for folded lines.
void check_scalar(const Document& document, const DocumentNode& node) {
  const std::string_view written = document.source.substr(node.begin, node.end - node.begin);
  const std::string_view text = document.text(node);
  const bool is_property_alone =
      text.empty() && (written.starts_with('!') || written.starts_with('&'));
  demand(is_property_alone || !written.empty());
  if (is_property_alone) return;
  if (written[0] == '"' || written[0] == '\'') {
    demand(written.size() >= 2 && written.ends_with(written[0]));
  } else if (written[0] != '|' && written[0] != '>') {
    demand(without_space(written) == without_space(text));
  }
}

/// Looks at all that can be asked of a value, but not again at what aliases stand for: that may be a million values.
void walk(const Document& document) {
  const std::size_t length = document.source.size();
  for (std::uint32_t at = 0; at < document.nodes.size(); ++at) {
    const DocumentNode& node = document.nodes[at];
    demand(node.begin <= node.end && node.end <= length);
    demand(node.next > at && node.next <= document.nodes.size());
    if (node.shape == Shape::scalar) check_scalar(document, node);
    for (std::uint32_t part = at + 1; part < node.next; part = document.nodes[part].next) {
      demand(document.nodes[part].begin >= node.begin && document.nodes[part].end <= node.end);
    }
    const Value value{document, at};
    demand(value.is_scalar() || value.text().empty());
    for (const Value& item : value.items()) demand(item.is_written());
    for (const Entry& entry : value.entries()) {
      demand(entry.key.is_written() && entry.value.is_written());
    }
  }
}

void check_places(const Diagnostics& found, std::size_t length) {
  for (const Diagnostic& finding : found.all()) {
    demand(finding.at.begin <= finding.at.end && finding.at.end <= length);
    for (const bcp::Label& label : finding.also) demand(label.at.end <= length);
  }
}

}  // namespace

void yaml_reader(std::string_view bytes) {
  std::string text{bytes};
  Diagnostics found;
  if (check_bytes(text, {}, found)) {
    const auto document = read_yaml(text, {}, found);
    demand(document || !found.all().empty());
    if (document) walk(*document);
  }
  check_places(found, text.size());
}

}  // namespace bcp::fuzz
