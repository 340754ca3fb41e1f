// On which line and column is a finding?
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "source/source_files.hpp"

namespace bcp::cli {

/// Lines and columns of many places: a file is read once, then each place takes constant time.
class Places {
public:
  explicit Places(const SourceFiles& files) : files_(files), marks_(files.size()) {}

  /// Whether the file exists at all; a finding about no text has none.
  [[nodiscard]] bool is_known(FileId file) const { return file.value < files_.size(); }
  [[nodiscard]] std::string_view name(FileId file) const { return files_[file].name; }

  [[nodiscard]] Position position(FileId file, std::uint32_t offset);

  /// The line on which a place stands, without its end, and where in the file it begins.
  struct Line {
    std::string_view text;
    std::uint32_t begin = 0;
  };
  [[nodiscard]] Line line(FileId file, std::uint32_t offset);

private:
  /// A place every so many bytes.
  struct Mark {
    Position position;
    std::uint32_t line_begin = 0;
  };
  [[nodiscard]] Mark mark(FileId file, std::uint32_t offset);

  const SourceFiles& files_;
  std::vector<std::vector<Mark>> marks_;  // by file; empty: not asked for yet
};

}  // namespace bcp::cli
