// What is a verdict called, and how does it look?
#pragma once

#include <string_view>

#include "plan/condition.hpp"
#include "plan/plan.hpp"
#include "render/style.hpp"
#include "source/text.hpp"

namespace bcp::cli {

/// `ok`, `late`, `breach`: for programs.
[[nodiscard]] std::string_view name_of(Verdict verdict);

/// `in time`, `past RTO`, `past MTPD`: for people, by the limit that the service misses. One that states no MTPD is in
/// breach only if it never comes back.
[[nodiscard]] Text word_of(Verdict verdict, const Service& service);

[[nodiscard]] Ink ink_of(Verdict verdict);

}  // namespace bcp::cli
