#include "source/diagnostic.hpp"

#include <algorithm>
#include <compare>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

namespace bcp {

namespace {

std::string kebab_case(std::string_view snake_case) {
  std::string name{snake_case};
  std::ranges::replace(name, '_', '-');
  return name;
}

std::weak_ordering order(const Text& one, const Text& other);

/// Names and ids tell sentences of one kind apart; numbers and times follow from them.
std::weak_ordering order(const NamedArgument& one, const NamedArgument& other) {
  if (const auto index = one.value.index() <=> other.value.index(); std::is_neq(index))
    return index;
  if (const auto* text = std::get_if<std::string>(&one.value))
    return *text <=> std::get<std::string>(other.value);
  if (const auto* names = std::get_if<Names>(&one.value))
    return *names <=> std::get<Names>(other.value);
  if (const auto* inner = std::get_if<std::shared_ptr<const Text>>(&one.value))
    return order(**inner, *std::get<std::shared_ptr<const Text>>(other.value));
  return std::weak_ordering::equivalent;
}

std::weak_ordering order(const Text& one, const Text& other) {
  if (const auto words = one.msgid <=> other.msgid; std::is_neq(words)) return words;
  return std::lexicographical_compare_three_way(
      one.arguments.begin(), one.arguments.end(), other.arguments.begin(), other.arguments.end(),
      [](const NamedArgument& a, const NamedArgument& b) { return order(a, b); });
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
  if (all_.size() >= most_unsorted_) {
    sort();
    most_unsorted_ = std::max(most_unsorted_, 2 * all_.size());
  }
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
  const auto is_before = [](const Text* one, const Text* other) {
    return std::is_lt(order(*one, *other));
  };
  std::set<const Text*, decltype(is_before)> said;
  auto kept = all_.begin();
  for (auto found = all_.begin(); found != all_.end(); ++found) {
    if (kept == all_.begin() || key(*std::prev(kept)) != key(*found)) said.clear();
    if (said.contains(&found->message)) continue;
    if (kept != found) *kept = std::move(*found);
    said.insert(&kept->message);
    ++kept;
  }
  all_.erase(kept, all_.end());
}

bool Diagnostics::has_errors() const {
  return std::ranges::any_of(
      all_, [](const Diagnostic& found) { return found.severity == Severity::error; });
}

}  // namespace bcp
