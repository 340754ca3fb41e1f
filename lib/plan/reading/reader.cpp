#include "plan/reading/reader.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "source/half_key.hpp"

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
  if (value.text().size() > 1 && value.text().front() == '-') {
    const std::string_view first = value.text().substr(1, value.text().find(' ') - 1);
    return tr("write a space behind the `-` of each item: `{item}`",
              {{"item", "- " + std::string{first}}});
  }
  if (value.is_scalar())
    return tr("write it in brackets: `{list}`", {{"list", '[' + std::string{value.text()} + ']'}});
  std::string items;
  for (const Entry& entry : value.entries()) {
    if (entry.value.is_mapping() || entry.value.is_sequence() || !entry.key.is_scalar())
      return tr("put `- ` in front of each item, or brackets around all");
    items += (items.empty() ? "[" : ", ") + std::string{entry.key.text()};
  }
  if (!items.empty()) return tr("write it in brackets: `{list}`", {{"list", items + ']'}});
  return tr("put `- ` in front of each item, or brackets around all");
}

/// So many words a hint lists.
constexpr std::size_t most_listed = 5;

/// The first of these words, as many as a hint lists.
Names some_of(const std::vector<std::string_view>& words) {
  const auto listed = static_cast<std::ptrdiff_t>(std::min(most_listed, words.size()));
  return {words.begin(), words.begin() + listed};
}

/// The words that may stand in a place, or some of them.
Text what_may_stand(const std::vector<std::string_view>& words) {
  if (words.size() <= most_listed) return choice_of(some_of(words));
  return tr("write a word such as {words}", {{"words", some_of(words)}});
}

/// Some ids that may stand in a place, or that there is none yet.
Text what_may_stand(const std::vector<std::string_view>& ids, std::string_view section) {
  if (ids.empty())
    return tr("there is none yet: add one to `{section}`", {{"section", std::string{section}}});
  if (ids.size() <= most_listed) return what_may_stand(ids);
  return tr("write an id such as {words}", {{"words", some_of(ids)}});
}

Text how_to_map(const Value& value) {
  if (const auto form = with_space(value.text()))
    return tr("write a space behind the `:`: `{form}`", {{"form", *form}});
  return tr("write lines such as `key: value` under the key, further to the right");
}

bool stands_in_braces(const Reader& reader, const Value& map) {
  const Span place = map.span();
  return map.is_mapping() &&
         std::string_view{reader.text.files[place.file].text}.substr(place.begin).starts_with('{');
}

Text how_to_add(const MissingKey& key, bool is_in_braces) {
  const std::string name{key.name};
  if (key.example.empty())
    return tr("add `{key}: …`, {kind}", {{"key", name}, {"kind", nested(key.kind)}});
  const std::string example = name + ": " + std::string{key.example};
  return is_in_braces ? tr("add it between the braces, as in `{example}`", {{"example", example}})
                      : tr("add it, as in `{example}`", {{"example", example}});
}

/// For a map that holds nothing at all, in place of a finding for each key.
void report_bare(const Reader& reader, const Entry& owner, Text wanted,
                 const std::vector<MissingKey>& missing) {
  Names names;
  std::string example;
  for (const MissingKey& key : missing) {
    names.emplace_back(key.name);
    example += (example.empty() ? "{" : ", ") + names.back() + ": " +
               (key.example.empty() ? "…" : std::string{key.example});
  }
  const bool is_nothing = owner.value.is_empty();
  const Value& place = owner.key.is_written() ? owner.key : owner.value;
  Diagnostic& diagnostic =
      is_nothing
          ? reader.fault(
                Code::wrong_kind, place,
                tr("{wanted} is expected here, and this is {actual}",
                   {{"wanted", nested(std::move(wanted))}, {"actual", nested(tr("nothing"))}}))
          : reader.fault(Code::missing_key, place,
                         tr("the keys {keys} are missing here", {{"keys", std::move(names)}}));
  diagnostic.help = tr("write such a map: `{example}`", {{"example", example + "}"}});
}

}  // namespace

Text choice_of(Names words) {
  if (words.size() == 1) return tr("write {word}", {{"word", std::move(words)}});
  return tr("write one of {words}", {{"words", std::move(words)}});
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
    expect(at, std::move(wanted), how_to_map(at.value));
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
                                            Text wanted,
                                            std::span<const std::string_view> words) const {
  if (!at.is_scalar() || at.is_tagged()) {
    expect({at, at}, std::move(wanted), tr("write one id"));
    return std::nullopt;
  }
  const auto place = ids.find(at.text());
  if (place && std::ranges::find(sections, place->section) != sections.end()) return place;
  const std::string id{at.text()};
  // An id that stands twice has its finding already.
  if (const auto twin = place ? ids.find(at.text(), sections) : std::nullopt) return twin;
  if (place) {
    Diagnostic& diagnostic = fault(Code::wrong_reference, at,
                                   tr("`{id}` is {actual}, and {wanted} is expected here",
                                      {{"id", id},
                                       {"actual", nested(noun_of(place->section))},
                                       {"wanted", nested(std::move(wanted))}}));
    diagnostic.also.push_back({place->key.span(), tr("`{id}` is declared here", {{"id", id}})});
    diagnostic.help = what_may_stand(names(sections, most_listed + 1), path_of(sections.front()));
  } else if (!may_reference_missing && !strays.contains(at.text())) {
    Diagnostic& diagnostic = fault(Code::unknown_reference, at,
                                   tr("`{id}` is not in the plan; {wanted} is expected here",
                                      {{"id", id}, {"wanted", nested(std::move(wanted))}}));
    diagnostic.help = tr("correct the id, or add it to `{section}`",
                         {{"section", std::string{path_of(sections.front())}}});
    if (id.starts_with("x-"))
      diagnostic.help = tr("choose another id: keys that begin with `x-` are never read");
    if (may_compare_ids(sections)) {
      std::vector<std::string_view> candidates = names(sections);
      if (current) std::erase(candidates, id_of_current());
      candidates.insert(candidates.end(), words.begin(), words.end());
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

std::vector<std::string_view> Reader::names(std::span<const Section> sections,
                                            std::size_t most) const {
  std::vector<std::string_view> names;
  for (const Section section : sections) {
    for (const Named& named : ids.of(section)) {
      if (names.size() == most) return names;
      names.push_back(named.id);
    }
  }
  return names;
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

void Reader::missing_keys(const Entry& owner, Text wanted,
                          const std::vector<MissingKey>& missing) const {
  const bool is_bare = owner.value.is_empty() || owner.value.entries().empty();
  if (is_bare && missing.size() > 1) {
    report_bare(*this, owner, std::move(wanted), missing);
    return;
  }
  const Value& place = owner.key.is_written() ? owner.key : owner.value;
  for (const MissingKey& key : missing) {
    const std::string name{key.name};
    fault(Code::missing_key, place,
          place.is_scalar() ? tr("`{owner}` lacks the key `{key}`",
                                 {{"owner", std::string{place.text()}}, {"key", name}})
                            : tr("the key `{key}` is missing here", {{"key", name}}))
        .help = how_to_add(key, stands_in_braces(*this, owner.value));
  }
}

}  // namespace bcp
