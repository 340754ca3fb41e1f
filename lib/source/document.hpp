// How is one text of YAML kept, so that every value still knows its place?
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/span.hpp"

namespace bcp {

enum class Shape : std::uint8_t {
  empty,  ///< nothing stands there
  scalar,
  sequence,
  mapping,
  alias,  ///< stands for another node of the same document
  link,   ///< stands for a node of another document
};

/// One node in the order of the text; what lies inside it follows it directly, up to `next`.
/// The children of a mapping are key, value, key, value …
struct DocumentNode {
  std::uint32_t begin = 0;  ///< place in the file
  std::uint32_t end = 0;
  std::uint32_t next = 0;  ///< the node after this one and all that lies inside it
  std::uint32_t content =
      0;  ///< scalar not in the source: position in `decoded_ends`; alias: the node meant; link: position in `links`
  Shape shape = Shape::empty;
  bool in_source : 1 =
      false;                ///< the scalar's text stands in the file as it is, but for its quotes
  bool quoted : 1 = false;  ///< a scalar in quotes or a block scalar
  bool tagged : 1 = false;  ///< carries a YAML tag other than those of the core schema
  bool has_merge : 1 = false;  ///< a mapping with the key `<<`
};

struct Document;

/// A node of some document.
struct DocumentLink {
  const Document* document = nullptr;
  std::uint32_t node = 0;
  auto operator<=>(const DocumentLink&) const = default;
};

/// A tag and the node that carries it.
struct DocumentTag {
  std::uint32_t node = 0;
  Span at;
};

/// A file as an array of nodes, 20 bytes each; a scalar that stands in the file as it is costs no copy of its text.
struct Document {
  FileId file;
  std::string_view source;          ///< the file's text, which outlives the document
  std::vector<DocumentNode> nodes;  ///< the root first; empty: the file holds no value
  std::string decoded;              ///< texts of scalars that are written otherwise than they read
  std::vector<std::uint32_t>
      decoded_ends;  ///< where each of them ends; it begins where the one before ends
  std::vector<DocumentLink> links;
  std::vector<DocumentTag> tags;  ///< of nodes that are `tagged`, by node

  [[nodiscard]] std::string_view text(const DocumentNode& node) const {
    if (node.in_source) {
      const std::uint32_t quote = node.quoted ? 1 : 0;
      return source.substr(node.begin + quote, node.end - node.begin - 2 * quote);
    }
    const std::uint32_t begin = node.content == 0 ? 0 : decoded_ends[node.content - 1];
    return std::string_view{decoded}.substr(begin, decoded_ends[node.content] - begin);
  }
};

}  // namespace bcp
