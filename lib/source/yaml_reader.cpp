#include "source/yaml_reader.hpp"

#include <algorithm>
#include <functional>
#include <istream>
#include <limits>
#include <streambuf>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include "source/map_keys.hpp"
#include "source/scalar_extent.hpp"
#include "source/yaml_syntax.hpp"

namespace bcp {

namespace {

constexpr std::size_t deepest_nesting = 64;
constexpr std::uint64_t most_expanded_nodes = 1'000'000;

/// Leaves the library's parser after a finding of ours; never leaves this file.
struct Refused {};

/// Lets the library read from the text in place.
class TextBuffer : public std::streambuf {
public:
  explicit TextBuffer(std::string_view text) {
    // Streams read through a pointer that may write; this one only reads.
    char* begin = const_cast<char*>(text.data());
    setg(begin, begin, begin + text.size());
  }
};

bool is_core_tag(const std::string& tag) {
  return tag.empty() || tag == "?" || tag == "!" || tag.starts_with("tag:yaml.org,2002:");
}

/// How many properties a collection of these begins with; those of its first key look alike. Scalars begin with neither.
int properties(const std::string& tag, YAML::anchor_t anchor) {
  return (anchor == 0 ? 0 : 1) + (tag == "?" ? 0 : 1);
}

class DocumentBuilder : public YAML::EventHandler {
public:
  DocumentBuilder(std::string_view source, FileId file, Diagnostics& found)
      : source_(source),
        has_tabs_(source.find('\t') != std::string_view::npos),
        found_(found) {
    document_.file = file;
    document_.source = source;
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (documents_++ > 0) refuse_document(offset(mark));
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const std::size_t at = skip_properties(source_, offset(mark), anchor == 0 ? 0 : 1);
    const std::string_view word = null_word(mark, at);
    if (word.empty()) {
      check_colon(offset(mark));
      const Span place = place_of_nothing(offset(mark));
      add_node(Shape::empty, place.begin, place.end, anchor);
    } else {
      check_tabs(offset(mark), at);
      keep_text(add_node(Shape::scalar, at, at + word.size(), anchor), at, word);
    }
    close_node(anchor);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const std::size_t at = offset(mark);
    const std::size_t end = std::min(source_.find_first_of(" \t\r\n,[]{}", at), source_.size());
    check_tabs(at, at);
    check_column(mark, at);
    const auto target = anchors_.find(anchor);
    if (target == anchors_.end() || !target->second.is_closed) {
      refuse(Code::alias_cycle, span(at, end), tr("this alias stands inside what it stands for"),
             tr("write the value out here"));
    }
    const Anchor& meant = target->second;
    check_expansion(meant.expanded, span(at, end));
    check_depth(open_.size() + meant.depth, at);
    if (!open_.empty()) {
      open_.back().deepest = std::max(open_.back().deepest, open_.size() + meant.depth);
    }
    add_node(Shape::alias, at, end, 0).content = meant.node;
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    // What a text begins with is no property; where none is written, those of the next key may follow.
    const int most = value.empty() ? (anchor == 0 ? 1 : 2) : std::numeric_limits<int>::max();
    std::size_t at = skip_properties(source_, offset(mark), most);
    const bool has_properties = at != offset(mark);
    const bool is_written =
        !value.empty() || (begins_quoted(source_, at) && (!has_properties || is_inside(at)));
    if (is_written) {
      check_column(mark, at);
    } else {
      at = offset(mark);  // a tag alone
    }
    check_tabs(offset(mark), at);
    const std::optional<std::size_t> end =
        is_written ? scalar_end(source_, at, value) : property_end(source_, at);
    if (!end) {
      report_open_quote(document_.file, at, found_);
      throw Refused{};
    }
    DocumentNode& node = add_node(Shape::scalar, at, *end, anchor);
    node.quoted = is_written && begins_quoted(source_, at);
    node.tagged = !is_core_tag(tag);
    keep_text(node, node.quoted ? at + 1 : at, value);
    if (node.quoted) last_quoted_ = span(at, *end);
    close_node(anchor);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    open_collection(Shape::sequence, mark, tag, anchor, style);
  }
  void OnSequenceEnd() override { close_collection(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    open_collection(Shape::mapping, mark, tag, anchor, style);
  }
  void OnMapEnd() override {
    keys_.check(document_, open_.back().node, found_);
    close_collection();
  }

  [[nodiscard]] Document take() { return std::move(document_); }

  /// The library's words on a fault, with what is known of the text before it.
  [[nodiscard]] SyntaxProblem problem(const YAML::Mark& mark, std::string_view words) const {
    return {.source = source_,
            .file = document_.file,
            .at = offset(mark),
            .read_to = document_.nodes.empty() ? 0 : document_.nodes.back().end,
            .words = words,
            .open_bracket = open_bracket(),
            .last_quoted = last_quoted_};
  }

private:
  struct Anchor {
    std::uint32_t node = 0;
    std::uint64_t expanded = 0;  ///< nodes that an alias stands for; while open, those before it
    std::size_t depth = 0;       ///< levels of collections that an alias brings
    bool is_closed = false;
  };

  /// A collection whose end has not come yet.
  struct Open {
    std::uint32_t node = 0;
    YAML::anchor_t anchor = 0;
    bool is_flow = false;
    bool is_value_next = false;    ///< a map with a key that waits for its value
    std::size_t column = 0;        ///< of a block collection, in bytes from 0
    std::uint32_t last_child = 0;  ///< the node last added to it; itself while it has none
    std::size_t deepest = 0;       ///< level of the deepest collection in it, aliases followed
  };

  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(document_.nodes.size());
  }

  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
    return {document_.file, static_cast<std::uint32_t>(std::min(begin, source_.size())),
            static_cast<std::uint32_t>(std::min(end, source_.size()))};
  }

