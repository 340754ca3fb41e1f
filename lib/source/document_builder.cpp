#include "source/document_builder.hpp"

#include <algorithm>
#include <functional>
#include <limits>

#include <yaml-cpp/exceptions.h>

#include "source/scalar_extent.hpp"
#include "source/yaml_layout.hpp"

namespace bcp {

namespace {

constexpr std::size_t deepest_nesting = 64;
constexpr std::uint64_t most_expanded_nodes = 1'000'000;

bool is_core_tag(const std::string& tag) {
  return tag.empty() || tag == "?" || tag == "!" || tag.starts_with("tag:yaml.org,2002:");
}

/// How many properties a collection of these begins with; those of its first key look alike. Scalars begin with neither.
int properties(const std::string& tag, YAML::anchor_t anchor) {
  return (anchor == 0 ? 0 : 1) + (tag == "?" ? 0 : 1);
}

}  // namespace

DocumentBuilder::DocumentBuilder(std::string_view source, const FlowRewriting* rewriting,
                                 FileId file, Diagnostics& found)
    : source_(source),
      rewriting_(rewriting),
      has_tabs_(source.find('\t') != std::string_view::npos),
      found_(found) {
  document_.file = file;
  document_.source = source;
}

void DocumentBuilder::OnDocumentStart(const YAML::Mark& mark) {
  if (documents_++ > 0) refuse_document(offset(mark));
}

void DocumentBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const std::size_t at = skip_properties(source_, offset(mark), anchor == 0 ? 0 : 1);
  const std::string_view word = null_word(at);
  check_gap(offset(mark));
  check_properties(offset(mark), at);
  if (word.empty()) {
    check_colon(offset(mark));
    if (anchor == 0) check_comma(offset(mark));
    const Span place = place_of_nothing(offset(mark));
    add_node(Shape::empty, place.begin, place.end, anchor);
  } else {
    check_tabs(offset(mark), at);
    keep_text(add_node(Shape::scalar, at, at + word.size(), anchor), word);
  }
  close_node(anchor);
}

void DocumentBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const std::size_t at = offset(mark);
  const std::size_t end = std::min(source_.find_first_of(" \t\r\n,[]{}", at), source_.size());
  check_tabs(at, at);
  check_gap(at);
  check_column(at);
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

void DocumentBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag,
                               YAML::anchor_t anchor, const std::string& value) {
  // What a text begins with is no property; where none is written, those of the next key may follow.
  const int most = value.empty() ? (anchor == 0 ? 1 : 2) : std::numeric_limits<int>::max();
  std::size_t at = skip_properties(source_, offset(mark), most);
  const bool has_properties = at != offset(mark);
  const bool is_written =
      !value.empty() || (begins_quoted(source_, at) && (!has_properties || is_inside(at)));
  check_properties(offset(mark), at);
  if (is_written) {
    check_column(at);
  } else {
    at = offset(mark);  // a tag alone
  }
  check_tabs(offset(mark), at);
  check_gap(offset(mark));
  const std::optional<std::size_t> end =
      is_written ? scalar_end(source_, at, value) : property_end(source_, at);
  if (!end) {
    report_open_quote(document_.file, at, found_);
    throw Refused{};
  }
  if (is_written) check_written(at, *end, value);
  DocumentNode& node = add_node(Shape::scalar, at, *end, anchor);
  node.quoted = is_written && begins_quoted(source_, at);
  keep_text(node, value);
  if (node.quoted) last_quoted_ = span(at, *end);
  keep_tag(tag, offset(mark));
  close_node(anchor);
}

void DocumentBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag,
                                      YAML::anchor_t anchor, YAML::EmitterStyle::value style) {
  open_collection(Shape::sequence, mark, tag, anchor, style);
}

void DocumentBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag,
                                 YAML::anchor_t anchor, YAML::EmitterStyle::value style) {
  open_collection(Shape::mapping, mark, tag, anchor, style);
}

