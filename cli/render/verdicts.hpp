// What is a verdict called, and how does it look?
#pragma once

#include <string_view>

#include "plan/condition.hpp"
#include "render/style.hpp"
#include "source/text.hpp"

namespace bcp::cli {

/// `ok`, `late`, `breach`: for programs.
[[nodiscard]] std::string_view name_of(Verdict verdict);

/// `in time`, `late`, `breach`: for people.
[[nodiscard]] Text word_of(Verdict verdict);

[[nodiscard]] Ink ink_of(Verdict verdict);

}  // namespace bcp::cli
