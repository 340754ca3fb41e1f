#include "render/spoken.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <sstream>
#include <vector>

#include <utf8proc.h>

namespace bcp::cli {

namespace {

constexpr std::array<std::string_view, 12> english_prepositions = {
    "of", "for", "with", "in", "to", "on", "at", "by", "without", "from", "under", "per"};
constexpr std::array<std::string_view, 22> french_prepositions = {
    "de",   "du",   "des",  "à",    "au",   "aux",  "en", "pour", "par", "sur", "sous",
    "vers", "avec", "sans", "dans", "chez", "hors", "et", "ou",   "le",  "la",  "les"};

struct CodePoint {
  utf8proc_int32_t value = -1;
  std::size_t length = 0;
};

CodePoint code_point(std::string_view text) {
  CodePoint point;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const utf8proc_ssize_t read =
      utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &point.value);
  point.length = read > 0 ? static_cast<std::size_t>(read) : 0;
  return point;
}

bool is_small_letter(CodePoint point) {
  return point.length > 0 && utf8proc_category(point.value) == UTF8PROC_CATEGORY_LL;
}

bool is_capital(CodePoint point) {
  return point.length > 0 && utf8proc_category(point.value) == UTF8PROC_CATEGORY_LU;
}

/// `Remote` becomes `remote`; `VPN`, `iPad` and `5G` stay.
std::string with_small_beginning(std::string_view word) {
  const CodePoint first = code_point(word);
  if (!is_capital(first) || !is_small_letter(code_point(word.substr(first.length))))
    return std::string{word};
  std::array<utf8proc_uint8_t, 4> bytes{};
  const utf8proc_ssize_t length = utf8proc_encode_char(utf8proc_tolower(first.value), bytes.data());
  return std::string{bytes.begin(), bytes.begin() + length} +
         std::string{word.substr(first.length)};
}

bool ends_phrase(std::string_view word, std::string_view language) {
  if (language != "fr")
    return std::ranges::find(english_prepositions, word) != english_prepositions.end();
  const bool is_elided = word.starts_with("d'") || word.starts_with("d’") ||
                         word.starts_with("l'") || word.starts_with("l’");
  return is_elided || std::ranges::find(french_prepositions, word) != french_prepositions.end();
}

/// Only a word whose last letter is a small one of ASCII, or an accented one, takes an ending.
bool is_inflected(std::string_view word) {
  if (word.empty()) return false;
  const auto last = static_cast<unsigned char>(word.back());
  return std::islower(last) != 0 || last >= 0x80;
}

std::string french_plural(const std::string& word) {
  if (word.ends_with('s') || word.ends_with('x') || word.ends_with('z')) return word;
  if (word.ends_with("eau") || word.ends_with("eu")) return word + 'x';
  if (word.ends_with("al")) return word.substr(0, word.size() - 1) + "ux";
  return word + 's';
}

std::string english_plural(const std::string& word) {
  if (word.ends_with('s')) return word;
  if (word.ends_with('x') || word.ends_with('z') || word.ends_with("ch") || word.ends_with("sh"))
    return word + "es";
  const bool is_after_vowel =
      word.size() > 1 &&
      std::string_view{"aeiou"}.find(word[word.size() - 2]) != std::string_view::npos;
  if (word.ends_with('y') && !is_after_vowel) return word.substr(0, word.size() - 1) + "ies";
  return word + 's';
}

}  // namespace

std::string spoken(std::string_view name, bool is_plural, std::string_view language) {
  std::vector<std::string> words;
  std::istringstream text{std::string{name}};
  for (std::string word; text >> word;) words.push_back(word);
  if (words.empty()) return {};
  words.front() = with_small_beginning(words.front());

  const auto end = std::ranges::find_if(
      words, [&](const std::string& word) { return ends_phrase(word, language); });
  for (auto word = words.begin(); is_plural && word != end; ++word) {
    if (!is_inflected(*word)) continue;
    if (language == "fr") {
      *word = french_plural(*word);
    } else if (std::next(word) == end) {
      *word = english_plural(*word);
    }
  }
  std::string said;
  for (const std::string& word : words) said += (said.empty() ? "" : " ") + word;
  return said;
}

}  // namespace bcp::cli
