#include "render/style.hpp"

#include <fmt/color.h>
#include <fmt/format.h>

namespace bcp::cli {

namespace {

fmt::text_style style_of(Ink ink) {
  switch (ink) {
    case Ink::none: break;
    case Ink::strong: return fmt::emphasis::bold;
    case Ink::faint: return fmt::emphasis::faint;
    case Ink::red: return fmt::fg(fmt::terminal_color::red);
    case Ink::green: return fmt::fg(fmt::terminal_color::green);
    case Ink::yellow: return fmt::fg(fmt::terminal_color::yellow);
    case Ink::blue: return fmt::fg(fmt::terminal_color::blue);
  }
  return {};
}

}  // namespace

std::string painted(std::string_view text, Ink ink, const Style& style) {
  if (!style.colour || ink == Ink::none || text.empty()) return std::string{text};
  return fmt::format(style_of(ink), "{}", text);
}

}  // namespace bcp::cli
