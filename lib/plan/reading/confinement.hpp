// Which files may a plan name?
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "source/file_access.hpp"

namespace bcp {

enum class Refusal {
  not_relative,  ///< absolute, `~`, a variable, an address
  outside,       ///< neither in the plan's folder nor in the git work tree around it
  git_folder,
};

/// The folder of a plan's root file and the git work tree around it: nothing outside is ever opened, and of what is
/// outside not even the existence shows.
class Confinement {
public:
  Confinement(const FileAccess& files, const std::string& folder);

  /// The path, as shown to people, of what a file in `folder` names by `written`. Judges the text alone.
  [[nodiscard]] tl::expected<std::string, Refusal> resolve(const std::string& folder,
                                                           std::string_view written) const;

  /// The real path behind `path`, links followed; `nullopt` if nothing is there.
  [[nodiscard]] tl::expected<std::optional<std::string>, Refusal> real_path(
      const std::string& path) const;

  [[nodiscard]] const FileAccess& files() const { return files_; }

private:
  [[nodiscard]] std::optional<Refusal> judge(const std::string& absolute) const;

  const FileAccess& files_;
  std::string folder_;
  std::string real_folder_;
  std::optional<std::string> work_tree_;
};

}  // namespace bcp
