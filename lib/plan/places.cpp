#include "plan/places.hpp"

namespace bcp {

Span place_of(const Entity& entity, std::initializer_list<std::string_view> keys) {
  Span place = entity.named;
  Value in = entity.written;
  for (const std::string_view key : keys) {
    in = in.find(key);
    if (!in.is_written()) return place;
    place = in.span();
  }
  return place;
}

Span place_of_item(const Entity& entity, std::string_view key, std::size_t position) {
  const Value list = entity.written.find(key);
  const std::vector<Value> items = list.items();
  return position < items.size() ? items[position].span() : place_of(entity, {key});
}

}  // namespace bcp
