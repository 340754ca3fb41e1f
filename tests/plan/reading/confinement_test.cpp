#include "plan/reading/confinement.hpp"

#include <memory>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using test::findings;

constexpr std::string_view secret = "root:x:0:0:sesame";

/// A plan at `/work/town` that includes what the test names, beside files that are none of its business.
std::vector<MemoryFile> files_with(const std::string& include) {
  return {
      {"/work/town/bcp.yaml", test::whole("include: [" + include + "]")},
      {"/work/town/parts/sites.yaml", "sites: {a: {}}"},
      {"/work/town/parts/more.yaml", "include: [../parts/sites.yaml]\nsites: {b: {}}"},
      {"/work/town/.git-notes.yaml", "sites: {c: {}}"},
      {"/work/beside.yaml", "sites: {d: {}}"},
      {"/work/townhall/x.yaml", "sites: {e: {}}"},
      {"/etc/passwd", std::string{secret}},
      {"/home/me/x.yaml", std::string{secret}},
      {"/work/town/out.yaml", "", "/etc/passwd"},
      {"/work/town/up", "", ".."},
      {"/work/town/inside.yaml", "", "parts/sites.yaml"},
      {"/work/town/lost.yaml", "", "nowhere.yaml"},
      {"/work/town/pipe.yaml", "", "", FileAccess::Kind::other},
  };
}

LoadedPlan loaded(const std::vector<MemoryFile>& files) {
  auto plan = load_plan("/work/town", memory_files(files));
  REQUIRE(plan.has_value());
  return std::move(*plan);
}

std::string findings_with(const std::string& include) {
  return findings(loaded(files_with(include)));
}

TEST_CASE(
    "an included file lies in the plan's folder, at a path relative to the file that names it") {
  for (const std::string_view include :
       {"parts/sites.yaml", "./parts/sites.yaml", "parts/../parts/sites.yaml", "parts/more.yaml",
        "inside.yaml", ".git-notes.yaml", "../town/parts/sites.yaml"}) {
    CAPTURE(include);
    const LoadedPlan plan = loaded(files_with(std::string{include}));
    CHECK(findings(plan) == "");
    CHECK(plan.plan->sites.size() == (include == "parts/more.yaml" ? 2 : 1));
  }
}

TEST_CASE("what is no relative path, or leads outside, is refused and not a byte of it is shown") {
  for (const std::string_view include :
       {"/etc/passwd", "~/x.yaml", "~me/x.yaml", "$HOME/x.yaml", "parts/$X.yaml",
        "https://example.org/x.yaml", "file:///etc/passwd", "../beside.yaml", "../../etc/passwd",
        "../townhall/x.yaml", "parts/../../beside.yaml", "..", "out.yaml", "up/beside.yaml",
        "../*.yaml", "/etc/*", "up/*.yaml"}) {
    CAPTURE(include);
    const LoadedPlan plan = loaded(files_with('"' + std::string{include} + '"'));
    const std::string found = findings(plan);
    CHECK(found == (include == "up/*.yaml" ? "BCP1403 \"up/*.yaml\""
                                           : "BCP1402 \"" + std::string{include} + '"'));
    CHECK(plan.text->files.size() == 1);
  }
}

TEST_CASE("whether a file outside exists does not show") {
  CHECK(findings_with("../beside.yaml") == "BCP1402 ../beside.yaml");
  CHECK(findings_with("../absent.yaml") == "BCP1402 ../absent.yaml");
}

TEST_CASE("in a git work tree all of it may be named, but for `.git`") {
  std::vector<MemoryFile> files =
      files_with("../beside.yaml, ../.git/config, .git-notes.yaml, ../townhall/x.yaml");
  files.push_back({"/work/.git/config", "sites: {f: {}}"});
  const LoadedPlan plan = loaded(files);
  CHECK(findings(plan) == "BCP1402 ../.git/config");
  CHECK(plan.text->files.size() == 4);
  std::vector<MemoryFile> others = files_with("../../etc/passwd, git.yaml, \"../.git/*\"");
  others.push_back({"/work/.git/config", "sites: {f: {}}"});
  others.push_back({"/work/town/git.yaml", "", "../.git/config"});
  CHECK(findings(loaded(others)) ==
        "BCP1402 ../../etc/passwd; BCP1402 git.yaml; BCP1402 \"../.git/*\"");
}

