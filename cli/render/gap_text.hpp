// How does a gap report read in a terminal, and aloud in a meeting?
#pragma once

#include <string>
#include <vector>

#include "render/language.hpp"
#include "render/sections.hpp"
#include "render/style.hpp"
#include "supply/gap_report.hpp"

namespace bcp::cli {

/// What the sections of the page need to know.
struct GapPage {
  const GapReport& report;
  const Plan& plan;
  const Language& language;
  const Style& style;
  bool is_all = false;  ///< every row, not only those that fall short
};

/// The headline, then what falls short, section by section. With nothing missing the headline alone, unless all rows
/// are asked for.
[[nodiscard]] std::string gap_text(const GapPage& page);

/// The headline as one line.
[[nodiscard]] std::string gap_line(const GapPage& page);

// The sections; each is empty where it has nothing to show.
[[nodiscard]] std::string resources_section(const GapPage& page);
[[nodiscard]] std::string services_section(const GapPage& page);
[[nodiscard]] std::string sources_section(const GapPage& page);
[[nodiscard]] std::string staff_section(const GapPage& page);

/// A section's title, with what the parts of its bars mean if it has some.
[[nodiscard]] std::string section_title(const GapPage& page, const Text& title,
                                        const std::vector<Text>& parts = {});

/// A line that counts what is not shown.
[[nodiscard]] std::string summary_line(const GapPage& page, const Text& text);

/// What was not searched or counted to its end, if anything; each line with an empty one before it.
[[nodiscard]] std::string cut_off_lines(const GapPage& page);

/// A wall-clock time as it stands in a row.
[[nodiscard]] std::string row_time(const GapPage& page, Instant at);

/// Columns that a bar may take.
[[nodiscard]] std::size_t bar_width(const GapPage& page);

}  // namespace bcp::cli
