#include "source/yaml_reader.hpp"

#include <algorithm>
#include <istream>
#include <streambuf>
#include <utility>

#include <yaml-cpp/yaml.h>

#include "source/document_builder.hpp"

namespace bcp {

namespace {

/// Lets the library read from the text in place.
class TextBuffer : public std::streambuf {
public:
  explicit TextBuffer(std::string_view text) {
    // Streams read through a pointer that may write; this one only reads.
    char* begin = const_cast<char*>(text.data());
    setg(begin, begin, begin + text.size());
  }
};

/// Bytes that are read in all, at most, to rewrite what the library misreads; but any file is read twice.
constexpr std::size_t most_read_again = 2'000'000;

void read_events(std::string_view text, DocumentBuilder& builder) {
  TextBuffer buffer{text};
  std::istream stream{&buffer};
  YAML::Parser parser{stream};
  // A second call only shows whether a second document follows. More would not end on a stray comma.
  if (parser.HandleNextDocument(builder)) {
    static_cast<void>(parser.HandleNextDocument(builder));
  }
}

}  // namespace

std::optional<Document> read_yaml(std::string_view source, FileId file, Diagnostics& found) {
  std::optional<FlowRewriting> rewriting;
  for (std::size_t read = source.size();; read += source.size()) {
    Diagnostics found_here;
    DocumentBuilder builder{source, rewriting ? &*rewriting : nullptr, file, found_here};
    std::optional<Document> document;
    try {
      read_events(rewriting ? rewriting->text() : source, builder);
      if (builder.is_laid_out()) document = builder.take();
    } catch (const Refused&) {
    } catch (const Misplaced& misplaced) {
      report_syntax(builder.problem(misplaced.at, misplaced.words), found_here);
    } catch (const YAML::Exception& problem) {
      const std::size_t at = builder.offset(problem.mark);
      if (read < std::max(most_read_again, 2 * source.size())) {
        if (!rewriting) rewriting.emplace(source);
        const auto brackets = builder.open_flow();
        if (brackets ? rewriting->rewrite_brackets(*brackets) : rewriting->rewrite_question(at))
          continue;
      }
      report_syntax(builder.problem(at, problem.msg), found_here);
    }
    found.append(std::move(found_here));
    return document;
  }
}

}  // namespace bcp