void DocumentBuilder::OnMapEnd() {
  keys_.check(document_, open_.back().node, found_);
  close_collection();
}

Document DocumentBuilder::take() {
  document_.nodes.shrink_to_fit();
  document_.decoded.shrink_to_fit();
  return std::move(document_);
}

std::size_t DocumentBuilder::offset(const YAML::Mark& mark) const {
  const auto at = static_cast<std::size_t>(std::max(mark.pos, 0));
  return std::min(rewriting_ == nullptr ? at : rewriting_->original(at), source_.size());
}

std::optional<std::size_t> DocumentBuilder::open_flow() const {
  const auto outermost = std::ranges::find_if(open_, &Open::is_flow);
  if (outermost == open_.end()) return std::nullopt;
  return document_.nodes[outermost->node].begin;
}

SyntaxProblem DocumentBuilder::problem(std::size_t at, std::string_view words) const {
  return {.source = source_,
          .file = document_.file,
          .at = at,
          .read_to = document_.nodes.empty() ? 0 : document_.nodes.back().end,
          .words = words,
          .open_bracket = open_bracket(),
          .last_quoted = last_quoted_};
}

Span DocumentBuilder::span(std::size_t begin, std::size_t end) const {
  return {document_.file, static_cast<std::uint32_t>(std::min(begin, source_.size())),
          static_cast<std::uint32_t>(std::min(end, source_.size()))};
}

void DocumentBuilder::refuse(Code code, Span at, Text message, Text help) {
  found_.add(code, at, std::move(message)).help = std::move(help);
  throw Refused{};
}

