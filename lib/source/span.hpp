// Where in which file does a text stand?
#pragma once

#include <compare>
#include <cstdint>

namespace bcp {

/// A file of one loading, numbered in the order in which files were named.
struct FileId {
  std::uint32_t value = 0;
  auto operator<=>(const FileId&) const = default;
};

/// The half-open stretch [begin, end) of a file, in bytes of its UTF-8 text.
///
/// Lines and columns are derived only where a finding is shown (cli/render/places.hpp), in the unit that its format wants.
struct Span {
  FileId file;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  auto operator<=>(const Span&) const = default;
};

}  // namespace bcp
