#include "source/diagnostic.hpp"

#include <algorithm>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace bcp {
namespace {

std::vector<std::string> places(const Diagnostics& found) {
  std::vector<std::string> places;
  for (const Diagnostic& finding : found.all()) {
    places.push_back(std::to_string(finding.at.file.value) + ':' +
                     std::to_string(finding.at.begin) + ' ' + code_text(finding.code));
  }
  return places;
}

TEST_CASE("codes stand in the order of their numbers, each with a name of its own and a title") {
  std::set<std::string_view> names;
  for (const CodeInfo& info : all_codes()) {
    CAPTURE(info.name);
    CHECK(names.insert(info.name).second);
    CHECK(info.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") ==
          std::string_view::npos);
    CHECK_FALSE(info.title.empty());
    CHECK(code_text(info.code).size() == 7);
    CHECK(info_of(info.code).name == info.name);
  }
  CHECK(std::ranges::is_sorted(all_codes(), {}, &CodeInfo::code));
}

TEST_CASE("a code is written as people see it, and its name as in an address") {
  CHECK(code_text(Code::unknown_key) == "BCP1203");
  CHECK(info_of(Code::unknown_key).name == "unknown-key");
}

TEST_CASE(
    "findings are sorted by file, place and code, and what says the same of one place stands "
    "once") {
  Diagnostics found;
  found.add(Code::unknown_key, {{1}, 5, 6}, tr("b"));
  found.add(Code::unknown_key, {{0}, 9, 10}, tr("d"));
  found.add(Code::duplicate_key, {{0}, 9, 10}, tr("c"));
  found.add(Code::unknown_key, {{0}, 2, 3}, tr("a"));
  Diagnostics more;
  more.add(Code::unknown_key, {{0}, 9, 10}, tr("d"));
  more.add(Code::missing_key, {{0}, 9, 10}, tr("{key}", {{"key", std::string{"one"}}}));
  more.add(Code::missing_key, {{0}, 9, 10}, tr("{key}", {{"key", std::string{"another"}}}));
  found.append(std::move(more));
  found.sort();
  CHECK(places(found) == std::vector<std::string>{"0:2 BCP1203", "0:9 BCP1101", "0:9 BCP1202",
                                                  "0:9 BCP1202", "0:9 BCP1203", "1:5 BCP1203"});
  CHECK(found.all()[4].message.msgid == "d");
}

TEST_CASE("a finding takes its severity from its code, and only errors count as such") {
  Diagnostics found;
  CHECK_FALSE(found.has_errors());
  found.add(Code::unknown_key, {}, tr("a")).severity = Severity::warning;
  CHECK_FALSE(found.has_errors());
  found.add(Code::unknown_key, {}, tr("b")).help = tr("c");
  CHECK(found.all().back().severity == Severity::error);
  CHECK(found.has_errors());
}

}  // namespace
}  // namespace bcp
