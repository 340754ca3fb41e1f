#include "plan/reading/meant_sections.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "plan/reading/meant_keys.hpp"
#include "plan/reading/plan_reading.hpp"

namespace bcp {

namespace {

/// Keys that somebody else judges, or nobody.
bool is_other(const Entry& entry) {
  return !entry.key.is_scalar() || entry.key.text().starts_with("x-");
}

class Respelling {
public:
  Respelling(PlanText& text, Diagnostics& found) : text_(text), found_(found) {}

  /// The map of a part, what is read of it under the keys that are meant; itself where none is misspelt.
  Value part(const Value& map, std::string_view name) {
    std::vector<Entry> entries = map.entries();
    std::vector<Entry> all;
    std::ranges::copy_if(entries, std::back_inserter(all), is_other);
    std::erase_if(entries, is_other);
    const MeantMap meant = as_meant(text_, map, std::move(entries), keys_of_part(name), found_);
    for (const Entry& entry : meant.unread) {
      for (const Entry& stray : entry.value.entries()) strays_.insert(stray.key.text());
    }
    bool is_changed = meant.is_respelt;
    for (Entry entry : meant.entries) {
      const bool is_part = name.empty() && !keys_of_part(entry.key.text()).empty();
      if (is_part && entry.value.is_mapping()) {
        const Value inner = part(entry.value, entry.key.text());
        is_changed = is_changed || !(inner.link() == entry.value.link());
        entry.value = inner;
      }
      all.push_back(entry);
    }
    all.insert(all.end(), meant.unread.begin(), meant.unread.end());
    return is_changed ? text_.make_mapping(map.span(), all) : map;
  }

  std::unordered_set<std::string_view> take_strays() { return std::move(strays_); }

private:
  PlanText& text_;
  Diagnostics& found_;
  std::unordered_set<std::string_view> strays_;
};

}  // namespace

MeantSections sections_as_meant(PlanText& text, Diagnostics& found) {
  Respelling respelling{text, found};
  const Value root = respelling.part(text.root, {});
  return {root, respelling.take_strays()};
}

}  // namespace bcp
