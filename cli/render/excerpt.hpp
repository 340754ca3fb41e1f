// Which part of a source line is shown under a finding, and what of it is underlined?
#pragma once

#include <cstddef>
#include <string>

#include "render/places.hpp"
#include "source/span.hpp"

namespace bcp::cli {

struct Excerpt {
  std::string text;        ///< escaped, tabs as four spaces, at most the width asked for
  std::size_t begin = 0;   ///< columns of `text` before what is meant
  std::size_t length = 1;  ///< columns of what is meant, as far as it stands on this line
};

/// O(width): a line of a million bytes costs no more than a short one.
[[nodiscard]] Excerpt excerpt_of(const Places::Line& line, Span at, std::size_t width);

}  // namespace bcp::cli
