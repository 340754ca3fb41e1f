#include "process.hpp"

#include <cerrno>
#include <cstdlib>
#include <filesystem>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bcp::cli {

namespace {

std::error_code last_error() { return {errno, std::generic_category()}; }

std::error_code write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written >= 0) {
      text.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      return last_error();
    }
  }
  return {};
}

std::error_code write_stream(int descriptor, std::string_view text) {
  const std::error_code failed = write_all(descriptor, text);
  return failed == std::errc::broken_pipe ? std::error_code{} : failed;
}

/// A file that `open` made, with all of the text in it; removed again if that fails.
std::error_code fill(const std::string& path, int descriptor, std::string_view text) {
  std::error_code failed = write_all(descriptor, text);
  if (!failed && ::fsync(descriptor) != 0) failed = last_error();
  if (::close(descriptor) != 0 && !failed) failed = last_error();
  if (failed) ::unlink(path.c_str());
  return failed;
}

std::error_code create_file(const std::string& path, std::string_view text) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor < 0) return last_error();
  return fill(path, descriptor, text);
}

std::error_code append_to_file(const std::string& path, std::string_view text) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (descriptor < 0) return last_error();
  const std::error_code failed = write_all(descriptor, text);
  ::close(descriptor);
  return failed;
}

std::error_code write_device(const std::string& path, std::string_view text) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) return last_error();
  const std::error_code failed = write_all(descriptor, text);
  ::close(descriptor);
  return failed;
}

/// Where a file is written that is not there yet: at the end of the symbolic links that lead to it.
tl::expected<std::filesystem::path, std::error_code> end_of_links(std::filesystem::path path) {
  constexpr int most_links = 40;  // as Linux allows on one path
  std::error_code failed;
  for (int links = 0; std::filesystem::is_symlink(path, failed); ++links) {
    if (links == most_links)
      return tl::unexpected{std::make_error_code(std::errc::too_many_symbolic_link_levels)};
    const std::filesystem::path target = std::filesystem::read_symlink(path, failed);
    if (failed) return tl::unexpected{failed};
    path = path.parent_path() / target;
  }
  return path;
}

std::error_code replace_file(const std::string& path, std::string_view text) {
  struct stat there {};
  const bool exists = ::stat(path.c_str(), &there) == 0;
  if (exists && S_ISDIR(there.st_mode)) return std::make_error_code(std::errc::is_a_directory);
  if (exists && !S_ISREG(there.st_mode)) return write_device(path, text);
  if (exists && ::access(path.c_str(), W_OK) != 0) return last_error();

  const auto target = end_of_links(path);
  if (!target) return target.error();
  const std::string beside = (target->parent_path() / ("." + target->filename().string() + ".bcp-" +
                                                       std::to_string(::getpid())))
                                 .string();
  if (const std::error_code failed = create_file(beside, text)) return failed;
  if (exists) ::chmod(beside.c_str(), there.st_mode & 07777U);
  if (::rename(beside.c_str(), target->c_str()) == 0) return {};
  const std::error_code failed = last_error();
  ::unlink(beside.c_str());
  return failed;
}

std::error_code make_folders(const std::string& path) {
  std::error_code failed;
  std::filesystem::create_directories(path, failed);
  return failed == std::errc::file_exists ? std::make_error_code(std::errc::not_a_directory)
                                          : failed;
}

tl::expected<std::string, FileProblem> read_standard_input() {
  std::string text;
  std::string block(std::size_t{1} << 16U, '\0');
  while (true) {
    const ssize_t size = ::read(STDIN_FILENO, block.data(), block.size());
    if (size == 0) return text;
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return tl::unexpected(FileProblem::unreadable);
    text.append(block, 0, static_cast<std::size_t>(size));
    if (text.size() > largest_file) return tl::unexpected(FileProblem::too_large);
  }
}

int terminal_width(int descriptor) {
  winsize size{};
  return ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

}  // namespace

FileOutput disk_output() {
  return {
      .replace = replace_file,
      .create = create_file,
      .append = append_to_file,
      .remove =
          [](const std::string& path) {
            return ::unlink(path.c_str()) == 0 ? std::error_code{} : last_error();
          },
      .make_folders = make_folders,
  };
}

Streams process_streams() {
  Streams streams;
  streams.write_out = [](std::string_view text) { return write_stream(STDOUT_FILENO, text); };
  streams.write_err = [](std::string_view text) { return write_stream(STDERR_FILENO, text); };
  streams.out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
  streams.err_is_terminal = ::isatty(STDERR_FILENO) == 1;
  streams.width = terminal_width(streams.out_is_terminal ? STDOUT_FILENO : STDERR_FILENO);
  streams.read_in = read_standard_input;
  streams.environment = [](const std::string& name) {
    const char* value = std::getenv(name.c_str());
    return std::string{value == nullptr ? "" : value};
  };
  streams.files = disk_files();
  streams.output = disk_output();
  return streams;
}

}  // namespace bcp::cli
