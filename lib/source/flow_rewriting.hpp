// How are brackets written that yaml-cpp misreads, so that it understands them?
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bcp {

/// A text for the library to read in place of the author's, which knows for each of its bytes where it comes from.
///
/// YAML 1.2 lets a key in braces go on over lines (`{"a"⏎: b}`), and a `?` stand inside a text in brackets (`[who?]`);
/// yaml-cpp 0.7 takes neither. The rewriting joins such keys to one line, and puts such texts in quotes.
class FlowRewriting {
public:
  explicit FlowRewriting(std::string_view source) : source_(source), text_(source) {}

  /// [begin, end) of the author's text, and what is to stand there.
  struct Change {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string by;
  };

  /// Rewrites the outermost list or map in brackets, which begins at `begin` of the author's text. False if nothing in it
  /// had to change, or no more than was rewritten from there on before. O(length of the text).
  bool rewrite_brackets(std::size_t begin);

  /// Rewrites what stands in brackets from the item on whose `?` at `at` the library stumbled. False as above.
  bool rewrite_question(std::size_t at);

  [[nodiscard]] std::string_view text() const { return text_; }

  /// The place in the author's text of a byte of the rewritten one. O(log of the number of changes).
  [[nodiscard]] std::size_t original(std::size_t at) const;

private:
  /// From `at` of the new text on, bytes come from `from` on, one by one up to the next piece.
  struct Piece {
    std::size_t at = 0;
    std::size_t from = 0;
  };

  /// Makes room for `more` changes from `begin` on: what was rewritten there item by item, before the library told where
  /// the brackets around it begin, is done again with them. False if that would bring nothing new.
  bool forget_from(std::size_t begin, std::size_t more);

  bool apply(const std::vector<Change>& changes);

  std::string_view source_;
  std::string text_;
  std::vector<Piece> pieces_;
};

}  // namespace bcp
