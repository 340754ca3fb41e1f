#include "plan/reading/reader.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
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

/// Some ids that may stand in a place, or that there is none yet.
Text what_may_stand(const std::vector<std::string_view>& candidates, std::string_view section) {
  constexpr std::size_t most = 5;
  if (candidates.empty())
    return tr("there is none yet: add one to `{section}`", {{"section", std::string{section}}});
  Names words{candidates.begin(),
              candidates.begin() + static_cast<std::ptrdiff_t>(std::min(most, candidates.size()))};
  if (candidates.size() <= most) return tr("write one of {words}", {{"words", std::move(words)}});
  return tr("write an id such as {words}", {{"words", std::move(words)}});
}

std::vector<std::string_view> ids_of(const Ids& ids, std::span<const Section> sections) {
  std::vector<std::string_view> names;
  for (const Section section : sections) {
    for (const Named& named : ids.of(section)) names.push_back(named.id);
  }
  return names;
}

std::string digits_of(std::string_view word) {
  std::string digits;
  std::ranges::copy_if(word, std::back_inserter(digits),
                       [](char byte) { return byte >= '0' && byte <= '9'; });
  return digits;
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
  const auto meant = nearest(at.text(), candidates);
  if (!meant) return;
  diagnostic.help = tr("did you mean `{name}`?", {{"name", std::string{meant->word}}});
  if (is_certain(at.text(), meant->word, candidates))
    diagnostic.fix = Fix{at.span(), std::string{meant->word}};
}

void Reader::expect(const Entry& at, Text wanted, Text help) const {
  const Value& value = at.value;
  if (value.is_tagged()) {
    fault(Code::custom_tag, value, tr("this value carries a YAML tag")).help =
        tr("delete the tag; a plan has none");
    return;
  }
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
    diagnostic.help = what_may_stand(ids_of(ids, sections), path_of(sections.front()));
  } else if (!may_reference_missing) {
    Diagnostic& diagnostic = fault(Code::unknown_reference, at,
                                   tr("`{id}` is not in the plan; {wanted} is expected here",
                                      {{"id", id}, {"wanted", nested(std::move(wanted))}}));
    diagnostic.help = tr("correct the id, or add it to `{section}`",
                         {{"section", std::string{path_of(sections.front())}}});
    if (may_compare_ids(sections)) suggest(diagnostic, at, ids_of(ids, sections));
  }
  return std::nullopt;
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
