// What may a `when` or a `that` ask of the figures of a plan?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <tl/expected.hpp>

#include "plan/values.hpp"
#include "source/text.hpp"

namespace bcp {

/// The figures that conditions speak of (docs/meaning.md §8); each stands before the id it is about: `level.payments`.
enum class Figure {
  gap,
  gap_minimum,
  level,
  verdict,
  margin,
  up,
  late,
  done,
  reached,
  answered,
  ready
};

enum class Comparison { less, at_most, equal, not_equal, at_least, greater };

enum class Verdict { ok, late, breach };

/// A figure against a value of its kind; a figure that is true or false may stand alone (`answered.who-decides`).
struct Comparing {
  Figure figure{};
  std::string id;
  std::size_t id_at = 0;  ///< where the id stands in the condition's text, in bytes
  Comparison comparison = Comparison::equal;
  std::variant<Decimal, Ratio, Seconds, Verdict, bool> value;
};

/// A condition as steps of a stack machine, operands first: `a and not b` is a, b, not, and.
struct Condition {
  enum class Operator { conjunction, disjunction, negation };
  using Step = std::variant<Comparing, Operator>;
  std::vector<Step> steps;
};

struct ConditionProblem {
  Text message;
  std::size_t begin = 0;  ///< what is at fault, in bytes of the condition's text
  std::size_t end = 0;
};

/// Reads `level.benefit-payments < 60% and not done.inventory`. `not` binds tightest, then `and`, then `or`;
/// parentheses group. Ids are kept as texts. O(length); nesting past 64 is refused.
[[nodiscard]] tl::expected<Condition, ConditionProblem> read_condition(std::string_view text);

}  // namespace bcp
