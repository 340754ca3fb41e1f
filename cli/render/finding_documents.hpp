// How do the findings about a plan look to the tools of build servers and editors?
//
// Each is one whole document, also of no finding at all, and of a run that failed. Words of a format's own grammar are
// never translated, sentences are.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "plan/plan_text.hpp"
#include "render/language.hpp"
#include "source/diagnostic.hpp"

namespace bcp::cli {

/// The findings that a run shows, sorted by place.
struct FindingsList {
  const std::vector<Diagnostic>& all;
  const PlanText& text;
  const Language& language;
  std::string
      working_folder{};    ///< absolute; paths in documents count from it where they lie in it
  bool is_strict = false;  ///< a warning fails
};

/// `file:line:col: error: message [BCP1203]`, a line each; for editors and grep. At most `most` (0: all).
[[nodiscard]] std::string findings_short(const FindingsList& list, std::size_t most);

/// Workflow commands of GitHub's, the worst first, as many as it shows; the others as lines of the log behind them, and
/// `closing_line` at the end.
[[nodiscard]] std::string findings_github(const FindingsList& list,
                                          const std::string& closing_line);
/// The same as Markdown, for the summary of a job: below the size that GitHub takes.
[[nodiscard]] std::string findings_github_summary(const FindingsList& list,
                                                  const std::string& closing_line);

/// SARIF 2.1.0.
[[nodiscard]] std::string findings_sarif(const FindingsList& list);

/// JUnit's XML: a suite a file, a case a finding; a file without any has one that passes.
[[nodiscard]] std::string findings_junit(const FindingsList& list);

/// GitLab's code quality. What is suppressed is not in it: the format has no word for that.
[[nodiscard]] std::string findings_gitlab(const FindingsList& list);

/// Why there are no findings at all.
[[nodiscard]] std::string failure_github(const std::string& message);
[[nodiscard]] std::string failure_sarif(const std::string& message);
[[nodiscard]] std::string failure_junit(const std::string& message);
/// The same in the format of this name; empty: the format has no word for that.
[[nodiscard]] std::string failure_document(std::string_view format, const std::string& message);

}  // namespace bcp::cli
