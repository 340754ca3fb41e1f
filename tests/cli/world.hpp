// What does a run of the program see in a test?
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "exit_status.hpp"
#include "run.hpp"
#include "source/file_access.hpp"
#include "streams.hpp"

namespace bcp::cli {

/// A world in memory: files, an environment, what was printed. No terminal, no clock, nothing of the computer's.
struct World {
  std::map<std::string, std::string> files;
  std::map<std::string, std::string> environment;
  std::string in;
  std::string out;
  std::string err;
  std::error_code full_disk;  ///< what writing to standard output and to files says
  bool is_terminal = false;
  int width = 80;
  bool reads_disk = false;  ///< files are those of the checkout; what is written stays in memory

  ExitStatus run(const std::vector<std::string>& words) {
    out.clear();
    err.clear();
    return cli::run(words, streams());
  }

  Streams streams() {
    Streams streams;
    streams.write_out = [this](std::string_view text) {
      if (!full_disk) out += text;
      return full_disk;
    };
    streams.write_err = [this](std::string_view text) {
      err += text;
      return std::error_code{};
    };
    streams.out_is_terminal = is_terminal;
    streams.err_is_terminal = is_terminal;
    streams.width = width;
    streams.read_in = [this] { return tl::expected<std::string, FileProblem>{in}; };
    streams.environment = [this](const std::string& name) {
      const auto found = environment.find(name);
      return found == environment.end() ? std::string{} : found->second;
    };
    streams.files = reads_disk ? disk_files() : files_as_they_are();
    streams.output = output();
    return streams;
  }

  /// What a run writes it can read again.
  [[nodiscard]] FileAccess files_as_they_are() const {
    return {
        .read = [this](const std::string& path) { return files_in_memory().read(path); },
        .real_path = [this](const std::string& path) { return files_in_memory().real_path(path); },
        .list = [this](const std::string& folder) { return files_in_memory().list(folder); },
        .kind = [this](const std::string& path) { return files_in_memory().kind(path); },
    };
  }

  [[nodiscard]] FileAccess files_in_memory() const {
    std::vector<MemoryFile> all;
    for (const auto& [path, text] : files) all.push_back({.path = path, .text = text});
    return memory_files(std::move(all));
  }

  FileOutput output() {
    return {
        .replace =
            [this](const std::string& path, std::string_view text) {
              if (!full_disk) files[path] = text;
              return full_disk;
            },
        .create =
            [this](const std::string& path, std::string_view text) {
              if (full_disk) return full_disk;
              const bool is_new = files.emplace(path, text).second;
              return is_new ? std::error_code{} : std::make_error_code(std::errc::file_exists);
            },
        .append =
            [this](const std::string& path, std::string_view text) {
              if (!full_disk) files[path] += text;
              return full_disk;
            },
        .remove =
            [this](const std::string& path) {
              files.erase(path);
              return std::error_code{};
            },
        .make_folders = [](const std::string&) { return std::error_code{}; },
    };
  }
};

}  // namespace bcp::cli
