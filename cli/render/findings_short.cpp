#include <fmt/format.h>

#include "render/escape.hpp"
#include "render/finding_documents.hpp"
#include "render/finding_names.hpp"
#include "render/findings.hpp"
#include "render/places.hpp"

namespace bcp::cli {

std::string short_line(const Diagnostic& found, Places& places, const Language& language) {
  const bool is_known = places.is_known(found.at.file);
  const Position at = is_known ? places.position(found.at.file, found.at.begin) : Position{};
  return fmt::format("{}:{}:{}: {}: {} [{}]\n",
                     is_known ? plain(places.name(found.at.file)) : std::string{"bcp"}, at.line,
                     at.column, name_of(found.severity), language.say(found.message),
                     code_text(found.code));
}

std::string findings_short(const FindingsList& list, std::size_t most) {
  Places places{list.text.files};
  std::string lines;
  for (const Diagnostic* found : chosen(list.all, most))
    lines += short_line(*found, places, list.language);
  return lines;
}

}  // namespace bcp::cli