void DocumentBuilder::refuse_document(std::size_t at) {
  const Span place = span(at, character_end(source_, at));
  const std::size_t first = document_.nodes.empty() ? 0 : document_.nodes.front().end;
  const bool is_marked = source_.substr(at).starts_with("---") ||
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

DocumentNode& DocumentBuilder::add_node(Shape shape, std::size_t begin, std::size_t end,
                                        YAML::anchor_t anchor) {
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

void DocumentBuilder::close_node(YAML::anchor_t anchor, std::size_t depth) {
  if (anchor == 0) return;
  Anchor& closed = anchors_[anchor];
  closed.expanded = expanded_ - closed.expanded;
  closed.depth = depth;
  closed.is_closed = true;
}

void DocumentBuilder::keep_text(DocumentNode& node, std::string_view text) {
  const std::size_t quote = node.quoted ? 1 : 0;
  const std::size_t length = node.end - node.begin;
  node.in_source =
      length == text.size() + 2 * quote && source_.substr(node.begin + quote, text.size()) == text;
  if (node.in_source) return;
  node.content = static_cast<std::uint32_t>(document_.decoded_ends.size());
  document_.decoded += text;
  document_.decoded_ends.push_back(static_cast<std::uint32_t>(document_.decoded.size()));
}

void DocumentBuilder::keep_tag(const std::string& tag, std::size_t begin) {
  if (is_core_tag(tag)) return;
  document_.nodes.back().tagged = true;
  while (source_.substr(begin).starts_with('&')) begin = skip_properties(source_, begin, 1);
  document_.tags.push_back({size() - 1, span(begin, property_end(source_, begin))});
}

bool DocumentBuilder::is_inside(std::size_t at) const {
  if (open_.empty() || open_.back().is_flow) return true;
  const Open& open = open_.back();
  const bool is_key = document_.nodes[open.node].shape == Shape::mapping && !open.is_value_next;
  return at - line_begin(source_, at) >= open.column + (is_key ? 0 : 1);
}

void DocumentBuilder::check_column(std::size_t at) const {
  if (is_inside(at)) return;
  const bool is_map = document_.nodes[open_.back().node].shape == Shape::mapping;
  throw Misplaced{at, is_map ? YAML::ErrorMsg::END_OF_MAP : YAML::ErrorMsg::END_OF_SEQ};
}

void DocumentBuilder::check_properties(std::size_t begin, std::size_t at) const {
  for (; begin < at; begin = skip_properties(source_, begin, 1)) {
    check_column(begin);
    if (source_[begin] != '&' && source_[begin] != '!') return;
  }
}

std::size_t DocumentBuilder::read_to() const {
  if (open_.empty()) return 0;
  const Open& open = open_.back();
  const DocumentNode& before = document_.nodes[open.last_child];
  return open.last_child == open.node ? std::min<std::size_t>(before.begin + 1, source_.size())
                                      : before.end;
}

void DocumentBuilder::check_gap(std::size_t at) {
  if (open_.empty() || !open_.back().is_flow) return;
  check_stretch(read_to(), at);
  check_lines(read_to(), std::min(at + 1, source_.size()));
}

void DocumentBuilder::check_stretch(std::size_t begin, std::size_t end) {
  if (const std::size_t at = glued_comment(source_, begin, end); at != std::string_view::npos) {
    report_glued_comment(document_.file, at, found_);
    throw Refused{};
  }
}

void DocumentBuilder::check_lines(std::size_t begin, std::size_t end) {
  const std::size_t at = too_far_left(source_, begin, end, inner_column_);
  if (at == std::string_view::npos) return;
  if (!far_left_) far_left_ = at;
}

bool DocumentBuilder::is_laid_out() {
  if (!far_left_) return true;
  if (is_indented_by_tab(source_, *far_left_)) {
    report_tab_indentation(source_, document_.file, *far_left_, found_);
  } else {
    report_far_left(source_, document_.file, *far_left_, found_);
  }
  return false;
}

void DocumentBuilder::check_written(std::size_t at, std::size_t end, std::string_view value) {
  const bool is_flow = !open_.empty() && open_.back().is_flow;
  const char first = source_[at];
  if (first == '|' || first == '>') {
    if (source_.substr(end).starts_with('#')) check_stretch(end, end + 1);
    if (source_.substr(at, end - at).find_first_of("123456789") != std::string_view::npos) return;
    if (const auto line = overlong_empty_line(source_, end, inner_column_)) {
      report_overlong_empty_line(source_, document_.file, *line, found_);
      throw Refused{};
    }
    return;
  }
  const bool is_quoted = first == '"' || first == '\'';
  if (is_flow && value == "-" && !is_quoted) throw Misplaced{at, "unknown token"};
  if (is_quoted || is_flow) check_lines(at, end);
  if (!is_quoted) return;
  if (source_.substr(end).starts_with('#')) check_stretch(end, end + 1);
  if (first != '"') return;
  if (const auto wrong = escaped_apostrophe(source_, at, end)) {
    throw Misplaced{*wrong, "unknown escape character"};
  }
}

void DocumentBuilder::check_comma(std::size_t at) {
  if (open_.empty() || !open_.back().is_flow || !source_.substr(at).starts_with(',')) return;
  const bool is_map = document_.nodes[open_.back().node].shape == Shape::mapping;
  if (is_map && open_.back().is_value_next) return;
  refuse(Code::yaml_syntax, span(at, at + 1), tr("no value stands in front of this `,`"),
         tr("delete the `,`, or write the value"));
}

std::string_view DocumentBuilder::null_word(std::size_t at) const {
  const std::string_view word = null_word_at(source_, at);
  const std::size_t next = source_.find_first_not_of(" \t", at + word.size());
  const bool is_key = next != std::string_view::npos && source_[next] == ':';
  if (word.empty() || (is_key && !is_inside(at))) return {};
  check_column(at);
  return word;
}

void DocumentBuilder::check_colon(std::size_t at) {
  if (open_.empty() || open_.back().is_flow || !open_.back().is_value_next) return;
  const DocumentNode& key = document_.nodes[open_.back().last_child];
  const bool is_map = document_.nodes[open_.back().node].shape == Shape::mapping;
  if (!is_map || at > key.begin || source_[at] == '?') return;
  report_half_key(source_, document_.file, key.begin, key.end, found_);
  throw Refused{};
}

Span DocumentBuilder::place_of_nothing(std::size_t at) const {
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
  return dash < at && source_[dash] == '-' ? span(dash, dash + 1) : span(before.begin, before.end);
}

void DocumentBuilder::check_tabs(std::size_t begin, std::size_t content) {
  if (!has_tabs_ || (!open_.empty() && open_.back().is_flow)) return;
  check_tabs_before(begin);
  check_tabs_before(content);
}

void DocumentBuilder::check_tabs_before(std::size_t at) {
  if (!has_tabs_ || !is_indented_by_tab(source_, at)) return;
  report_tab_indentation(source_, document_.file, at, found_);
  throw Refused{};
}

void DocumentBuilder::check_depth(std::size_t depth, std::size_t at) {
  if (depth <= deepest_nesting) return;
  refuse(Code::nesting_too_deep, span(at, character_end(source_, at)),
         tr("values are nested more than {limit} deep here",
            {{"limit", number(static_cast<std::int64_t>(deepest_nesting))}}),
         tr("a plan needs no more than a dozen levels: look for a bracket or an indentation too "
            "many"));
}

void DocumentBuilder::check_expansion(std::uint64_t more, Span at) {
  expanded_ += more - 1;  // the alias itself counts as every node does
  by_aliases_ += more;
  if (by_aliases_ <= most_expanded_nodes) return;
  refuse(Code::alias_expansion, at,
         tr("the aliases up to here expand to more than {limit} values",
            {{"limit", number(static_cast<std::int64_t>(most_expanded_nodes))}}),
         tr("write the values out, or share fewer of them"));
}

void DocumentBuilder::open_collection(Shape shape, const YAML::Mark& mark, const std::string& tag,
                                      YAML::anchor_t anchor, YAML::EmitterStyle::value style) {
  const std::size_t at = skip_properties(source_, offset(mark), properties(tag, anchor));
  const bool is_flow = style != YAML::EmitterStyle::Block;
  check_depth(open_.size() + 1, at);
  check_tabs(offset(mark), at);
  check_gap(offset(mark));
  check_properties(offset(mark), at);
  if (is_flow) check_column(at);
  add_node(shape, at, at, anchor);
  keep_tag(tag, offset(mark));
  open_.push_back({.node = size() - 1,
                   .anchor = anchor,
                   .is_flow = is_flow,
                   .column = is_flow ? 0 : at - line_begin(source_, at),
                   .inner_before = inner_column_,
                   .last_child = size() - 1,
                   .deepest = open_.size() + 1});
  if (!is_flow) inner_column_ = open_.back().column + 1;
}

void DocumentBuilder::close_collection() {
  const Open closed = open_.back();
  const std::size_t read = read_to();
  open_.pop_back();
  inner_column_ = closed.inner_before;
  DocumentNode& node = document_.nodes[closed.node];
  node.next = size();
  const bool has_parts = closed.last_child != closed.node;
  node.end = has_parts ? document_.nodes[closed.last_child].end : node.begin + 1;
  if (closed.is_flow) {
    node.end = static_cast<std::uint32_t>(bracket_end(source_, node.begin, node.end));
    if (node.end > read) {
      check_stretch(read, std::min<std::size_t>(node.end + 1, source_.size()));
      check_lines(read, node.end);
    }
  }
  close_node(closed.anchor, closed.deepest - open_.size());
  if (!open_.empty()) open_.back().deepest = std::max(open_.back().deepest, closed.deepest);
}

std::optional<Span> DocumentBuilder::open_bracket() const {
  const auto innermost = std::find_if(open_.rbegin(), open_.rend(), std::mem_fn(&Open::is_flow));
  if (innermost == open_.rend()) return std::nullopt;
  const std::uint32_t begin = document_.nodes[innermost->node].begin;
  return span(begin, begin + 1);
}

}  // namespace bcp
