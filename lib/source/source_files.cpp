#include "source/source_files.hpp"

#include <utility>

namespace bcp {

FileId SourceFiles::add(SourceFile file) {
  files_.push_back(std::move(file));
  return FileId{static_cast<std::uint32_t>(files_.size() - 1)};
}

}  // namespace bcp
