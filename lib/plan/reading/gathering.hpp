// Which files does a plan include, and what do they say together?
#pragma once

#include <memory>
#include <string>

#include "plan/plan_text.hpp"
#include "plan/reading/confinement.hpp"
#include "source/diagnostic.hpp"

namespace bcp {

/// Reads `root` and all that it includes, and merges the sections of all files into one map.
///
/// Files are numbered in the order in which they are named; a file named twice is read once. YAML is read on `threads`
/// threads, with the same result as on one. Linear in the length of the texts.
[[nodiscard]] std::shared_ptr<PlanText> gather(SourceFile root, const Confinement& confinement,
                                               unsigned threads, Diagnostics& found);

/// The folder in which a path leads to a file; empty: the working folder.
[[nodiscard]] std::string folder_of(const std::string& path);

/// A finding about a file that a plan may not name.
void report_refusal(const Value& named, Refusal refusal, Diagnostics& found);

/// What is wrong with a file that a plan names, in a sentence.
[[nodiscard]] Text why_unreadable(FileProblem problem, const std::string& path);

}  // namespace bcp
