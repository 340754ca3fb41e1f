#include "source/flow_rewriting.hpp"

#include <algorithm>
#include <utility>

#include "source/scalar_extent.hpp"

namespace bcp {

namespace {

constexpr std::size_t npos = std::string_view::npos;

/// One text over several lines as YAML folds it, written for double quotes: the blanks around a line end become a space,
/// n empty lines n escaped line ends. With `has_escapes` a backslash stands for itself and for what follows it.
std::string folded(std::string_view written, bool has_escapes) {
  std::string text;
  for (std::size_t at = 0; at < written.size();) {
    const std::size_t blanks = std::min(written.find_first_not_of(" \t\r\n", at), written.size());
    const auto lines = std::count(written.begin() + static_cast<std::ptrdiff_t>(at),
                                  written.begin() + static_cast<std::ptrdiff_t>(blanks), '\n');
    if (lines > 0) {
      if (lines == 1) text += ' ';
      for (std::ptrdiff_t i = 1; i < lines; ++i) text += "\\n";
      at = blanks;
    } else if (has_escapes && written[at] == '\\' && at + 1 < written.size()) {
      const std::size_t next = written.substr(at + 1).starts_with("\r\n") ? at + 2 : at + 1;
      if (written[next] == '\n') {
        at = std::min(written.find_first_not_of(" \t", next + 1), written.size());
      } else {
        text += written.substr(at, 2);
        at += 2;
      }
    } else {
      if (!has_escapes && (written[at] == '\\' || written[at] == '"')) text += '\\';
      text += written[at++];
    }
  }
  return text;
}

/// What stands between single quotes, each pair of which is one.
std::string with_single_apostrophes(std::string_view inside) {
  std::string text;
  for (std::size_t at = 0; at < inside.size(); ++at) {
    text += inside[at];
    if (inside.substr(at).starts_with("''")) ++at;
  }
  return text;
}

/// Reads a list or map in brackets token by token, and notes what has to be written otherwise.
class FlowScan {
public:
  using Change = FlowRewriting::Change;

  explicit FlowScan(std::string_view source) : source_(source) {}

  /// Of the list or map that begins at `begin`.
  std::vector<Change> changes_of_brackets(std::size_t begin) {
    at_ = begin;
    step();
    return changes_to_end();
  }

  /// Of the rest of a list or map that begins before `at`, from the item of `at` on.
  std::vector<Change> changes_from_item(std::size_t at) {
    const std::size_t before = source_.substr(0, at).find_last_of(",[]{}\n");
    at_ = before == npos ? 0 : before + 1;
    levels_.emplace_back();
    return changes_to_end();
  }

private:
  struct Level {
    bool is_map = false;
    bool is_key = true;        ///< what comes next is a key
    bool is_explicit = false;  ///< a `?` said so, and such keys may go on over lines
    bool is_quoted = false;    ///< the key ends in a quote or a bracket: `:` may follow at once
    std::optional<std::size_t> key_end;  ///< of the key read last
  };

  [[nodiscard]] bool is_end_of_word(std::size_t at) const {
    return at >= source_.size() || is_blank(source_[at]) ||
           std::string_view{",[]{}"}.find(source_[at]) != npos;
  }

  std::vector<Change> changes_to_end() {
    while (at_ < source_.size() && !levels_.empty()) step();
    return std::move(changes_);
  }

  void step() {
    const char byte = source_[at_];
    if (is_blank(byte)) {
      ++at_;
    } else if (byte == '#' && at_ > 0 && is_blank(source_[at_ - 1])) {
      at_ = std::min(source_.find('\n', at_), source_.size());
    } else if (byte == '[' || byte == '{') {
      levels_.push_back({.is_map = byte == '{'});
      ++at_;
    } else if (byte == ']' || byte == '}') {
      levels_.pop_back();
      ++at_;
      if (!levels_.empty()) end_key(true);
    } else if (byte == ',') {
      levels_.back() = {.is_map = levels_.back().is_map};
      ++at_;
    } else {
      read_word(byte);
    }
  }

  void read_word(char byte) {
    Level& level = levels_.back();
    if (byte == ':' && (is_end_of_word(at_ + 1) || (level.is_quoted && level.key_end == at_) ||
                        (level.is_quoted && level.is_map))) {
      read_colon();
    } else if (byte == '?' && is_end_of_word(at_ + 1)) {
      level.is_explicit = true;
      ++at_;
    } else if (byte == '&' || byte == '!' || byte == '*') {
      at_ = std::max(property_end(source_, at_), at_ + 1);
      if (byte == '*') end_key(false);
    } else if (byte == '"' || byte == '\'') {
      read_quoted(byte);
    } else {
      read_plain();
    }
  }

