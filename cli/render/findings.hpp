// How do the findings about a plan look to people and to machines?
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "render/language.hpp"
#include "render/style.hpp"
#include "source/diagnostic.hpp"
#include "source/source_files.hpp"

namespace bcp::cli {

/// What a severity is called, to people and in documents for programs.
[[nodiscard]] Text word_for(Severity severity);
[[nodiscard]] const char* name_of(Severity severity);

/// What counts: what is suppressed does not.
struct FindingCount {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;
  std::size_t suppressed = 0;
};
[[nodiscard]] FindingCount count_of(const Diagnostics& found);

/// At most `most` of them (0: all), still in the order of their places: errors before warnings before notes.
[[nodiscard]] std::vector<const Diagnostic*> chosen(const std::vector<Diagnostic>& all,
                                                    std::size_t most);

/// Each finding with its line of the source, an empty line behind each. At most `most` of them (0: all), errors
/// before others; how many are left out stands at the end.
[[nodiscard]] std::string findings_text(const std::vector<Diagnostic>& found,
                                        const SourceFiles& files, std::size_t most,
                                        const Language& language, const Style& style);

/// `findings` and `summary` of docs/manual.
void add_findings_json(nlohmann::ordered_json& document, const Diagnostics& found,
                       const SourceFiles& files, const Language& language);

/// An error without a place: what is wrong, and what can be done about it.
[[nodiscard]] std::string error_text(const Text& message, const Text& help,
                                     const Language& language, const Style& style);

}  // namespace bcp::cli
