// How do the events of yaml-cpp become a document?
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include "source/diagnostic.hpp"
#include "source/document.hpp"
#include "source/flow_rewriting.hpp"
#include "source/map_keys.hpp"
#include "source/yaml_syntax.hpp"

namespace bcp {

/// Leaves the library's parser after a finding of ours; never leaves `read_yaml`.
struct Refused {};

/// Leaves it where the library should have complained, in its words.
struct Misplaced {
  std::size_t at = 0;
  std::string_view words;
};

/// Takes the events of one reading. It refuses, by the two above, what `read_yaml` says the library lets through.
class DocumentBuilder : public YAML::EventHandler {
public:
  /// The library reads the rewriting's text; all places are those of the author's.
  DocumentBuilder(std::string_view source, const FlowRewriting* rewriting, FileId file,
                  Diagnostics& found);

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close_collection(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override;

  /// For a document that was read to its end: whether its lines stand where YAML wants them; otherwise a finding. A bracket
  /// or a quote that is not closed lets lines look misplaced too, and is what has to be told then.
  [[nodiscard]] bool is_laid_out();

  /// What was read, in no more memory than it needs.
  [[nodiscard]] Document take();

  [[nodiscard]] std::size_t offset(const YAML::Mark& mark) const;

  /// Where the outermost list or map in brackets begins that is still open.
  [[nodiscard]] std::optional<std::size_t> open_flow() const;

  /// The library's words on a fault, with what is known of the text before it.
  [[nodiscard]] SyntaxProblem problem(std::size_t at, std::string_view words) const;

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
    std::size_t inner_before = 0;  ///< `inner_column_` around it
    std::uint32_t last_child = 0;  ///< the node last added to it; itself while it has none
    std::size_t deepest = 0;       ///< level of the deepest collection in it, aliases followed
  };

  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(document_.nodes.size());
  }

  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const;

  [[noreturn]] void refuse(Code code, Span at, Text message, Text help);

  /// For what follows the first document. The library takes whatever it stumbles over for a
  /// document of its own, a stray comma again and again.
  [[noreturn]] void refuse_document(std::size_t at);

  DocumentNode& add_node(Shape shape, std::size_t begin, std::size_t end, YAML::anchor_t anchor);

  void close_node(YAML::anchor_t anchor, std::size_t depth = 0);

  /// The text of a scalar: where it stands in the file, or else a copy.
  void keep_text(DocumentNode& node, std::string_view text);

  /// Marks the node added last as tagged, unless the tag is one of the core schema. Its properties begin at `begin`.
  void keep_tag(const std::string& tag, std::size_t begin);

  /// Whether what begins at `at` can be the next node of the innermost open collection, by its column.
  [[nodiscard]] bool is_inside(std::size_t at) const;

  /// The library takes a value that begins no further right than its key.
  void check_column(std::size_t at) const;

  /// The same for each of the properties that stand in [begin, at).
  void check_properties(std::size_t begin, std::size_t at) const;

  /// Where the text ends that has been read so far.
  [[nodiscard]] std::size_t read_to() const;

  /// What stands in brackets between the value before and the next one, which begins at `at`.
  void check_gap(std::size_t at);

  void check_stretch(std::size_t begin, std::size_t end);

  /// The spaces that a line needs which continues a value of the innermost block list or map.
  void check_lines(std::size_t begin, std::size_t end);

  /// What the library does not look at inside of a scalar.
  void check_written(std::size_t at, std::size_t end, std::string_view value);

  /// The library takes a comma that follows none for the end of a value that is not there.
  void check_comma(std::size_t at);

  /// `~` or `null` as written at `at`. Empty where nothing is written: the place is then that of what follows, which
  /// may be a key `null` further left.
  [[nodiscard]] std::string_view null_word(std::size_t at) const;

  /// The library takes the last text of a map for a key, though no `:` follows.
  void check_colon(std::size_t at);

  /// Of a value its key, of an item its dash, else what comes instead.
  [[nodiscard]] Span place_of_nothing(std::size_t at) const;

  /// The indentation of a block collection's parts must be spaces; within brackets it has no meaning.
  void check_tabs(std::size_t begin, std::size_t content);

  void check_tabs_before(std::size_t at);

  void check_depth(std::size_t depth, std::size_t at);

  void check_expansion(std::uint64_t more, Span at);

  void open_collection(Shape shape, const YAML::Mark& mark, const std::string& tag,
                       YAML::anchor_t anchor, YAML::EmitterStyle::value style);

  void close_collection();

  /// Where the innermost open `[` or `{` stands.
  [[nodiscard]] std::optional<Span> open_bracket() const;

  std::string_view source_;
  const FlowRewriting* rewriting_;
  bool has_tabs_;
  Document document_;
  Diagnostics& found_;
  MapKeys keys_;
  std::vector<Open> open_;
  std::unordered_map<YAML::anchor_t, Anchor> anchors_;
  std::optional<Span> last_quoted_;
  std::optional<std::size_t> far_left_;  ///< the first line that stands too far left
  std::size_t inner_column_ = 0;         ///< least column of lines that continue a value here
  std::uint64_t expanded_ = 0;           ///< nodes so far, aliases followed
  std::uint64_t by_aliases_ = 0;         ///< how many of them aliases brought
  int documents_ = 0;
};

}  // namespace bcp
