#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "source/file_access.hpp"

namespace bcp {

namespace {

constexpr int most_links = 40;  // as Linux allows on one path

/// The parts of a path between its slashes, without empty ones and `.`.
std::vector<std::string> parts_of(std::string_view path) {
  std::vector<std::string> parts;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, slash);
    if (!part.empty() && part != ".") parts.emplace_back(part);
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return parts;
}

std::string parent_of(const std::string& path) { return path.substr(0, path.rfind('/')); }

/// A tree of files. Paths inside are absolute, without `.` and `..`; the root is the empty path.
class MemoryTree {
public:
  explicit MemoryTree(std::vector<MemoryFile> files) {
    for (MemoryFile& file : files) add(std::move(file));
  }

  /// Where a path leads, links followed; `nullopt`: nowhere.
  [[nodiscard]] std::optional<std::string> resolve(std::string_view path) const {
    if (path.empty()) return std::nullopt;
    std::string here;
    int links = 0;
    std::vector<std::string> ahead = parts_of(path);
    std::ranges::reverse(ahead);
    while (!ahead.empty()) {
      const std::string part = std::move(ahead.back());
      ahead.pop_back();
      if (!is_folder(here)) return std::nullopt;
      if (part == "..") {
        here = parent_of(here);
        continue;
      }
      std::string next = here;
      next.append(1, '/').append(part);
      const MemoryFile* file = find(next);
      if (file != nullptr && !file->link_target.empty()) {
        if (++links > most_links) return std::nullopt;
        if (file->link_target.starts_with('/')) here.clear();
        std::vector<std::string> target = parts_of(file->link_target);
        ahead.insert(ahead.end(), target.rbegin(), target.rend());
      } else if (file != nullptr || is_folder(next)) {
        here = next;
      } else {
        return std::nullopt;
      }
    }
    return here;
  }

  /// The file at a resolved path; none: a folder.
  [[nodiscard]] const MemoryFile* find(const std::string& path) const {
    const auto found = files_.find(path);
    return found == files_.end() ? nullptr : &found->second;
  }

  /// The names in a resolved folder.
  [[nodiscard]] std::vector<std::string> names_in(const std::string& path) const {
    const auto found = folders_.find(path);
    if (found == folders_.end()) return {};
    return {found->second.begin(), found->second.end()};
  }

private:
  [[nodiscard]] bool is_folder(const std::string& path) const { return folders_.contains(path); }

  void add(MemoryFile file) {
    std::string path;
    for (const std::string& part : parts_of(file.path)) {
      if (part == "..") {
        path = parent_of(path);
      } else {
        folders_[path].insert(part);
        path += '/' + part;
      }
    }
    if (file.kind == FileAccess::Kind::folder) {
      folders_[path];
    } else {
      files_.insert_or_assign(path, std::move(file));
    }
  }

  std::map<std::string, MemoryFile> files_;
  std::map<std::string, std::set<std::string>> folders_{{"", {}}};
};

FileAccess::Kind kind_at(const MemoryTree& tree, const std::string& path) {
  const std::optional<std::string> place = tree.resolve(path);
  if (!place) return FileAccess::Kind::nothing;
  const MemoryFile* file = tree.find(*place);
  return file == nullptr ? FileAccess::Kind::folder : file->kind;
}

tl::expected<std::string, FileProblem> text_at(const MemoryTree& tree, const std::string& path) {
  const FileAccess::Kind kind = kind_at(tree, path);
  if (kind == FileAccess::Kind::nothing) return tl::unexpected(FileProblem::missing);
  if (kind != FileAccess::Kind::regular) return tl::unexpected(FileProblem::not_regular);
  const MemoryFile& file = *tree.find(*tree.resolve(path));
  if (file.text.size() > largest_file) return tl::unexpected(FileProblem::too_large);
  return file.text;
}

}  // namespace

FileAccess memory_files(std::vector<MemoryFile> files) {
  const auto tree = std::make_shared<const MemoryTree>(std::move(files));
  return {.read = [tree](const std::string& path) { return text_at(*tree, path); },
          .real_path = [tree](const std::string& path) -> std::optional<std::string> {
            const std::optional<std::string> place = tree->resolve(path);
            return place && place->empty() ? "/" : place;
          },
          .list =
              [tree](const std::string& folder) {
                const std::optional<std::string> place = tree->resolve(folder);
                return place ? tree->names_in(*place) : std::vector<std::string>{};
              },
          .kind = [tree](const std::string& path) { return kind_at(*tree, path); }};
}

}  // namespace bcp
