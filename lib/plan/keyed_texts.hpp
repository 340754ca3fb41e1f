// How is a handful of texts kept, each under a short key?
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bcp {

/// A small map of texts, sorted by key, in one piece of memory.
class KeyedTexts {
public:
  using value_type = std::pair<std::string, std::string>;
  using const_iterator = std::vector<value_type>::const_iterator;

  KeyedTexts() = default;
  KeyedTexts(std::initializer_list<value_type> texts) {
    for (const auto& [key, text] : texts) emplace(key, text);
  }

  /// Adds a text, unless its key is there already.
  void emplace(std::string_view key, std::string text) {
    const auto place = std::ranges::lower_bound(texts_, key, {}, &value_type::first);
    if (place != texts_.end() && place->first == key) return;
    texts_.emplace(place, std::string{key}, std::move(text));
  }

  [[nodiscard]] const_iterator find(std::string_view key) const {
    const auto place = std::ranges::lower_bound(texts_, key, {}, &value_type::first);
    return place != texts_.end() && place->first == key ? place : texts_.end();
  }
  [[nodiscard]] bool contains(std::string_view key) const { return find(key) != end(); }

  /// The text of a key that is there.
  [[nodiscard]] const std::string& at(std::string_view key) const { return find(key)->second; }

  [[nodiscard]] const_iterator begin() const { return texts_.begin(); }
  [[nodiscard]] const_iterator end() const { return texts_.end(); }
  [[nodiscard]] std::size_t size() const { return texts_.size(); }
  [[nodiscard]] bool empty() const { return texts_.empty(); }

  bool operator==(const KeyedTexts&) const = default;

private:
  std::vector<value_type> texts_;
};

}  // namespace bcp
