// How does a section of a page begin, and how does a line beside its tables read?
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "render/language.hpp"
#include "render/style.hpp"

namespace bcp::cli {

/// Rows of a section that are shown before the rest is only counted.
inline constexpr std::size_t most_rows = 12;

/// A section's title, with what the parts of its bars mean if it has some.
[[nodiscard]] std::string section_title(const Text& title, const std::vector<Text>& parts,
                                        const Language& language, const Style& style);

/// A sentence that stands by itself, whole lines.
[[nodiscard]] std::string sentence(const Text& text, const Language& language, const Style& style);

}  // namespace bcp::cli
