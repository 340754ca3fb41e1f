// How is a map of the source read by its table of keys?
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "plan/grammar.hpp"
#include "plan/plan.hpp"
#include "plan/plan_text.hpp"
#include "plan/reading/confinement.hpp"
#include "plan/reading/ids.hpp"
#include "plan/reading/meant_keys.hpp"
#include "source/diagnostic.hpp"
#include "source/value.hpp"

namespace bcp {

/// A key that a map lacks, what its value is and, unless that depends on the plan, how one looks.
struct MissingKey {
  std::string_view name;
  Text kind;
  std::string_view example;
};

/// What readers of values share: the ids of the plan, what was read of it so far, and the sink of findings.
/// `plan`'s own section and the tiers are read first, since instants and tiers lean on them.
struct Reader {
  const Ids& ids;
  PlanText& text;
  const Confinement& confinement;
  Plan& plan;
  Diagnostics& found;
  std::map<std::string_view, Instant> milestones{};  ///< by id, those that were read
  bool is_start_known = false;    ///< instants that count from the plan's start are what they say
  std::optional<NodeId> current;  ///< the node whose requirements are being read
  bool may_reference_missing =
      false;  ///< some file or section could not be read: unknown ids are no finding

  std::unordered_set<std::string_view> strays =
      {};  ///< ids under keys that stay unknown: naming one is no other fault

  /// How many words may still be compared with one that is unknown; past that there are no hints at near ones. A section
  /// that is misspelt makes every reference to it unknown, each of which would be compared with every id.
  mutable std::size_t comparisons_left = 5'000'000;

  Diagnostic& fault(Code code, const Value& at, Text message) const {
    return found.add(code, at.span(), std::move(message));
  }

  /// Whether the value carries a tag, which is a finding then.
  [[nodiscard]] bool refuses_tag(const Value& at) const;

  /// A finding that another kind of value is wanted, and how it is written.
  void expect(const Entry& at, Text wanted, Text help = {}) const;

  /// The text of a scalar; otherwise a finding that says what was wanted.
  [[nodiscard]] std::optional<std::string_view> scalar(const Entry& at, Text wanted) const;
  /// The items of a list, or the entries of a map without those that begin with `x-`. Nothing at all counts as an
  /// empty map, not as an empty list.
  [[nodiscard]] std::optional<std::vector<Entry>> list(const Entry& at, Text wanted) const;
  [[nodiscard]] std::optional<std::vector<Entry>> map(const Entry& at, Text wanted) const;

  /// The entity that a reference names, if it is one of these sections; otherwise a finding. `words` may stand in the
  /// place too, and are known to be no such reference.
  [[nodiscard]] std::optional<Ids::Place> reference(
      const Value& at, std::span<const Section> sections, Text wanted,
      std::span<const std::string_view> words = {}) const;
  /// The node that a reference names; otherwise a finding.
  [[nodiscard]] std::optional<NodeId> node(const Value& at) const;

  /// Of `current`, which nothing of its own can mean.
  [[nodiscard]] std::string_view id_of_current() const;
  /// The ids of these sections, or the first so many of them.
  [[nodiscard]] std::vector<std::string_view> names(std::span<const Section> sections,
                                                    std::size_t most = SIZE_MAX) const;

  /// Whether the ids of these sections may be compared with one more word; then they count as compared.
  [[nodiscard]] bool may_compare_ids(std::span<const Section> sections) const;

  /// A finding for each, or one for all where the map holds nothing at all; `wanted` is then what should stand there.
  void missing_keys(const Entry& owner, Text wanted, const std::vector<MissingKey>& missing) const;
};

/// A finding about the tag of a value that carries one.
void report_tag(const Value& at, Diagnostics& found);

/// What to write where some words may stand.
[[nodiscard]] Text choice_of(Names words);

/// A word that stands for none of those allowed: the nearest, or some of them.
void suggest_of(Diagnostic& diagnostic, const Value& at, const std::vector<std::string>& words);

enum class Presence { optional, required };

/// A row of a table of keys: how one key of a map is read into a member.
template <class Shape>
struct Key {
  std::string_view name;
  Presence presence = Presence::optional;
  Text (*kind)() = nullptr;  ///< `a duration`
  void (*read)(Reader&, const Entry&, Shape&) = nullptr;
  std::string_view example;  ///< `4h`; may be empty
};

/// How a value of this kind looks, where the kind says so.
template <class Kind>
constexpr std::string_view example_of() {
  if constexpr (requires { Kind::example; }) {
    return Kind::example;
  } else {
    return {};
  }
}

/// The table of one shape of map, and what it is called. `check` judges keys that depend on each other.
template <class Shape>
struct Keys {
  std::string_view name;         ///< for documentation and tests: `service`
  std::vector<Key<Shape>> rows;  ///< in the order in which they are read
  void (*check)(const Reader&, const Entry&, const Shape&) = nullptr;
};

/// Specialised for every shape of map that a plan holds.
template <class Shape>
const Keys<Shape>& keys_of();

/// A row before it knows its shape: `Kind` says how a value is written, `member` where it goes.
template <class Kind, auto member>
struct Row {
  std::string_view name;
  Presence presence;

  template <class Shape>
  operator Key<Shape>()
      const {  // NOLINT(google-explicit-constructor): rows stand in tables of their shape
    return {name, presence, &Kind::noun,
            [](Reader& reader, const Entry& at, Shape& shape) {
              if (auto value = Kind::read(reader, at)) shape.*member = std::move(*value);
            },
            example_of<Kind>()};
  }
};

template <class Kind, auto member>
constexpr Row<Kind, member> optional(std::string_view name) {
  return {name, Presence::optional};
}

template <class Kind, auto member>
constexpr Row<Kind, member> required(std::string_view name) {
  return {name, Presence::required};
}

template <class Shape>
std::vector<Key<Shape>> joined(std::vector<Key<Shape>> rows, const std::vector<Key<Shape>>& more) {
  rows.insert(rows.end(), more.begin(), more.end());
  return rows;
}

template <class Shape>
std::vector<std::string_view> names_of(const Keys<Shape>& keys) {
  std::vector<std::string_view> names;
  names.reserve(keys.rows.size());
  for (const Key<Shape>& key : keys.rows) names.push_back(key.name);
  return names;
}

/// Reads a map by the table of its shape. A key that is unknown, missing or of another kind is one finding each.
template <class Shape>
void read_map(Reader& reader, const Entry& at, Text wanted, Shape& shape) {
  auto entries = reader.map(at, wanted);
  if (!entries) return;
  const Keys<Shape>& keys = keys_of<Shape>();
  const MeantMap meant =
      as_meant(reader.text, at.value, *std::move(entries), names_of(keys), reader.found);
  std::vector<MissingKey> missing;
  for (const Key<Shape>& key : keys.rows) {
    const auto entry = std::ranges::find_if(
        meant.entries, [&](const Entry& one) { return one.key.text() == key.name; });
    if (entry != meant.entries.end()) {
      key.read(reader, *entry, shape);
    } else if (key.presence == Presence::required &&
               std::ranges::find(meant.near, key.name) == meant.near.end()) {
      missing.push_back({key.name, key.kind(), key.example});
    }
  }
  reader.missing_keys(at, std::move(wanted), missing);
  // What nothing at all lacks is told by then.
  if (keys.check != nullptr && (missing.empty() || !at.value.is_empty()))
    keys.check(reader, {at.key, meant.map}, shape);
}

}  // namespace bcp
