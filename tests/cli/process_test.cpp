#include "process.hpp"

#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>

#include <doctest/doctest.h>
#include <unistd.h>

using namespace bcp::cli;

namespace {

namespace fs = std::filesystem;

/// A folder of the disk that goes when the test ends.
struct Folder {
  fs::path path = fs::temp_directory_path() / ("bcp-process-test-" + std::to_string(::getpid()));
  Folder() { fs::create_directories(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path); }

  [[nodiscard]] std::string text_of(const std::string& name) const {
    std::ifstream file{path / name};
    return {std::istreambuf_iterator<char>{file}, {}};
  }
};

}  // namespace

TEST_CASE("a symbolic link stays one, whether a file is at its end or is to be made there") {
  const Folder folder;
  const FileOutput output = disk_output();
  fs::create_directory(folder.path / "reports");
  fs::create_symlink("reports/today.txt", folder.path / "latest");
  fs::create_symlink(folder.path / "latest", folder.path / "link");
  for (const std::string text : {"first", "second"}) {
    CHECK_FALSE(output.replace((folder.path / "link").string(), text));
    CHECK(fs::is_symlink(folder.path / "link"));
    CHECK(fs::is_symlink(folder.path / "latest"));
    CHECK(folder.text_of("reports/today.txt") == text);
  }
}

TEST_CASE("links in a circle, and one into a folder that is missing, are errors") {
  const Folder folder;
  const FileOutput output = disk_output();
  fs::create_symlink("b", folder.path / "a");
  fs::create_symlink("a", folder.path / "b");
  fs::create_symlink("nowhere/x", folder.path / "c");
  CHECK(output.replace((folder.path / "a").string(), "text"));
  CHECK(output.replace((folder.path / "c").string(), "text"));
  CHECK(fs::is_symlink(folder.path / "c"));
}