  [[nodiscard]] std::size_t offset(const YAML::Mark& mark) const {
    return mark.pos < 0 ? 0 : std::min(static_cast<std::size_t>(mark.pos), source_.size());
  }

  [[noreturn]] void refuse(Code code, Span at, Text message, Text help) {
    found_.add(code, at, std::move(message)).help = std::move(help);
    throw Refused{};
  }

  /// For what follows the first document. The library takes whatever it stumbles over for a
  /// document of its own, a stray comma again and again.
  [[noreturn]] void refuse_document(std::size_t at) {
    const Span place = span(at, character_end(source_, at));
    const std::size_t first = document_.nodes.empty() ? 0 : document_.nodes.front().end;
    const bool is_marked =
        source_.substr(at).starts_with("---") ||
        source_.substr(first, at - first).find("\n...") != std::string_view::npos;
    if (is_marked) {
      refuse(Code::second_document, place, tr("a second YAML document begins here"),
             tr("a file holds one document: move this one to a file of its own and name it under "
                "`include`"));
    }
    if (source_.substr(at).starts_with(',')) {
      refuse(Code::yaml_syntax, place, tr("a `,` stands outside of brackets"), tr("delete it"));
    }
    refuse(Code::yaml_syntax, place, tr("this does not belong to the value before it"),
           tr("check the indentation: what belongs together begins in the same column"));
  }

  DocumentNode& add_node(Shape shape, std::size_t begin, std::size_t end, YAML::anchor_t anchor) {
    if (anchor != 0) anchors_[anchor] = {.node = size(), .expanded = expanded_};
    ++expanded_;
    if (!open_.empty()) {
      open_.back().last_child = size();
      open_.back().is_value_next = !open_.back().is_value_next;
    }
    DocumentNode& node = document_.nodes.emplace_back();
    node.shape = shape;
    node.begin = static_cast<std::uint32_t>(begin);
    node.end = static_cast<std::uint32_t>(end);
    node.next = size();
    return node;
  }

