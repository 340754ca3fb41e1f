// How is each kind of scalar written?
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

#include <tl/expected.hpp>

#include "plan/values.hpp"
#include "source/text.hpp"

/// Each function reads a whole text by the grammar of docs/format.md, "Values", or says in a sentence what would be right.
/// None of them looks at a clock, a locale or an environment; each is linear in the length of the text.
namespace bcp::grammar {

template <class Value>
using Parsed = tl::expected<Value, Text>;

/// `90s`, `1d12h`, `PT4H`, `1.5h`. Not negative; whole seconds; at most 10,000 years, as lags, periods and efforts.
[[nodiscard]] Parsed<Seconds> duration(std::string_view text);

/// A duration that may carry a sign, as lags do.
[[nodiscard]] Parsed<Seconds> lag(std::string_view text);

/// A wall-clock time `2020-03-16T10:00[:00]`, one with offset, or `+36h` from the plan's start.
struct LocalTime {
  std::chrono::local_seconds time;
};
struct FromStart {
  Seconds after;
};
using InstantText = std::variant<LocalTime, Instant, FromStart>;
/// Everything that an instant may be but a milestone's id, which whoever knows the ids looks for first.
[[nodiscard]] Parsed<InstantText> instant(std::string_view text);
/// Whether the text can only be meant as an instant, right or wrong, and not as an id. A date counts as meant so,
/// although an id may look like one.
[[nodiscard]] bool is_like_instant(std::string_view text);

[[nodiscard]] Parsed<Date> date(std::string_view text);
[[nodiscard]] Parsed<Period> period(std::string_view text);
[[nodiscard]] Parsed<bool> flag(std::string_view text);
[[nodiscard]] Parsed<Money> money(std::string_view text);

/// `3pd` with the given length of a person's day, `16ph`, `45pm`, or a plain duration; rounded up to whole seconds.
[[nodiscard]] Parsed<Seconds> effort(std::string_view text, Seconds person_day);

[[nodiscard]] Parsed<Ratio> ratio(std::string_view text);

/// A quantity, alone or followed by the unit that its resource type declares (empty: none is declared).
[[nodiscard]] Parsed<Quantity> quantity(std::string_view text, std::string_view unit);

[[nodiscard]] Parsed<Count> count(std::string_view text, Count least = 0);
[[nodiscard]] Parsed<ShareOrCount> share_or_count(std::string_view text);

/// Whether the text has the form of an id, reserved words not regarded.
[[nodiscard]] bool is_id(std::string_view text);
/// Whether an id may not be given to an entity: a section's name, `everyone`, `first_time`, `plan`, `start`, `end`.
[[nodiscard]] bool is_reserved(std::string_view id);

}  // namespace bcp::grammar
