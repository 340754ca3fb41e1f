// How does the name of a thing read behind a number, in the middle of a sentence?
#pragma once

#include <string>
#include <string_view>

namespace bcp::cli {

/// `Remote licence` as `remote licence` or `remote licences`, `Licence d'accès distant` as `licences d'accès distant`.
///
/// A capital that begins an ordinary word becomes small, and the nouns and adjectives before the first preposition (in
/// English the last of them) take the plural. Simple rules of English (`en`) or French; a word that ends as plurals do,
/// an abbreviation and a number stay as they are.
[[nodiscard]] std::string spoken(std::string_view name, bool is_plural, std::string_view language);

}  // namespace bcp::cli
