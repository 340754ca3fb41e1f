// Which texts make up a plan, merged into one map?
#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "source/diagnostic.hpp"
#include "source/document.hpp"
#include "source/file_access.hpp"
#include "source/source_files.hpp"
#include "source/value.hpp"

namespace bcp {

/// The known key that an unknown one may stand for.
struct MeantKey {
  std::string_view near;    ///< empty: none
  bool is_certain = false;  ///< it is read as that key
};

/// The sources of a plan and the map that they make together: sections of all files merged, overrides applied.
/// Owns every byte that a `Value` of the plan refers to.
class PlanText {
public:
  SourceFiles files;
  Value root;  ///< not written: the plan is empty, or its root file could not be read as YAML
  bool is_whole =
      true;  ///< false: some file could not be read, so ids may be missing without fault
  std::deque<std::string>
      padded;  ///< texts of overrides that are read as YAML, blanks in place of their paths
  std::vector<Entry> includes;  ///< `include` of each file that has it; its files are read by then
  std::vector<std::string>
      folders;  ///< by `FileId`: where the file's relative paths begin; empty for overrides
  /// By the keys that are known, what each unknown one beside them means: aliases and merge keys repeat one as often as
  /// they like, and it is judged once.
  std::map<std::vector<std::string_view>, std::map<DocumentLink, MeantKey>> unknown_keys;

  /// The values of a file as they stand in it; none for an override, and where it could not be read as YAML.
  [[nodiscard]] const Document* document_of(FileId file) const;

  Document& add(Document document) { return documents_.emplace_back(std::move(document)); }

  /// A text that stands at `place`, where something else is written.
  Value make_scalar(Span place, std::string text);

  /// A map of these entries that stands at `place`.
  Value make_mapping(Span place, const std::vector<Entry>& entries);

private:
  std::deque<Document> documents_;  // addresses stay
};

}  // namespace bcp
