#include "source/diagnostic.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace bcp {

namespace {

std::string kebab_case(std::string_view snake_case) {
  std::string name{snake_case};
  std::ranges::replace(name, '_', '-');
  return name;
}

std::vector<std::string> names_of_codes() {
  return {
#define CODE(number, name, severity, title) kebab_case(#name),
#include "source/codes.def"
#undef CODE
  };
}

}  // namespace

const std::vector<CodeInfo>& all_codes() {
  static const std::vector<std::string> names = names_of_codes();
  static const std::vector<CodeInfo> codes = [] {
    auto name = names.begin();
    return std::vector<CodeInfo>{
#define CODE(number, label, level, title) {Code::label, *name++, Severity::level, tr(title)},
#include "source/codes.def"
#undef CODE
    };
  }();
  return codes;
}

const CodeInfo& info_of(Code code) {
  return *std::ranges::lower_bound(all_codes(), code, {}, &CodeInfo::code);
}

std::string code_text(Code code) { return "BCP" + std::to_string(static_cast<int>(code)); }

Diagnostic& Diagnostics::add(Code code, Span at, Text message) {
  Diagnostic& added = all_.emplace_back();
  added.code = code;
  added.severity = info_of(code).severity;
  added.message = std::move(message);
  added.at = at;
  return added;
}

void Diagnostics::append(Diagnostics other) {
  std::ranges::move(other.all_, std::back_inserter(all_));
}

void Diagnostics::sort() {
  const auto key = [](const Diagnostic& found) { return std::tuple{found.at, found.code}; };
  std::ranges::stable_sort(all_, {}, key);
  const auto repeated = std::ranges::unique(all_, {}, key);
  all_.erase(repeated.begin(), repeated.end());
}

bool Diagnostics::has_errors() const {
  return std::ranges::any_of(
      all_, [](const Diagnostic& found) { return found.severity == Severity::error; });
}

}  // namespace bcp
