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

/// Names and ids tell sentences of one kind apart; numbers and times follow from them.
bool says_the_same(const Text& one, const Text& other) {
  const auto is_same = [](const NamedArgument& a, const NamedArgument& b) {
    const auto* text = std::get_if<std::string>(&a.value);
    const auto* other_text = std::get_if<std::string>(&b.value);
    return text == nullptr || other_text == nullptr || *text == *other_text;
  };
  return one.msgid == other.msgid && std::ranges::equal(one.arguments, other.arguments, is_same);
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
  const auto is_repeat = [&](const Diagnostic& one, const Diagnostic& other) {
    return key(one) == key(other) && says_the_same(one.message, other.message);
  };
  const auto repeated = std::ranges::unique(all_, is_repeat);
  all_.erase(repeated.begin(), repeated.end());
}

bool Diagnostics::has_errors() const {
  return std::ranges::any_of(
      all_, [](const Diagnostic& found) { return found.severity == Severity::error; });
}

}  // namespace bcp