  void close_node(YAML::anchor_t anchor, std::size_t depth = 0) {
    if (anchor == 0) return;
    Anchor& closed = anchors_[anchor];
    closed.expanded = expanded_ - closed.expanded;
    closed.depth = depth;
    closed.is_closed = true;
  }

  /// The text of a scalar: where it stands in the file, or else a copy. `at` is behind an opening quote.
  void keep_text(DocumentNode& node, std::size_t at, std::string_view text) {
    node.length = static_cast<std::uint32_t>(text.size());
    node.in_source = source_.substr(at, text.size()) == text;
    node.content = static_cast<std::uint32_t>(node.in_source ? at : document_.decoded.size());
    if (!node.in_source) document_.decoded += text;
  }

  /// Whether what begins at `at` can be the next node of the innermost open collection, by its column.
  [[nodiscard]] bool is_inside(std::size_t at) const {
    if (open_.empty() || open_.back().is_flow) return true;
    const Open& open = open_.back();
    const bool is_key = document_.nodes[open.node].shape == Shape::mapping && !open.is_value_next;
    return at - line_begin(source_, at) >= open.column + (is_key ? 0 : 1);
  }

  /// The library takes a value that begins no further right than its key.
  void check_column(const YAML::Mark& mark, std::size_t at) const {
    if (is_inside(at)) return;
    const bool is_map = document_.nodes[open_.back().node].shape == Shape::mapping;
    throw YAML::ParserException(mark,
                                is_map ? YAML::ErrorMsg::END_OF_MAP : YAML::ErrorMsg::END_OF_SEQ);
  }

  /// `~` or `null` as written at `at`. Empty where nothing is written: the place is then that of what follows, which
  /// may be a key `null` further left.
  [[nodiscard]] std::string_view null_word(const YAML::Mark& mark, std::size_t at) const {
    const std::string_view word = null_word_at(source_, at);
    const std::size_t next = source_.find_first_not_of(" \t", at + word.size());
    const bool is_key = next != std::string_view::npos && source_[next] == ':';
    if (word.empty() || (is_key && !is_inside(at))) return {};
    check_column(mark, at);
    return word;
  }

  /// The library takes the last text of a map for a key, though no `:` follows.
  void check_colon(std::size_t at) {
    if (open_.empty() || open_.back().is_flow || !open_.back().is_value_next) return;
    const DocumentNode& key = document_.nodes[open_.back().last_child];
    const bool is_map = document_.nodes[open_.back().node].shape == Shape::mapping;
    if (!is_map || at > key.begin || source_[at] == '?') return;
    refuse(Code::yaml_syntax, span(key.begin, key.end), tr("no `:` follows this key"),
           tr("write `key: value`"));
  }

  /// Of a value its key, of an item its dash, else what comes instead.
  [[nodiscard]] Span place_of_nothing(std::size_t at) const {
    const Span instead = span(at, character_end(source_, at));
    if (open_.empty()) return span(at, at);
    const Open& open = open_.back();
    const DocumentNode& before = document_.nodes[open.last_child];
    if (document_.nodes[open.node].shape == Shape::mapping) {
      return open.is_value_next ? span(before.begin, before.end) : instead;
    }
    if (open.is_flow) return instead;
    const std::size_t dash =
        open.last_child == open.node ? before.begin : skip_space(source_, before.end);
    return dash < at && source_[dash] == '-' ? span(dash, dash + 1)
                                             : span(before.begin, before.end);
  }

  /// The indentation of a block collection's parts must be spaces; within brackets it has no meaning.
  void check_tabs(std::size_t begin, std::size_t content) {
    if (!has_tabs_ || (!open_.empty() && open_.back().is_flow)) return;
    for (const std::size_t at : {begin, content}) {
      if (!is_indented_by_tab(source_, at)) continue;
      report_tab_indentation(source_, document_.file, at, found_);
      throw Refused{};
    }
  }

