#include "plan/reading/reader.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <limits>
#include <utility>

#include "source/spelling.hpp"

namespace bcp {

namespace {

Text what_stands(const Value& value) {
  if (value.is_mapping()) return tr("a map");
  if (value.is_sequence()) return tr("a list");
  if (value.is_scalar()) return tr("a text");
  return tr("nothing");
}

/// A list of what was written as a text; how to list, where it is something else.
Text how_to_list(const Value& value) {
  if (value.is_scalar())
    return tr("write it in brackets: `{list}`", {{"list", '[' + std::string{value.text()} + ']'}});
  return tr("put `- ` in front of each item, or brackets around all");
}

/// So many words a hint lists.
constexpr std::size_t most_listed = 5;

/// The ids of these sections, or the first so many of them.
std::vector<std::string_view> ids_of(const Ids& ids, std::span<const Section> sections,
                                     std::size_t most) {
  std::vector<std::string_view> names;
  for (const Section section : sections) {
    for (const Named& named : ids.of(section)) {
      if (names.size() == most) return names;
      names.push_back(named.id);
    }
  }
  return names;
}

/// The words that may stand in a place, or some of them.
Text what_may_stand(const std::vector<std::string_view>& words) {
  const auto listed = static_cast<std::ptrdiff_t>(std::min(most_listed, words.size()));
  Names names{words.begin(), words.begin() + listed};
  if (words.size() <= most_listed) return tr("write one of {words}", {{"words", std::move(names)}});
  return tr("write a word such as {words}", {{"words", std::move(names)}});
}

/// Some ids that may stand in a place, or that there is none yet.
Text what_may_stand(const Ids& ids, std::span<const Section> sections) {
  const std::vector<std::string_view> candidates = ids_of(ids, sections, most_listed + 1);
  if (candidates.empty()) {
    return tr("there is none yet: add one to `{section}`",
              {{"section", std::string{path_of(sections.front())}}});
  }
  if (candidates.size() <= most_listed) return what_may_stand(candidates);
  return tr("write an id such as {words}",
            {{"words", Names{candidates.begin(), candidates.begin() + most_listed}}});
}

std::string digits_of(std::string_view word) {
  std::string digits;
  std::ranges::copy_if(word, std::back_inserter(digits),
                       [](char byte) { return byte >= '0' && byte <= '9'; });
  return digits;
}

/// Names that one letter at their end tells apart, as `site-a` and `site-b` are, may both be meant.
bool differ_by_last_letter(std::string_view one, std::string_view other) {
  const auto is_lettered = [](std::string_view word) {
    constexpr std::string_view dividers = "-._";
    return word.size() > 2 && word.back() >= 'a' && word.back() <= 'z' &&
           dividers.find(word[word.size() - 2]) != std::string_view::npos;
  };
  return one != other && is_lettered(one) && is_lettered(other) &&
         one.substr(0, one.size() - 1) == other.substr(0, other.size() - 1);
}

/// Whether nothing else is near, and the two differ in letters: `web-12` is no slip for `web-1`.
bool is_certain(std::string_view word, std::string_view meant,
                std::span<const std::string_view> candidates) {
  std::vector<std::string_view> others{candidates.begin(), candidates.end()};
  std::erase(others, meant);
  return digits_of(word) == digits_of(meant) && !nearest(word, others);
}

}  // namespace

void suggest(Diagnostic& diagnostic, const Value& at,
             std::span<const std::string_view> candidates) {
  std::vector<std::string_view> words{candidates.begin(), candidates.end()};
  std::erase_if(words,
                [&](std::string_view word) { return differ_by_last_letter(at.text(), word); });
  const auto meant = nearest(at.text(), words);
  if (!meant) return;
  diagnostic.help = tr("did you mean `{name}`?", {{"name", std::string{meant->word}}});
  if (is_certain(at.text(), meant->word, candidates))
    diagnostic.fix = Fix{at.span(), std::string{meant->word}};
}

void suggest_of(Diagnostic& diagnostic, const Value& at, const std::vector<std::string>& words) {
  diagnostic.help = what_may_stand({words.begin(), words.end()});
  suggest(diagnostic, at, std::vector<std::string_view>{words.begin(), words.end()});
}

void report_tag(const Value& at, Diagnostics& found) {
  found.add(Code::custom_tag, at.tag_span(), tr("this is a YAML tag, and a plan has none")).help =
      tr("delete the tag, or put quotes around a text that begins with `!`");
}

bool Reader::refuses_tag(const Value& at) const {
  if (at.is_tagged()) report_tag(at, found);
  return at.is_tagged();
}

void Reader::expect(const Entry& at, Text wanted, Text help) const {
  const Value& value = at.value;
  if (refuses_tag(value)) return;
  const Value& place = value.is_empty() ? at.key : value;
  Diagnostic& diagnostic =
      fault(Code::wrong_kind, place,
            tr("{wanted} is expected here, and this is {actual}",
               {{"wanted", nested(std::move(wanted))}, {"actual", nested(what_stands(value))}}));
  if (value.is_empty()) help = tr("write a value behind the key, or delete the key");
  if (!help.empty()) diagnostic.help = std::move(help);
}

std::optional<std::string_view> Reader::scalar(const Entry& at, Text wanted) const {
  if (at.value.is_scalar() && !at.value.is_tagged()) return at.value.text();
  expect(at, std::move(wanted), tr("write one value, without brackets and without keys"));
  return std::nullopt;
}

std::optional<std::vector<Entry>> Reader::list(const Entry& at, Text wanted) const {
  if (!at.value.is_sequence() || at.value.is_tagged()) {
    expect(at, std::move(wanted), how_to_list(at.value));
    return std::nullopt;
  }
  std::vector<Entry> items;
  for (const Value& item : at.value.items()) items.push_back({at.key, item});
  return items;
}

std::optional<std::vector<Entry>> Reader::map(const Entry& at, Text wanted) const {
  if ((!at.value.is_mapping() && !at.value.is_empty()) || at.value.is_tagged()) {
    expect(at, std::move(wanted),
           tr("write lines such as `key: value` under the key, further to the right"));
    return std::nullopt;
  }
  std::vector<Entry> entries = at.value.entries();
  for (const Entry& entry : entries) {
    if (!entry.key.is_scalar()) {
      fault(Code::complex_key, entry.key,
            tr("a key of a plan is a plain text, and this is something else"))
          .help = tr("write `key: value`");
    }
  }
  std::erase_if(entries, [](const Entry& entry) {
    return !entry.key.is_scalar() || entry.key.text().starts_with("x-");
  });
  for (const Entry& entry : entries) {
    if (entry.key.is_tagged()) report_tag(entry.key, found);
  }
  return entries;
}

std::optional<Ids::Place> Reader::reference(const Value& at, std::span<const Section> sections,
                                            Text wanted) const {
  if (!at.is_scalar() || at.is_tagged()) {
    expect({at, at}, std::move(wanted), tr("write one id"));
    return std::nullopt;
  }
  const auto place = ids.find(at.text());
  if (place && std::ranges::find(sections, place->section) != sections.end()) return place;
  const std::string id{at.text()};
  if (place) {
    Diagnostic& diagnostic = fault(Code::wrong_reference, at,
                                   tr("`{id}` is {actual}, and {wanted} is expected here",
                                      {{"id", id},
                                       {"actual", nested(noun_of(place->section))},
                                       {"wanted", nested(std::move(wanted))}}));
    diagnostic.also.push_back({place->key.span(), tr("`{id}` stands here", {{"id", id}})});
    diagnostic.help = what_may_stand(ids, sections);
  } else if (!may_reference_missing) {
    Diagnostic& diagnostic = fault(Code::unknown_reference, at,
                                   tr("`{id}` is not in the plan; {wanted} is expected here",
                                      {{"id", id}, {"wanted", nested(std::move(wanted))}}));
    diagnostic.help = tr("correct the id, or add it to `{section}`",
                         {{"section", std::string{path_of(sections.front())}}});
    if (may_compare_ids(sections)) {
      auto candidates = ids_of(ids, sections, std::numeric_limits<std::size_t>::max());
      if (current) std::erase(candidates, id_of_current());
      suggest(diagnostic, at, candidates);
    }
  }
  return std::nullopt;
}

std::string_view Reader::id_of_current() const {
  const NodeRef& node = plan.nodes[current->value];
  for (std::size_t i = 0; i < section_count; ++i) {
    const auto section = static_cast<Section>(i);
    if (node_kind_of(section) == node.kind) return ids.of(section)[node.position].id;
  }
  return {};
}

bool Reader::may_compare_ids(std::span<const Section> sections) const {
  std::size_t count = 0;
  for (const Section section : sections) count += ids.of(section).size();
  if (count > comparisons_left) return false;
  comparisons_left -= count;
  return true;
}

std::optional<NodeId> Reader::node(const Value& at) const {
  static constexpr std::array node_sections = {
      Section::applications, Section::services,  Section::infrastructure,
      Section::sites,        Section::suppliers, Section::staff,
      Section::equipment,    Section::licences,  Section::channels};
  const auto place = reference(at, node_sections, tr("something that can be required"));
  if (!place) return std::nullopt;
  return ids.node(place->section, place->position);
}

void Reader::unknown_key(const Entry& at, const std::vector<std::string_view>& known) const {
  Diagnostic& diagnostic = fault(Code::unknown_key, at.key,
                                 tr("unknown key `{key}`", {{"key", std::string{at.key.text()}}}));
  Names names;
  for (const std::string_view name : known) names.emplace_back(name);
  diagnostic.notes.push_back(tr("keys here are {keys}", {{"keys", std::move(names)}}));
  diagnostic.help = tr("delete it, or put `x-` in front of a key of your own");
  suggest(diagnostic, at.key, known);
}

void Reader::missing_key(const Entry& owner, std::string_view key, Text kind,
                         std::string_view example) const {
  const Value& place = owner.key.is_written() ? owner.key : owner.value;
  const std::string name{key};
  fault(Code::missing_key, place, tr("the key `{key}` is missing here", {{"key", name}})).help =
      example.empty()
          ? tr("add `{key}: …`, {kind}", {{"key", name}, {"kind", nested(std::move(kind))}})
          : tr("add it, as in `{example}`", {{"example", name + ": " + std::string{example}}});
}

}  // namespace bcp
