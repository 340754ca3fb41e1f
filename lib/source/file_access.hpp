// How does the library reach files, without knowing a disk?
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

namespace bcp {

enum class FileProblem {
  missing,
  not_regular,  ///< a folder, a pipe, a device
  unreadable,
  too_large,  ///< above `largest_file`
};

/// Files above this size are refused: no plan written by people comes near it.
inline constexpr std::size_t largest_file = std::size_t{32} << 20U;

/// The seam through which every file is read. Paths are UTF-8, separated by `/`.
/// Functions may be called from several threads at once.
struct FileAccess {
  /// The text of a regular file, symbolic links followed.
  std::function<tl::expected<std::string, FileProblem>(const std::string& path)> read;
  /// The absolute path with all symbolic links followed, of a file or a folder; `nullopt` if there is none.
  std::function<std::optional<std::string>(const std::string& path)> real_path;
  /// The names in a folder, sorted bytewise, without `.` and `..`; empty if it is none.
  std::function<std::vector<std::string>(const std::string& folder)> list;
  /// What is there, links followed.
  enum class Kind { nothing, regular, folder, other };
  std::function<Kind(const std::string& path)> kind;
};

/// The computer's own files. Never blocks on a pipe or a device.
[[nodiscard]] FileAccess disk_files();

/// One file held in memory, or something else that stands at its path.
struct MemoryFile {
  std::string path;  ///< a relative one begins at `/`
  std::string text{};
  /// Not empty: a symbolic link stands there and leads so, from its folder on or from `/`.
  std::string link_target{};
  /// `folder`: an empty one; `other`: a pipe or a device.
  FileAccess::Kind kind = FileAccess::Kind::regular;
};

/// Files held in memory, for tests and for programs that have no disk: `memory_files({{"bcp.yaml", "bcp: 1"}})`.
/// Folders are what the paths imply; the working folder is `/`. Of two at one path the last one counts.
[[nodiscard]] FileAccess memory_files(std::vector<MemoryFile> files);

}  // namespace bcp
