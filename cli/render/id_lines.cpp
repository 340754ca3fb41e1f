#include "render/id_lines.hpp"

#include <algorithm>
#include <sstream>

#include "render/width.hpp"

namespace bcp::cli {

namespace {

constexpr std::string_view no_break_space = "\u00a0";

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

/// Wraps at spaces; no-break spaces become spaces then, and a word that is too long is broken all the same.
std::string lines_of(std::string_view words, std::size_t indent, std::size_t later,
                     const Style& style) {
  std::istringstream lines{wrapped(words, style.width, later, indent)};
  std::string text;
  std::string before(indent, ' ');
  for (std::string line; std::getline(lines, line); before.clear()) {
    line.insert(0, before);
    replace_all(line, no_break_space, " ");
    for (const std::string& piece : chopped(line, style.width)) text += piece + '\n';
  }
  return text;
}

}  // namespace

std::vector<std::string> ids_of(const std::vector<NodeId>& nodes, const Plan& plan) {
  std::vector<std::string> ids;
  ids.reserve(nodes.size());
  for (const NodeId node : nodes) ids.push_back(node_of(plan, node).id);
  return ids;
}

std::string chain_lines(const std::vector<std::string>& ids, std::size_t indent,
                        const Style& style) {
  const std::string arrow = (style.unicode ? " ←" : " <-") + std::string{no_break_space};
  std::string words;
  for (const std::string& id : ids) words += words.empty() ? id : arrow + id;
  return lines_of(words, indent, indent + 2, style);
}

std::string item_lines(const std::vector<std::string>& items, std::size_t indent,
                       const Style& style) {
  std::string words;
  for (std::string item : items) {
    replace_all(item, " ", no_break_space);
    words += words.empty() ? item : ", " + item;
  }
  return lines_of(words, indent, indent, style);
}

std::string id_lines(const std::vector<std::string>& ids, std::size_t most, std::size_t indent,
                     const Style& style) {
  const std::size_t shown = std::min(ids.size(), most);
  std::vector<std::string> items{ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(shown)};
  if (ids.size() > shown) items.push_back("+ " + std::to_string(ids.size() - shown));
  return item_lines(items, indent, style);
}

}  // namespace bcp::cli