  void check_depth(std::size_t depth, std::size_t at) {
    if (depth <= deepest_nesting) return;
    refuse(Code::nesting_too_deep, span(at, character_end(source_, at)),
           tr("values are nested more than {limit} deep here",
              {{"limit", number(static_cast<std::int64_t>(deepest_nesting))}}),
           tr("a plan needs no more than a dozen levels: look for a bracket or an indentation too "
              "many"));
  }

  void check_expansion(std::uint64_t more, Span at) {
    expanded_ += more - 1;  // the alias itself counts as every node does
    by_aliases_ += more;
    if (by_aliases_ <= most_expanded_nodes) return;
    refuse(Code::alias_expansion, at,
           tr("the aliases up to here expand to more than {limit} values",
              {{"limit", number(static_cast<std::int64_t>(most_expanded_nodes))}}),
           tr("write the values out, or share fewer of them"));
  }

  void open_collection(Shape shape, const YAML::Mark& mark, const std::string& tag,
                       YAML::anchor_t anchor, YAML::EmitterStyle::value style) {
    const std::size_t at = skip_properties(source_, offset(mark), properties(tag, anchor));
    const bool is_flow = style != YAML::EmitterStyle::Block;
    check_depth(open_.size() + 1, at);
    check_tabs(offset(mark), at);
    if (is_flow) check_column(mark, at);
    add_node(shape, at, at, anchor).tagged = !is_core_tag(tag);
    open_.push_back({.node = size() - 1,
                     .anchor = anchor,
                     .is_flow = is_flow,
                     .column = is_flow ? 0 : at - line_begin(source_, at),
                     .last_child = size() - 1,
                     .deepest = open_.size() + 1});
  }

  void close_collection() {
    const Open closed = open_.back();
    open_.pop_back();
    DocumentNode& node = document_.nodes[closed.node];
    node.next = size();
    const bool has_parts = closed.last_child != closed.node;
    node.end = has_parts ? document_.nodes[closed.last_child].end : node.begin + 1;
    if (closed.is_flow) {
      node.end = static_cast<std::uint32_t>(bracket_end(source_, node.begin, node.end));
    }
    close_node(closed.anchor, closed.deepest - open_.size());
    if (!open_.empty()) open_.back().deepest = std::max(open_.back().deepest, closed.deepest);
  }

  /// Where the innermost open `[` or `{` stands.
  [[nodiscard]] std::optional<Span> open_bracket() const {
    const auto innermost = std::find_if(open_.rbegin(), open_.rend(), std::mem_fn(&Open::is_flow));
    if (innermost == open_.rend()) return std::nullopt;
    const std::uint32_t begin = document_.nodes[innermost->node].begin;
    return span(begin, begin + 1);
  }

  std::string_view source_;
  bool has_tabs_;
  Document document_;
  Diagnostics& found_;
  MapKeys keys_;
  std::vector<Open> open_;
  std::unordered_map<YAML::anchor_t, Anchor> anchors_;
  std::optional<Span> last_quoted_;
  std::uint64_t expanded_ = 0;    ///< nodes so far, aliases followed
  std::uint64_t by_aliases_ = 0;  ///< how many of them aliases brought
  int documents_ = 0;
};

}  // namespace

std::optional<Document> read_yaml(std::string_view source, FileId file, Diagnostics& found) {
  DocumentBuilder builder{source, file, found};
  try {
    TextBuffer buffer{source};
    std::istream stream{&buffer};
    YAML::Parser parser{stream};
    // A second call only shows whether a second document follows. More would not end on a stray
    // comma.
    if (parser.HandleNextDocument(builder)) {
      static_cast<void>(parser.HandleNextDocument(builder));
    }
    return builder.take();
  } catch (const Refused&) {
  } catch (const YAML::Exception& problem) {
    report_syntax(builder.problem(problem.mark, problem.msg), found);
  }
  return std::nullopt;
}

}  // namespace bcp
