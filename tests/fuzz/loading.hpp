// What holds of every loading, whatever was loaded?
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fuzz/targets.hpp"
#include "plan/load.hpp"

namespace bcp::fuzz {

inline constexpr std::string_view head =
    "bcp: 1\nplan: {name: x, timezone: Europe/Paris, start: 2020-03-14T08:00}\n";

/// The files around a plan of a stranger, its own in front.
inline FileAccess files_with(std::string plan) {
  return memory_files({{"bcp.yaml", std::move(plan)},
                       {"sites.yaml", "sites: {head-office: {}}\ninclude: [bcp.yaml]\n"},
                       {"broken.yaml", "a: ["},
                       {"folder", "", "", FileAccess::Kind::folder},
                       {"pipe", "", "", FileAccess::Kind::other},
                       {"notes/1.md", "# One\n"}});
}

inline void check_place(const LoadedPlan& loaded, Span at) {
  demand(loaded.text->files.size() == 0 || at.file.value < loaded.text->files.size());
  demand(at.begin <= at.end && at.end <= loaded.text->files[at.file].text.size());
}

/// Places lie within their files, findings are sorted, and a plan is there exactly if none of them is an error.
inline void check_loading(const LoadedPlan& loaded) {
  demand(loaded.plan.has_value() != loaded.found.has_errors());
  for (const Diagnostic& finding : loaded.found.all()) {
    demand(!finding.message.msgid.empty());
    check_place(loaded, finding.at);
    for (const Label& label : finding.also) check_place(loaded, label.at);
    if (finding.fix) check_place(loaded, finding.fix->replaced);
  }
  demand(std::ranges::is_sorted(loaded.found.all(), {}, &Diagnostic::at));
}

}  // namespace bcp::fuzz
