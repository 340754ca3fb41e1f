// Where in the source does a part of an entity stand?
#pragma once

#include <initializer_list>
#include <string_view>

#include "plan/plan.hpp"

namespace bcp {

/// The value that these keys lead to from the entity's map, each in the map of the one before; where one is not
/// written, what the keys before it lead to, and without any of them the entity's id. O(entries of those maps).
[[nodiscard]] Span place_of(const Entity& entity, std::initializer_list<std::string_view> keys);

/// Of `requires`, `after`, `channels`, …: the item at this position.
[[nodiscard]] Span place_of_item(const Entity& entity, std::string_view key, std::size_t position);

}  // namespace bcp
