// By which names do other tools know a finding and its place?
#pragma once

#include <string>
#include <vector>

#include "render/finding_documents.hpp"
#include "render/places.hpp"

namespace bcp::cli {

/// What tells a finding from all others of the list, whatever lines it moves to.
struct FindingName {
  std::string
      path;  ///< the keys that lead to it: `services.payments.rto`; empty: it is about no key
  std::string fingerprint;  ///< unique in the list; stays when lines shift
};

/// By position in the list. O(findings + length of the texts).
[[nodiscard]] std::vector<FindingName> names_of_findings(const FindingsList& list);

/// `file:line:col: error: message [BCP1203]` and a line end; text of the plan is escaped for people.
[[nodiscard]] std::string short_line(const Diagnostic& found, Places& places,
                                     const Language& language);

/// The path of a file from the working folder, without `./`; as it is where it lies elsewhere. Not escaped.
[[nodiscard]] std::string path_from_here(std::string_view name, const std::string& working_folder);

}  // namespace bcp::cli
