// What may the text of an answer look like, where it goes?
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bcp::cli {

struct Style {
  std::size_t width = 80;  ///< columns
  bool colour = false;
  bool unicode =
      true;  ///< blocks and signs beyond ASCII for what is drawn; texts are UTF-8 in any case
};

/// Emphasis carries no meaning that the words do not carry too.
enum class Ink { none, strong, faint, red, green, yellow, blue };

/// The text, coloured if the style has colours.
[[nodiscard]] std::string painted(std::string_view text, Ink ink, const Style& style);

}  // namespace bcp::cli
