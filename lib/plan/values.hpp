// What kinds of value does a plan hold, once read?
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "plan/keyed_texts.hpp"

namespace bcp {

using Seconds = std::chrono::seconds;

/// A point of time, whole seconds since the Unix epoch in UTC.
using Instant = std::chrono::sys_seconds;

/// A day of the calendar, without zone.
using Date = std::chrono::sys_days;

/// A position in one of the plan's vectors; the tag keeps positions of different vectors apart.
/// Entities are numbered in the order of their ids, bytewise, so that numbers compare as ids do.
template <class Tag>
struct Index {
  std::uint32_t value = 0;
  auto operator<=>(const Index&) const = default;
};

/// An exact decimal: `digits` × 10^-`places`. Without trailing zeros behind the point.
struct Decimal {
  std::int64_t digits = 0;
  std::uint8_t places = 0;
  bool operator==(const Decimal&) const = default;
};

/// An exact decimal between 0 and 1: a share, a probability.
struct Ratio {
  Decimal value;
  bool operator==(const Ratio&) const = default;
};

/// An exact amount ≥ 0 of a resource type.
struct Quantity {
  Decimal value;
  bool operator==(const Quantity&) const = default;
};

/// An exact amount ≥ 0 in the plan's currency.
struct Money {
  Decimal value;
  bool operator==(const Money&) const = default;
};

/// A whole number ≥ 0, at most 10^18.
using Count = std::int64_t;

/// A duration that may be known by three points; a single one stands at all three.
struct Estimate {
  Seconds min{0};
  Seconds likely{0};
  Seconds max{0};

  Estimate() = default;
  explicit Estimate(Seconds one) : min(one), likely(one), max(one) {}
  Estimate(Seconds least, Seconds most_likely, Seconds most)
      : min(least),
        likely(most_likely),
        max(most) {}
  bool operator==(const Estimate&) const = default;
};

/// Steps of the calendar: a year or a month is as long as the calendar says.
struct Period {
  enum class Unit { days, weeks, months, years };
  std::int64_t count = 0;
  Unit unit = Unit::days;
  bool operator==(const Period&) const = default;
};

/// Numbers from least to greatest, both included; without `max` as many as there are.
struct Bounds {
  Count min = 1;
  std::optional<Count> max;
  bool operator==(const Bounds&) const = default;
};

/// A share of a group, or so many of it.
using ShareOrCount = std::variant<Ratio, Count>;

/// A text that people read, perhaps in several languages. Under the empty key: in the language of the plan.
using LocalText = KeyedTexts;

}  // namespace bcp
