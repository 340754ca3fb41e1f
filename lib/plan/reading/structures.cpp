// Values that are small maps: three points, texts by language, bounds, amounts, needs.
#include <algorithm>
#include <array>
#include <string>

#include "plan/reading/gathering.hpp"
#include "plan/reading/kinds.hpp"
#include "source/spelling.hpp"

namespace bcp {

namespace {

/// An entry that is read later.
template <char hours>
struct Unread {
  static constexpr std::array<char, 2> written = {hours, 'h'};
  static constexpr std::string_view example{written.data(), written.size()};
  static Text noun() { return tr("a value"); }
  static std::optional<Entry> read(Reader& /*reader*/, const Entry& at) { return at; }
};

/// `{min: …, likely: …, max: …}`
struct ThreePoints {
  std::optional<Entry> min, likely, max;
};

struct Effort {
  static Text noun() { return tr("an effort"); }
  static std::optional<Seconds> read(Reader& reader, const Entry& at) {
    const auto text = reader.scalar(at, noun());
    if (!text) return std::nullopt;
    auto value = grammar::effort(*text, reader.plan.person_day);
    if (value) return *value;
    reader.fault(Code::bad_effort, at.value, std::move(value.error()));
    return std::nullopt;
  }
};

template <class Point>
std::optional<Estimate> read_estimate(Reader& reader, const Entry& at) {
  if (!at.value.is_mapping()) {
    const auto one = Point::read(reader, at);
    return one ? std::optional{Estimate{*one}} : std::nullopt;
  }
  ThreePoints points;
  read_map(reader, at, Point::noun(), points);
  if (!points.min || !points.likely || !points.max) return std::nullopt;
  const auto min = Point::read(reader, *points.min);
  const auto likely = Point::read(reader, *points.likely);
  const auto max = Point::read(reader, *points.max);
  if (!min || !likely || !max) return std::nullopt;
  if (*min <= *likely && *likely <= *max) return Estimate{*min, *likely, *max};
  const bool is_first = *min > *likely;
  Diagnostic& diagnostic =
      reader.fault(Code::bad_estimate, (is_first ? points.likely : points.max)->value,
                   tr("the three points are not in order"));
  diagnostic.also.push_back(
      {(is_first ? points.min : points.likely)->value.span(), tr("this is more")});
  diagnostic.help = tr("write `min` ≤ `likely` ≤ `max`");
  return std::nullopt;
}

/// In the order of their keys, in which texts are kept.
std::vector<Entry> by_key(std::vector<Entry> entries) {
  std::ranges::stable_sort(entries, {}, [](const Entry& entry) { return entry.key.text(); });
  return entries;
}

bool is_language(std::string_view word) {
  return (word.size() == 2 || word.size() == 3) &&
         std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// A text, or texts by language, each read as `Item`.
template <class Item>
std::optional<LocalText> read_translated(Reader& reader, const Entry& at, Text wanted) {
  if (at.value.is_scalar()) {
    auto text = Item::read(reader, at);
    return text ? std::optional{LocalText{{std::string{}, std::move(*text)}}} : std::nullopt;
  }
  if (!at.value.is_mapping()) {
    reader.expect(at, std::move(wanted));
    return std::nullopt;
  }
  LocalText texts;
  const auto entries = reader.map(at, std::move(wanted));
  for (const Entry& entry : by_key(entries.value_or(std::vector<Entry>{}))) {
    if (!is_language(entry.key.text())) {
      reader
          .fault(Code::unknown_key, entry.key,
                 tr("`{key}` is not a language", {{"key", std::string{entry.key.text()}}}))
          .help = tr("write a language as two letters, such as `en` or `fr`");
    } else if (auto text = Item::read(reader, entry)) {
      texts.emplace(entry.key.text(), std::move(*text));
    }
  }
  return texts;
}

struct WrittenBounds {
  std::optional<Count> min, max;
};

void check_bounds(const Reader& reader, const Entry& at, const WrittenBounds& bounds) {
  if (!bounds.min || !bounds.max || *bounds.min <= *bounds.max) return;
  Diagnostic& diagnostic = reader.fault(Code::bad_bounds, at.value.find("min"),
                                        tr("the least number is above the greatest"));
  diagnostic.also.push_back({at.value.find("max").span(), tr("the greatest")});
  diagnostic.help = tr("write `min` ≤ `max`");
}

/// False where the unit that a type declares could not be read, so that one behind a quantity is no fault of its own.
bool is_unit_known(const ResourceType& type) {
  return !type.unit.empty() || (!type.written.find("unit").is_written() &&
                                !type.written.is_sequence() && !type.written.is_scalar());
}

std::optional<Amount> read_amount(Reader& reader, const Entry& entry) {
  const auto type = kind::TypeRef::read(reader, {entry.key, entry.key});
  const auto text = reader.scalar(entry, kind::PlainQuantity::noun());
  if (!type || !text) return std::nullopt;
  const std::vector<ResourceType>& types = reader.plan.resource_types;
  auto quantity = grammar::quantity(*text, type->value < types.size()
                                               ? std::string_view{types[type->value].unit}
                                               : std::string_view{});
  if (quantity) return Amount{*type, *quantity};
  if (type->value < types.size() && !is_unit_known(types[type->value])) return std::nullopt;
  reader.fault(Code::bad_quantity, entry.value, std::move(quantity.error()));
  return std::nullopt;
}

std::vector<Amount> read_amounts(Reader& reader, const std::vector<Entry>& entries) {
  std::vector<Amount> amounts;
  for (const Entry& entry : entries) {
    if (auto amount = read_amount(reader, entry)) amounts.push_back(*amount);
  }
  std::ranges::sort(amounts, {}, &Amount::type);
  return amounts;
}

/// Takes `any_of` out of the entries, also where it is misspelt and no type has a name as near.
std::vector<Entry> take_choices(Reader& reader, const Entry& at, std::vector<Entry>& entries) {
  static constexpr std::array<std::string_view, 1> known = {"any_of"};
  static constexpr std::array sections = {Section::resource_types};
  const auto is_choice = [&](const Entry& entry) {
    if (entry.key.text() == known[0]) return true;
    if (reader.ids.find(entry.key.text()) || !nearest(entry.key.text(), known)) return false;
    return !reader.may_compare_ids(sections) || !nearest(entry.key.text(), reader.names(sections));
  };
  const auto others = std::ranges::stable_partition(entries, is_choice);
  std::vector<Entry> choices{entries.begin(), others.begin()};
  entries.erase(entries.begin(), others.begin());
  return as_meant(reader.text, at.value, std::move(choices), known, reader.found).entries;
}

}  // namespace

template <>
const Keys<ThreePoints>& keys_of<ThreePoints>() {
  static const Keys<ThreePoints> keys = {"three points",
                                         {required<Unread<'2'>, &ThreePoints::min>("min"),
                                          required<Unread<'4'>, &ThreePoints::likely>("likely"),
                                          required<Unread<'8'>, &ThreePoints::max>("max")}};
  return keys;
}

template <>
const Keys<WrittenBounds>& keys_of<WrittenBounds>() {
  static const Keys<WrittenBounds> keys = {
      "bounds",
      {optional<kind::PositiveNumber, &WrittenBounds::min>("min"),
       optional<kind::PositiveNumber, &WrittenBounds::max>("max")},
      check_bounds};
  return keys;
}

namespace kind {

Text EstimatedDuration::noun() { return tr("a duration"); }
std::optional<Estimate> EstimatedDuration::read(Reader& reader, const Entry& at) {
  return read_estimate<Duration>(reader, at);
}

Text EstimatedEffort::noun() { return tr("an effort"); }
std::optional<Estimate> EstimatedEffort::read(Reader& reader, const Entry& at) {
  return read_estimate<Effort>(reader, at);
}

Text Translated::noun() { return tr("a text, or a map of texts by language"); }
std::optional<LocalText> Translated::read(Reader& reader, const Entry& at) {
  return read_translated<PlainText>(reader, at, noun());
}

Text TranslatedFile::noun() { return tr("a file, or a map of files by language"); }
std::optional<LocalText> TranslatedFile::read(Reader& reader, const Entry& at) {
  return read_translated<File>(reader, at, noun());
}

namespace {

Contact parts_of(Reader& reader, const std::vector<Entry>& entries) {
  Contact parts;
  for (const Entry& entry : by_key(entries)) {
    if (auto text = PlainText::read(reader, entry))
      parts.emplace(entry.key.text(), std::move(*text));
  }
  return parts;
}

}  // namespace

Text NamedParts::noun() { return tr("a text, or a map of texts"); }
std::optional<Contact> NamedParts::read(Reader& reader, const Entry& at) {
  if (at.value.is_scalar()) {
    auto text = PlainText::read(reader, at);
    return text ? std::optional{Contact{{std::string{}, std::move(*text)}}} : std::nullopt;
  }
  const auto entries = reader.map(at, noun());
  if (!entries) return std::nullopt;
  return parts_of(reader, *entries);
}

Text TextsByWord::noun() { return tr("a map of texts"); }
std::optional<Contact> TextsByWord::read(Reader& reader, const Entry& at) {
  const auto entries = reader.map(at, noun());
  if (!entries) return std::nullopt;
  return parts_of(reader, *entries);
}

Text NumberOrBounds::noun() { return tr("a whole number, or a map of `min` and `max`"); }
std::optional<Bounds> NumberOrBounds::read(Reader& reader, const Entry& at) {
  if (at.value.is_scalar()) {
    const auto exactly = PositiveNumber::read(reader, at);
    return exactly ? std::optional{Bounds{*exactly, exactly}} : std::nullopt;
  }
  if (!at.value.is_mapping()) {
    reader.expect(at, noun());
    return std::nullopt;
  }
  WrittenBounds bounds;
  read_map(reader, at, noun(), bounds);
  return Bounds{bounds.min.value_or(1), bounds.max};
}

Text Amounts::noun() { return tr("a map of quantities by resource type"); }
std::optional<std::vector<Amount>> Amounts::read(Reader& reader, const Entry& at) {
  const auto entries = reader.map(at, noun());
  if (!entries) return std::nullopt;
  return read_amounts(reader, *entries);
}

Text NeedsOfProfile::noun() { return tr("a map of quantities by resource type, and `any_of`"); }
std::optional<Needs> NeedsOfProfile::read(Reader& reader, const Entry& at) {
  auto entries = reader.map(at, noun());
  if (!entries) return std::nullopt;
  Needs needs;
  for (const Entry& any_of : take_choices(reader, at, *entries)) {
    const auto items = reader.list(any_of, tr("a list of maps of quantities"));
    for (const Entry& item : items.value_or(std::vector<Entry>{})) {
      if (!item.value.is_mapping()) {
        reader.expect({item.value, item.value}, Amounts::noun());
      } else if (auto amounts = Amounts::read(reader, {item.value, item.value})) {
        needs.alternatives.push_back(std::move(*amounts));
      }
    }
    if (items && items->empty()) {
      reader.fault(Code::bad_vote, any_of.key, tr("a group of alternatives is empty")).help =
          tr("list the alternatives, or delete the group");
    }
  }
  needs.fixed = read_amounts(reader, *entries);
  return needs;
}

bool is_repeated(const Reader& reader, const Value& item, SeenItems& seen) {
  const auto [before, is_new] = seen.try_emplace(item.text(), item);
  if (is_new) return false;
  Diagnostic& diagnostic =
      reader.fault(Code::repeated_item, item,
                   tr("`{item}` stands twice in this list", {{"item", std::string{item.text()}}}));
  diagnostic.also.push_back({before->second.span(), tr("it stands here first")});
  diagnostic.help = tr("delete one of the two");
  return true;
}

namespace {

/// Of a key that stands twice, which has its finding already, the first.
std::vector<Value> keys_that_stand(const Entry& owner,
                                   std::initializer_list<std::string_view> keys) {
  std::vector<Value> standing;
  for (const Entry& entry : owner.value.entries()) {
    const bool is_repeat = std::ranges::any_of(
        standing, [&](const Value& key) { return key.text() == entry.key.text(); });
    if (!is_repeat && std::ranges::find(keys, entry.key.text()) != keys.end())
      standing.push_back(entry.key);
  }
  return standing;
}

Names names_of(std::initializer_list<std::string_view> keys) { return {keys.begin(), keys.end()}; }

}  // namespace

void at_most_one(const Reader& reader, const Entry& owner,
                 std::initializer_list<std::string_view> keys) {
  const std::vector<Value> standing = keys_that_stand(owner, keys);
  if (standing.size() < 2) return;
  Diagnostic& diagnostic =
      reader.fault(Code::exclusive_keys, standing[1],
                   tr("of {keys} only one may stand here", {{"keys", names_of(keys)}}));
  diagnostic.also.push_back({standing[0].span(), tr("the other one")});
  diagnostic.help = tr("keep one of them");
}

void at_least_one(const Reader& reader, const Entry& owner,
                  std::initializer_list<std::string_view> keys, std::string_view example) {
  if (!keys_that_stand(owner, keys).empty()) return;
  reader
      .fault(Code::one_of_missing, owner.key,
             tr("one of {keys} is missing here", {{"keys", names_of(keys)}}))
      .help = tr("add one of them, as in `{example}`", {{"example", std::string{example}}});
}

void exactly_one(const Reader& reader, const Entry& owner,
                 std::initializer_list<std::string_view> keys, std::string_view example) {
  at_most_one(reader, owner, keys);
  at_least_one(reader, owner, keys, example);
}

void check_order(const Reader& reader, const Entry& owner, std::optional<Instant> begin,
                 std::optional<Instant> end, std::string_view begin_key, std::string_view end_key) {
  // Without a start of the plan it is not known when instants that count from it are.
  if (!begin || !end || *begin < *end || !reader.is_start_known) return;
  Diagnostic& diagnostic = reader.fault(Code::bad_interval, owner.value.find(end_key),
                                        tr("the end is not after the beginning"));
  diagnostic.also.push_back({owner.value.find(begin_key).span(), tr("the beginning")});
  diagnostic.help = tr("let it end later, or begin earlier");
}

void needs_other(const Reader& reader, const Entry& owner, std::string_view key,
                 std::string_view other, std::string_view example) {
  if (owner.value.find(other).is_written() || !owner.value.find(key).is_written()) return;
  const std::vector<Value> standing = keys_that_stand(owner, {key});
  reader
      .fault(Code::dependent_key, standing.front(),
             tr("`{key}` needs `{other}` beside it",
                {{"key", std::string{key}}, {"other", std::string{other}}}))
      .help = tr("add it, as in `{example}`", {{"example", std::string{example}}});
}

}  // namespace kind

}  // namespace bcp
