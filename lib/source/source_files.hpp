// Which files does a plan consist of?
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "source/span.hpp"

namespace bcp {

/// One text that was read: a file of the plan, standard input, or the value of a `--set`.
struct SourceFile {
  /// Whether the text is that of a file of its name, or one that was handed over: standard input, a `--set`.
  enum class Origin { handed_over, file };

  std::string name;  ///< as shown to people: the path as given, `<stdin>`, `--set`
  std::string text;  ///< UTF-8, without byte order mark
  Origin origin = Origin::handed_over;

  [[nodiscard]] bool is_file() const { return origin == Origin::file; }
};

/// The texts of one loading. Addresses of files stay valid while more are added.
class SourceFiles {
public:
  FileId add(SourceFile file);
  [[nodiscard]] const SourceFile& operator[](FileId id) const { return files_[id.value]; }
  [[nodiscard]] SourceFile& last() { return files_.back(); }
  [[nodiscard]] std::size_t size() const { return files_.size(); }

private:
  std::deque<SourceFile> files_;
};

/// 1-based line, and 1-based column in code points.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  bool operator==(const Position&) const = default;
};

}  // namespace bcp
