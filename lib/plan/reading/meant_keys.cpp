#include "plan/reading/meant_keys.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "source/half_key.hpp"
#include "source/spelling.hpp"

namespace bcp {

namespace {

constexpr std::size_t most_keys_named = 5;

/// Past so many findings nobody reads which keys are nearest, and finding that out takes its time.
constexpr std::size_t most_findings_in_detail = 1000;

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

/// A few keys that may stand here, or all.
Text keys_here(std::string_view word, std::span<const std::string_view> known, bool in_detail) {
  std::vector<std::string_view> names{known.begin(), known.end()};
  if (names.size() <= most_keys_named)
    return tr("keys here are {keys}", {{"keys", Names{names.begin(), names.end()}}});
  if (in_detail) names = nearest_first(word, names);
  names.resize(most_keys_named);
  return tr("keys here are {keys} and others", {{"keys", Names{names.begin(), names.end()}}});
}

class Meaning {
public:
  Meaning(PlanText& text, std::span<const std::string_view> known, Diagnostics& found)
      : text_(text),
        known_(known),
        found_(found) {}

  MeantMap read(const Value& map, std::vector<Entry> entries) {
    for (const Entry& entry : entries) {
      if (is_known(entry.key.text())) standing_.push_back(entry.key);
    }
    if (standing_.size() == entries.size()) return {map, std::move(entries), {}, false, {}};
    MeantMap meant;
    for (Entry& entry : entries) {
      if (!is_known(entry.key.text()) && !respell(entry, meant)) {
        meant.unread.push_back(entry);
      } else {
        meant.entries.push_back(entry);
      }
    }
    meant.map = text_.make_mapping(map.span(), meant.entries);
    return meant;
  }

private:
  [[nodiscard]] bool is_known(std::string_view key) const {
    return std::ranges::find(known_, key) != known_.end();
  }

  [[nodiscard]] const Value* standing(std::string_view key) const {
    const auto found = std::ranges::find(standing_, key, &Value::text);
    return found == standing_.end() ? nullptr : &*found;
  }

  /// Whether another misspelt key means this one.
  static bool meant_by(std::string_view key, const MeantMap& meant) {
    return std::ranges::find(meant.near, key) != meant.near.end();
  }

  static void note_near(std::string_view key, MeantMap& meant) {
    if (!meant_by(key, meant)) meant.near.push_back(key);
  }

  /// Gives an entry the key that its own certainly means, unless that one stands in the map.
  bool respell(Entry& entry, MeantMap& meant) {
    const auto [judged, is_new] = judged_here().try_emplace(entry.key.link());
    if (is_new) judged->second = judge(entry.key, meant);
    const auto [near, is_certain] = judged->second;
    if (near.empty()) return false;
    note_near(near, meant);
    if (!is_certain || standing(near) != nullptr) return false;
    entry.key = text_.make_scalar(entry.key.span(), std::string{near});
    standing_.push_back(entry.key);
    meant.is_respelt = true;
    return true;
  }

  std::map<DocumentLink, MeantKey>& judged_here() {
    if (judged_ == nullptr) judged_ = &text_.unknown_keys[{known_.begin(), known_.end()}];
    return *judged_;
  }

  /// Reports a key that is not known.
  MeantKey judge(const Value& key, const MeantMap& meant) {
    const std::string_view word = key.text();
    const bool in_detail = found_.all().size() < most_findings_in_detail;
    Diagnostic& diagnostic = found_.add(Code::unknown_key, key.span(),
                                        tr("unknown key `{key}`", {{"key", std::string{word}}}));
    if (known_.size() > 1) diagnostic.notes.push_back(keys_here(word, known_, in_detail));
    diagnostic.help = tr("delete it, or put `x-` in front of a key of your own");
    if (const auto half = half_key(word, diagnostic)) return {*half};
    const auto near = nearest(word, known_);
    if (!near) return {};
    const Value* const before = standing(near->word);
    // In another file, or in an override, it says the more of the same.
    const bool is_beside = before != nullptr && before->span().file == key.span().file;
    if (is_beside && !meant_by(near->word, meant)) return {point_at(*before, word, diagnostic)};
    suggest(diagnostic, key, known_);
    return {near->word, diagnostic.fix.has_value()};
  }

  /// In brackets `rto:4h` is one long key.
  [[nodiscard]] std::optional<std::string_view> half_key(std::string_view word,
                                                         Diagnostic& diagnostic) const {
    const auto form = with_space(word);
    const auto key = std::ranges::find(known_, word.substr(0, word.find(':')));
    if (!form || key == known_.end()) return std::nullopt;
    diagnostic.help = tr("write a space behind the `:`: `{form}`", {{"form", *form}});
    return *key;
  }

  /// The nearest key is no way out where it stands already, but another one may be.
  std::string_view point_at(const Value& before, std::string_view word,
                            Diagnostic& diagnostic) const {
    std::vector<std::string_view> others{known_.begin(), known_.end()};
    std::erase_if(others, [&](std::string_view key) { return standing(key) != nullptr; });
    if (const auto other = nearest(word, others)) {
      diagnostic.help = tr("did you mean `{name}`?", {{"name", std::string{other->word}}});
      return other->word;
    }
    const std::string key{before.text()};
    diagnostic.also.push_back({before.span(), tr("`{key}` stands here", {{"key", key}})});
    diagnostic.help = tr("delete one of the two: `{key}` stands there already", {{"key", key}});
    return {};
  }

  PlanText& text_;
  std::span<const std::string_view> known_;
  Diagnostics& found_;
  std::vector<Value> standing_;  // keys, as meant
  std::map<DocumentLink, MeantKey>* judged_ = nullptr;
};

}  // namespace

MeantMap as_meant(PlanText& text, const Value& map, std::vector<Entry> entries,
                  std::span<const std::string_view> known, Diagnostics& found) {
  return Meaning{text, known, found}.read(map, std::move(entries));
}

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

}  // namespace bcp
