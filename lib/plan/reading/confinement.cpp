#include "plan/reading/confinement.hpp"

#include <algorithm>
#include <filesystem>

namespace bcp {

namespace {

namespace fs = std::filesystem;

bool is_inside(const fs::path& path, const fs::path& folder) {
  const auto [rest, ignored] =
      std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return rest == folder.end();
}

std::optional<std::string> work_tree_around(const FileAccess& files, const fs::path& folder) {
  for (fs::path at = folder; !at.empty(); at = at.parent_path()) {
    if (files.kind((at / ".git").generic_string()) != FileAccess::Kind::nothing)
      return at.generic_string();
    if (at == at.parent_path()) break;
  }
  return std::nullopt;
}

bool is_relative_path(std::string_view written) {
  return !written.empty() && !written.starts_with('/') && !written.starts_with('~') &&
         written.find('$') == std::string_view::npos &&
         written.find("://") == std::string_view::npos &&
         written.find('\\') == std::string_view::npos;
}

}  // namespace

Confinement::Confinement(const FileAccess& files, const std::string& folder)
    : files_(files),
      folder_(folder),
      real_folder_(files.real_path(folder.empty() ? "." : folder).value_or("/")) {
  work_tree_ = work_tree_around(files, real_folder_);
}

std::optional<Refusal> Confinement::judge(const std::string& absolute) const {
  const fs::path path{absolute};
  if (std::ranges::find(path, fs::path{".git"}) != path.end()) return Refusal::git_folder;
  if (is_inside(path, real_folder_) || (work_tree_ && is_inside(path, *work_tree_)))
    return std::nullopt;
  return Refusal::outside;
}

tl::expected<std::string, Refusal> Confinement::resolve(const std::string& folder,
                                                        std::string_view written) const {
  if (!is_relative_path(written)) return tl::unexpected{Refusal::not_relative};
  const fs::path path = (fs::path{folder} / fs::path{written}).lexically_normal();
  // Judged before anything is looked up, so that an answer never tells what exists outside.
  const fs::path from_root = path.lexically_relative(fs::path{folder_}.lexically_normal());
  const fs::path absolute =
      from_root.empty() ? path : (fs::path{real_folder_} / from_root).lexically_normal();
  if (const auto refusal = judge(absolute.generic_string())) return tl::unexpected{*refusal};
  return path.generic_string();
}

tl::expected<std::optional<std::string>, Refusal> Confinement::real_path(
    const std::string& path) const {
  const std::optional<std::string> real = files_.real_path(path);
  if (!real) return std::nullopt;
  if (const auto refusal = judge(*real)) return tl::unexpected{*refusal};
  return real;
}

}  // namespace bcp
