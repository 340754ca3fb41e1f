#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "plan/plan_of.hpp"
#include "plan/reading/plan_reading.hpp"
#include "source/reading.hpp"

namespace bcp {
namespace {

using test::Reading;

/// The plan that uses every key.
const std::string& every_key() {
  static const std::string text = [] {
    std::ifstream file{"tests/plan/every_key.yaml"};
    return std::string{std::istreambuf_iterator<char>{file}, {}};
  }();
  return text;
}

/// Files that the plan names, so that nothing is missing.
std::vector<MemoryFile> files_of(const std::string& plan) {
  std::vector<MemoryFile> files = {{"bcp.yaml", plan}};
  for (const std::string name :
       {"benefits", "paper",  "accounts", "vpn",    "hall",   "partner", "laptop",
        "home",     "clerks", "room",     "buy",    "team",   "hours",   "flu",
        "stock",    "freeze", "change",   "policy", "waiver", "mail",    "note",
        "desk",     "role",   "cell",     "ill",    "cnil",   "drill",   "action"}) {
    files.push_back({"runbooks/" + name + ".md"});
  }
  for (const std::string name : {"notes/1.fr.md", "notes/1.en.md", "cards/director.md",
                                 "drills/spring.yaml", "drills/spring.md"}) {
    files.push_back({name});
  }
  return files;
}

/// The shape of the map below each key, as far as it is not named after the key itself.
const std::map<std::string_view, std::string_view> shape_by_section = {
    {"services", "service"},
    {"applications", "application"},
    {"infrastructure", "infrastructure"},
    {"sites", "site"},
    {"suppliers", "supplier"},
    {"resource_types", "resource_type"},
    {"profiles", "profile"},
    {"staff", "staff"},
    {"equipment", "pool"},
    {"licences", "pool"},
    {"options", "option"},
    {"teams", "team"},
    {"calendars", "calendar"},
    {"absences", "absence"},
    {"tasks", "task"},
    {"freezes", "freeze"},
    {"changes", "change"},
    {"policies", "policy"},
    {"waivers", "waiver"},
    {"channels", "channel"},
    {"messages", "message"},
    {"support", "support"},
    {"roles", "role"},
    {"start", "activation"},
    {"stop", "activation"},
    {"scenarios", "scenario"},
    {"obligations", "obligation"},
    {"programme", "exercise"},
    {"actions", "action"},
    {"workarounds", "workaround"},
};

/// A key that the table of some shape holds, and its value in the text.
struct Occurrence {
  std::string path;
  std::string shape;
  std::string key;
  Span at;
  Value value;
};

class Walk {
public:
  explicit Walk(const Value& root) { read_map(root, "", ""); }

  std::vector<Occurrence> occurrences;

private:
  void read_map(const Value& map, const std::string& shape, const std::string& path) {
    for (const Entry& entry : map.entries()) {
      const std::string key{entry.key.text()};
      const std::string here = path.empty() ? key : fmt::format("{}.{}", path, key);
      occurrences.push_back({here, shape, key, entry.key.span(), entry.value});
      const bool is_top = shape.empty() || shape == "communications" ||
                          shape == "activation_rules" || key == "workarounds";
      const auto section = shape_by_section.find(key);
      if (is_top && section != shape_by_section.end()) {
        for (const Entry& entity : entry.value.entries()) {
          read_map(entity.value, std::string{section->second},
                   here + '.' + std::string{entity.key.text()});
        }
      } else if (key == "activation" && shape.empty()) {
        read_map(entry.value, "activation_rules", here);
      } else if (is_map_of_keys(key, shape)) {
        read_map(entry.value, key, here);
      } else if (key == "phases") {
        for (const Value& phase : entry.value.items()) read_map(phase, "phase", here);
      } else if (key == "after") {
        for (const Value& link : entry.value.items()) read_map(link, "link", here);
      } else if (is_three_points(entry.value)) {
        read_map(entry.value, "three points", here);
      } else if (entry.value.find("min").is_written()) {
        read_map(entry.value, "bounds", here);
      }
    }
  }

  static bool is_three_points(const Value& value) { return value.find("likely").is_written(); }

