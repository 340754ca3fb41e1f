#include "render/sections.hpp"

#include "render/bar.hpp"
#include "render/width.hpp"

namespace bcp::cli {

std::string section_title(const Text& title, const std::vector<Text>& parts,
                          const Language& language, const Style& style) {
  std::string line = painted(language.say(title), Ink::strong, style);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Piece drawn = sign(static_cast<Fill>(i), style);
    line += "  " + painted(drawn.text, drawn.ink, style) + ' ' + language.say(parts[i]);
  }
  return line + '\n';
}

std::string sentence(const Text& text, const Language& language, const Style& style) {
  return wrapped(language.say(text), style.width) + '\n';
}

}  // namespace bcp::cli
