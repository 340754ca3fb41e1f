#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include "source/file_access.hpp"

namespace bcp {

namespace {

using Read = tl::expected<std::string, FileProblem>;

/// An open file, closed at the end of its life.
class Descriptor {
public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }

private:
  int number_;
};

/// The system takes a path up to its first zero byte; one that holds such a byte names nothing.
bool is_path(const std::string& path) {
  return !path.empty() && path.find('\0') == std::string::npos;
}

FileProblem problem_of(int error) {
  if (error == ENOENT || error == ENOTDIR || error == ENAMETOOLONG || error == ELOOP) {
    return FileProblem::missing;
  }
  if (error == ENXIO || error == ENODEV)
    return FileProblem::not_regular;  // a socket, a device that is not there
  return FileProblem::unreadable;
}

Read read_to_end(int descriptor, std::size_t expected) {
  std::string text(expected + 1, '\0');  // the byte more shows the end at once
  std::size_t length = 0;
  while (true) {
    const ssize_t count = ::read(descriptor, text.data() + length, text.size() - length);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return tl::unexpected(FileProblem::unreadable);
    if (count == 0) break;
    length += static_cast<std::size_t>(count);
    if (length > largest_file) return tl::unexpected(FileProblem::too_large);
    if (length == text.size()) text.resize(2 * text.size());
  }
  text.resize(length);
  return text;
}

Read read_file(const std::string& path) {
  if (!is_path(path)) return tl::unexpected(FileProblem::missing);
  const Descriptor file{::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)};
  if (file.number() < 0) return tl::unexpected(problem_of(errno));
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return tl::unexpected(FileProblem::unreadable);
  if (!S_ISREG(status.st_mode)) return tl::unexpected(FileProblem::not_regular);
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size > largest_file) return tl::unexpected(FileProblem::too_large);
  return read_to_end(file.number(), size);
}

std::optional<std::string> real_path(const std::string& path) {
  if (!is_path(path)) return std::nullopt;
  const std::unique_ptr<char, void (*)(void*)> resolved{::realpath(path.c_str(), nullptr),
                                                        &std::free};
  if (!resolved) return std::nullopt;
  return std::string{resolved.get()};
}

std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  if (!is_path(folder)) return names;
  std::error_code problem;
  std::filesystem::directory_iterator entry{folder, problem};
  for (; !problem && entry != std::filesystem::directory_iterator{}; entry.increment(problem)) {
    names.push_back(entry->path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

FileAccess::Kind kind_of(const std::string& path) {
  struct stat status {};
  if (!is_path(path) || ::stat(path.c_str(), &status) != 0) return FileAccess::Kind::nothing;
  if (S_ISREG(status.st_mode)) return FileAccess::Kind::regular;
  return S_ISDIR(status.st_mode) ? FileAccess::Kind::folder : FileAccess::Kind::other;
}

}  // namespace

FileAccess disk_files() {
  return {.read = read_file, .real_path = real_path, .list = names_in, .kind = kind_of};
}

}  // namespace bcp
