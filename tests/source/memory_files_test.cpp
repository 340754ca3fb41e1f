#include <ostream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "source/file_access.hpp"

namespace bcp {
namespace {

using Kind = FileAccess::Kind;
using Paths = std::vector<std::string>;

std::string read(const FileAccess& files, const std::string& path) {
  const auto text = files.read(path);
  if (text) return *text;
  switch (text.error()) {
    case FileProblem::missing: return "(missing)";
    case FileProblem::not_regular: return "(not regular)";
    case FileProblem::unreadable: return "(unreadable)";
    case FileProblem::too_large: return "(too large)";
  }
  return "";
}

TEST_CASE("a file in memory is read by any spelling of its path") {
  const FileAccess files =
      memory_files({{"plans/town/bcp.yaml", "bcp: 1"}, {"/etc/hosts", "local"}});
  for (const std::string path :
       {"plans/town/bcp.yaml", "/plans/town/bcp.yaml", "./plans//town/./bcp.yaml",
        "plans/town/../town/bcp.yaml", "../plans/town/bcp.yaml"}) {
    CAPTURE(path);
    CHECK(read(files, path) == "bcp: 1");
    CHECK(files.real_path(path) == "/plans/town/bcp.yaml");
  }
  CHECK(read(files, "etc/hosts") == "local");
}

TEST_CASE("what is not there is missing, also behind a file or a folder that is not there") {
  const FileAccess files = memory_files({{"a/b.yaml", "x"}});
  for (const std::string path :
       {"", "c.yaml", "a/c.yaml", "a/b.yaml/c", "a/b.yaml/../b.yaml", "nowhere/../a/b.yaml"}) {
    CAPTURE(path);
    CHECK(read(files, path) == "(missing)");
    CHECK(files.kind(path) == Kind::nothing);
    CHECK_FALSE(files.real_path(path));
  }
}

TEST_CASE("folders are what the paths imply, and list their names in order") {
  const FileAccess files = memory_files({{"/repo/.git/config", ""},
                                         {"/repo/b.yaml", ""},
                                         {"/repo/B.yaml", ""},
                                         {.path = "/repo/empty", .kind = Kind::folder}});
  CHECK(files.kind("/") == Kind::folder);
  CHECK(files.kind("/repo/.git") == Kind::folder);
  CHECK(files.kind("/repo/empty") == Kind::folder);
  CHECK(files.list("/repo") == Paths{".git", "B.yaml", "b.yaml", "empty"});
  CHECK(files.list("/") == Paths{"repo"});
  CHECK(files.list("/repo/empty").empty());
  CHECK(files.list("/repo/b.yaml").empty());
  CHECK(files.list("/nowhere").empty());
  CHECK(files.real_path("/") == "/");
  CHECK(read(files, "/repo") == "(not regular)");
}

TEST_CASE("a symbolic link leads to a file, a folder, or nowhere") {
  const FileAccess files =
      memory_files({{"/shared/staff.yaml", "staff"},
                    {.path = "/plan/near", .link_target = "../shared/staff.yaml"},
                    {.path = "/plan/far", .link_target = "/shared"},
                    {.path = "/plan/chain", .link_target = "far/../plan/near"},
                    {.path = "/plan/broken", .link_target = "gone.yaml"},
                    {.path = "/plan/loop", .link_target = "loop"}});
  for (const std::string path : {"/plan/near", "/plan/far/staff.yaml", "/plan/chain"}) {
    CAPTURE(path);
    CHECK(read(files, path) == "staff");
    CHECK(files.real_path(path) == "/shared/staff.yaml");
    CHECK(files.kind(path) == Kind::regular);
  }
  // `..` goes up from where the link leads, not from where it stands.
  CHECK(files.real_path("/plan/far/..") == "/");
  CHECK(files.list("/plan/far") == Paths{"staff.yaml"});
  CHECK(read(files, "/plan/broken") == "(missing)");
  CHECK(read(files, "/plan/loop") == "(missing)");
}

TEST_CASE("a pipe or a device is seen and not read") {
  const FileAccess files = memory_files({{.path = "/dev/zero", .kind = Kind::other}});
  CHECK(files.kind("/dev/zero") == Kind::other);
  CHECK(read(files, "/dev/zero") == "(not regular)");
  CHECK(files.real_path("/dev/zero") == "/dev/zero");
}

TEST_CASE("of two files at one path the last one counts") {
  CHECK(read(memory_files({{"a.yaml", "old"}, {"./a.yaml", "new"}}), "a.yaml") == "new");
}

}  // namespace
}  // namespace bcp