  static bool is_map_of_keys(const std::string& key, const std::string& shape) {
    static const std::set<std::string_view> keys = {
        "plan",    "clock",   "scope",    "approval",      "impact_scale", "review",
        "tested",  "backup",  "contract", "promises",      "adds",         "adds_people",
        "decided", "tickets", "answer",   "communications"};
    return keys.contains(key) && shape != "freeze";
  }
};

/// Both tables are called alike in messages.
std::string shape_of(const Occurrence& occurrence) {
  return occurrence.shape == "activation_rules" ? "activation" : occurrence.shape;
}

std::string with(const std::string& text, Span at, std::string_view other) {
  return text.substr(0, at.begin) + std::string{other} + text.substr(at.end);
}

/// A value that no key takes in place of this one.
std::string_view wrong_for(const Value& value) { return value.is_sequence() ? "no-list" : "[[]]"; }

/// The one finding that a change makes, inside what was written; anything else as a text.
std::string complaint(const std::string& text, Span changed, std::size_t length) {
  const LoadedPlan plan = test::loaded(files_of(text));
  const auto& found = plan.found.all();
  if (found.size() != 1) return std::to_string(found.size()) + " findings: " + test::findings(plan);
  const bool is_there =
      found[0].at.begin >= changed.begin && found[0].at.end <= changed.begin + length;
  return is_there ? "" : "elsewhere: " + test::findings(plan);
}

TEST_CASE("the plan with every key has no findings") {
  REQUIRE_FALSE(every_key().empty());
  CHECK(test::findings(test::loaded(files_of(every_key()))) == "");
}

TEST_CASE("every key of the tables stands in the plan with every key, and no other") {
  const Reading reading{every_key()};
  std::set<std::pair<std::string, std::string>> used;
  for (const Occurrence& one : Walk{reading.root()}.occurrences)
    used.emplace(shape_of(one), one.key);
  std::set<std::pair<std::string, std::string>> known;
  for (const KeyInfo& key : all_keys()) {
    known.emplace(key.shape, key.key);
    CAPTURE(key.shape);
    CAPTURE(key.key);
    CHECK(used.contains({std::string{key.shape}, std::string{key.key}}));
    CHECK_FALSE(key.kind.empty());
  }
  // Tables of values and of calendars are no part of the list.
  for (const auto& [shape, key] : used) {
    if (shape == "three points" || shape == "bounds" || shape == "link" || shape == "phase" ||
        shape == "calendar")
      continue;
    CAPTURE(shape);
    CAPTURE(key);
    CHECK(known.contains({shape, key}));
  }
  CHECK(known.size() > 350);
}

TEST_CASE("a value of a wrong kind is one finding at that value, for every key") {
  const Reading reading{every_key()};
  const std::vector<Occurrence> occurrences = Walk{reading.root()}.occurrences;
  CHECK(occurrences.size() > 500);
  for (const Occurrence& one : occurrences) {
    CAPTURE(one.path);
    const std::string_view wrong = wrong_for(one.value);
    CHECK(complaint(with(every_key(), one.value.span(), wrong), one.value.span(), wrong.size()) ==
          "");
  }
}

TEST_CASE("a tag is one finding at the value that carries it, for every key") {
  const Reading reading{every_key()};
  for (const Occurrence& one : Walk{reading.root()}.occurrences) {
    if (!one.value.is_scalar()) continue;
    CAPTURE(one.path);
    const std::string tagged = "!mine " + std::string{reading.at(one.value.span())};
    CHECK(complaint(with(every_key(), one.value.span(), tagged), one.value.span(), tagged.size()) ==
          "");
  }
}

TEST_CASE(
    "a scalar that its grammar refuses is one finding, and a text that nothing refuses none") {
  const Reading reading{every_key()};
  int refused = 0;
  for (const Occurrence& one : Walk{reading.root()}.occurrences) {
    if (!one.value.is_scalar() || one.key == "unit")
      continue;  // quantities then have another unit than their type
    CAPTURE(one.path);
    const std::string text = with(every_key(), one.value.span(), "\"?!\"");
    if (test::loaded(files_of(text)).found.all().empty()) continue;
    ++refused;
    CHECK(complaint(text, one.value.span(), 4) == "");
  }
  CHECK(refused > 150);
}

TEST_CASE("a key without its value is one finding, or none where a map may be empty") {
  const Reading reading{every_key()};
  int refused = 0;
  for (const Occurrence& one : Walk{reading.root()}.occurrences) {
    const bool may_be_empty = one.value.is_mapping() || one.key == "contact" || one.key == "team";
    CAPTURE(one.path);
    const LoadedPlan plan = test::loaded(files_of(with(every_key(), one.value.span(), "")));
    if (may_be_empty && plan.found.all().empty()) continue;
    if (one.value.is_mapping()) continue;  // what was inside is missed elsewhere
    REQUIRE(plan.found.all().size() == 1);
    CHECK(plan.found.all()[0].at.begin >= one.at.begin);
    CHECK(plan.found.all()[0].at.end <= one.value.span().begin);
    ++refused;
  }
  CHECK(refused > 300);
}

TEST_CASE("a misspelt key is one finding, and a second one only where the right one is required") {
  const Reading reading{every_key()};
  std::map<std::pair<std::string, std::string>, bool> is_required;
  for (const KeyInfo& key : all_keys())
    is_required[{std::string{key.shape}, std::string{key.key}}] = key.is_required;
  for (const Occurrence& one : Walk{reading.root()}.occurrences) {
    if (one.shape.empty() || !is_required.contains({shape_of(one), one.key})) continue;
    CAPTURE(one.path);
    const LoadedPlan plan = test::loaded(files_of(with(every_key(), one.at, one.key + "-zz")));
    const auto is_unknown = [](const Diagnostic& finding) {
      return finding.code == Code::unknown_key;
    };
    CHECK(std::ranges::count_if(plan.found.all(), is_unknown) == 1);
    const auto is_missing = [](const Diagnostic& finding) {
      return finding.code == Code::missing_key;
    };
    CHECK((std::ranges::count_if(plan.found.all(), is_missing) == 1) ==
          is_required[{shape_of(one), one.key}]);
  }
}

}  // namespace
}  // namespace bcp
