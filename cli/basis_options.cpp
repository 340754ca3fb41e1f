#include "basis_options.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace bcp::cli {

namespace {

constexpr std::array<std::string_view, 3> points = {"min", "likely", "max"};
constexpr std::array<std::string_view, 3> beliefs = {"promised", "tested", "worst"};

/// The value at the place of its word; words and values stand in the same order.
template <class Value>
void choose(Value& value, std::string_view word, const std::array<std::string_view, 3>& words) {
  if (word.empty()) return;
  value = static_cast<Value>(std::ranges::find(words, word) - words.begin());
}

}  // namespace

void add_basis_options(CLI::App& app, BasisOptions& options) {
  add_value(app, "--estimate", options.estimate, tr("min|likely|max"),
            tr("which point of durations known by three (default: likely)"));
  add_value(
      app, "--believe", options.believe, tr("promised|tested|worst"),
      tr("recoveries as promised, as tested where they were, or the longer (default: promised)"));
}

tl::expected<RecoveryBasis, Failure> basis_of(const BasisOptions& options) {
  if (auto fault = fault_of_choice("--estimate", options.estimate, points))
    return tl::unexpected(usage_failure(std::move(*fault)));
  if (auto fault = fault_of_choice("--believe", options.believe, beliefs))
    return tl::unexpected(usage_failure(std::move(*fault)));
  RecoveryBasis basis;
  choose(basis.point, options.estimate, points);
  choose(basis.belief, options.believe, beliefs);
  return basis;
}

}  // namespace bcp::cli