TEST_CASE("a file of `procedure`, `body`, `duties` and `drill` follows the same rule") {
  const LoadedPlan plan = loaded({
      {"/work/town/bcp.yaml",
       test::whole("roles: {r: {duties: ../a.md, procedure: out.md}}\ncommunications: {channels: "
                   "{mail: {}}, messages: "
                   "{m: {subject: s, body: {fr: /b.md}, audience: [everyone], channels: [mail]}}}\n"
                   "programme: {p: {every: 1y, drill: ~/d.yaml}}")},
      {"/work/town/out.md", "", "/etc/passwd"},
      {"/work/a.md", ""},
      {"/etc/passwd", std::string{secret}},
  });
  CHECK(findings(plan) == "BCP1402 ../a.md; BCP1402 out.md; BCP1402 /b.md; BCP1402 ~/d.yaml");
}

TEST_CASE("only regular files are read") {
  CHECK(findings_with("pipe.yaml") == "BCP1401 pipe.yaml");
  CHECK(findings_with("parts") == "BCP1401 parts");
  CHECK(findings_with("lost.yaml") == "BCP1401 lost.yaml");
}

TEST_CASE("a file that need not be there begins with `?`") {
  CHECK(findings_with("\"?parts/contacts.yaml\"") == "");
  CHECK(findings_with("\"?parts/sites.yaml\"") == "");
  CHECK(findings_with("\"?contacts/*.yaml\"") == "");
  CHECK(findings_with("parts/contacts.yaml") == "BCP1401 parts/contacts.yaml");
  CHECK(findings_with("\"?../beside.yaml\"") == "BCP1402 \"?../beside.yaml\"");
  CHECK(findings_with("\"?pipe.yaml\"") == "BCP1401 \"?pipe.yaml\"");
}

TEST_CASE("a glob that matches nothing is a warning, and matches no hidden file") {
  const LoadedPlan plan = loaded(files_with("\"inventory/*.yaml\", \"*notes.yaml\""));
  CHECK(findings(plan) == "BCP1403 \"inventory/*.yaml\"; BCP1403 \"*notes.yaml\"");
  CHECK_FALSE(plan.found.has_errors());
}

TEST_CASE("a glob takes files of several folders in order, each file once") {
  const std::vector<MemoryFile> files = {
      {"/work/town/bcp.yaml", test::whole("include: [\"*/[ab]*.yaml\", north/a.yaml, \"*.yaml\"]")},
      {"/work/town/south/b.yaml", "sites: {s: {}}"},
      {"/work/town/north/a.yaml", "sites: {n: {}}"},
      {"/work/town/north/c.yaml", "sites: {z: {}}"},
      {"/work/town/south/a.txt", "sites: {y: {}}"},
      {"/work/town/twice.yaml", "", "south/b.yaml"},
      {"/work/town/north/again.yaml/x", ""},
  };
  const LoadedPlan plan = loaded(files);
  CHECK(findings(plan) == "");
  std::vector<std::string> names;
  for (std::uint32_t file = 0; file < plan.text->files.size(); ++file)
    names.push_back(plan.text->files[FileId{file}].name);
  CHECK(names == std::vector<std::string>{"/work/town/bcp.yaml", "/work/town/north/a.yaml",
                                          "/work/town/south/b.yaml"});
}

TEST_CASE("files that include each other are read once") {
  const LoadedPlan plan =
      loaded({{"/work/town/bcp.yaml", test::whole("include: [a.yaml, a.yaml, bcp.yaml]")},
              {"/work/town/a.yaml", "include: [b.yaml, ./a.yaml]\nsites: {a: {}}"},
              {"/work/town/b.yaml", "include: [a.yaml, bcp.yaml]\nsites: {b: {}}"}});
  CHECK(findings(plan) == "");
  CHECK(plan.text->files.size() == 3);
}

TEST_CASE("nothing outside is ever opened, not even to refuse it") {
  const auto opened = std::make_shared<std::set<std::string>>();
  FileAccess files =
      memory_files(files_with("/etc/passwd, ../beside.yaml, out.yaml, parts/sites.yaml"));
  files.read = [opened, read = files.read](const std::string& path) {
    opened->insert(path);
    return read(path);
  };
  REQUIRE(load_plan("/work/town", files).has_value());
  CHECK(*opened == std::set<std::string>{"/work/town/bcp.yaml", "/work/town/parts/sites.yaml"});
}

}  // namespace
}  // namespace bcp