  /// Blanks, line ends and comments between a key and its `:` go.
  void read_colon() {
    Level& level = levels_.back();
    if (may_join() && level.key_end &&
        source_.substr(*level.key_end, at_ - *level.key_end).find('\n') != npos) {
      changes_.push_back({*level.key_end, at_, is_end_of_word(at_ + 1) ? " " : ""});
    }
    level.is_key = false;
    ++at_;
  }

  [[nodiscard]] bool may_join() const {
    const Level& level = levels_.back();
    return level.is_map && level.is_key && !level.is_explicit;
  }

  void end_key(bool is_quoted) {
    levels_.back().key_end = at_;
    levels_.back().is_quoted = is_quoted;
  }

  void read_quoted(char quote) {
    const std::size_t begin = at_;
    at_ = scalar_end(source_, begin, {}).value_or(source_.size());
    const std::string_view written = source_.substr(begin, at_ - begin);
    if (may_join() && written.size() >= 2 && written.find('\n') != npos) {
      const std::string_view inside = written.substr(1, written.size() - 2);
      changes_.push_back({begin, at_,
                          '"' +
                              (quote == '"' ? folded(inside, true)
                                            : folded(with_single_apostrophes(inside), false)) +
                              '"'});
    }
    end_key(true);
  }

  void read_plain() {
    const std::size_t begin = at_;
    std::size_t end = at_ + 1;
    for (at_ = end; at_ < source_.size(); ++at_) {
      const char byte = source_[at_];
      const bool is_comment = byte == '#' && is_blank(source_[at_ - 1]);
      const bool is_colon = byte == ':' && is_end_of_word(at_ + 1);
      if (is_comment || is_colon || (!is_blank(byte) && is_end_of_word(at_))) break;
      if (!is_blank(byte)) end = at_ + 1;
    }
    at_ = end;
    const std::string_view written = source_.substr(begin, end - begin);
    const bool is_over_lines = may_join() && written.find('\n') != npos;
    if (is_over_lines || written.find('?') != npos) {
      changes_.push_back({begin, end, '"' + folded(written, false) + '"'});
    }
    end_key(false);
  }

  std::string_view source_;
  std::size_t at_ = 0;
  std::vector<Level> levels_;
  std::vector<Change> changes_;
};

}  // namespace

bool FlowRewriting::rewrite_brackets(std::size_t begin) {
  return (source_[begin] == '[' || source_[begin] == '{') &&
         apply(FlowScan{source_}.changes_of_brackets(begin));
}

bool FlowRewriting::rewrite_question(std::size_t at) {
  return source_.substr(at).starts_with('?') && apply(FlowScan{source_}.changes_from_item(at));
}

bool FlowRewriting::forget_from(std::size_t begin, std::size_t more) {
  const auto behind = std::ranges::upper_bound(pieces_, begin, {}, &Piece::from);
  auto kept = behind - pieces_.begin();
  if (kept % 2 != 0 && pieces_[static_cast<std::size_t>(--kept)].from != begin) return false;
  const std::size_t forgotten = (pieces_.size() - static_cast<std::size_t>(kept)) / 2;
  if (forgotten > 0 && more <= forgotten) return false;
  pieces_.resize(static_cast<std::size_t>(kept));
  return true;
}

bool FlowRewriting::apply(const std::vector<Change>& changes) {
  if (changes.empty() || !forget_from(changes.front().begin, changes.size())) return false;
  const Piece last = pieces_.empty() ? Piece{} : pieces_.back();
  text_.resize(last.at);
  std::size_t from = last.from;
  for (const Change& change : changes) {
    text_ += source_.substr(from, change.begin - from);
    pieces_.push_back({text_.size(), change.begin});
    text_ += change.by;
    pieces_.push_back({text_.size(), change.end});
    from = change.end;
  }
  text_ += source_.substr(from);
  return true;
}

std::size_t FlowRewriting::original(std::size_t at) const {
  const auto next = std::ranges::upper_bound(pieces_, at, {}, &Piece::at);
  if (next == pieces_.begin()) return at;
  const Piece& piece = *std::prev(next);
  const std::size_t from = piece.from + (at - piece.at);
  // Inside what was rewritten a place may lie behind its end.
  return std::min(from, next == pieces_.end() ? source_.size() : next->from);
}

}  // namespace bcp
