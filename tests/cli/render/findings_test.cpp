#include "render/findings.hpp"

#include <ostream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace bcp;
using namespace bcp::cli;

namespace {

struct Page {
  SourceFiles files;
  Diagnostics found;
  Language language{"en"};
  Style style;

  FileId add(const std::string& text) { return files.add({.name = "bcp.yaml", .text = text}); }
  [[nodiscard]] std::string text(std::size_t most = 0) const {
    return findings_text(found.all(), files, most, language, style);
  }
};

Text fault(const std::string& what) { return tr("{what}", {{"what", what}}); }

}  // namespace

TEST_CASE("a finding shows its line and underlines its place") {
  Page page;
  const FileId file = page.add("a: 1\nlist: [\"漢字\", wrong]\n");
  page.found.add(Code::bad_count, {file, 22, 27}, fault("it is wrong")).help = fault("mend it");
  CHECK(page.text() ==
        "error[BCP1220]: it is wrong\n"
        " --> bcp.yaml:2:14\n"
        "  |\n"
        "2 | list: [\"漢字\", wrong]\n"
        "  |                ^^^^^\n"
        "  = help: mend it\n"
        "\n");
}

TEST_CASE("a long sentence goes on in the next line") {
  Page page;
  page.style.width = 40;
  const FileId file = page.add("a: 1\n");
  page.found.add(Code::bad_count, {file, 0, 1}, fault("one two three four five six seven"));
  CHECK(
      page.text().starts_with("error[BCP1220]: one two three four five\n"
                              "  six seven\n"
                              " --> bcp.yaml:1:1\n"));
}

TEST_CASE("a tab in front of the place does not move the underline") {
  Page page;
  const FileId file = page.add("\ta: x\n");
  page.found.add(Code::bad_count, {file, 4, 5}, fault("it is wrong"));
  CHECK(page.text().find("1 |     a: x\n  |        ^\n") != std::string::npos);
}

TEST_CASE("a second place is shown with what is there") {
  Page page;
  std::string text = "a: 1\n";
  for (int i = 0; i < 8; ++i) text += "\n";
  const FileId file = page.add(text + "a: 2\n");
  page.found.add(Code::duplicate_key, {file, 13, 14}, fault("twice"))
      .also.push_back({{file, 0, 1}, fault("first here")});
  CHECK(page.text() ==
        "error[BCP1101]: twice\n"
        "  --> bcp.yaml:10:1\n"
        "   |\n"
        "10 | a: 2\n"
        "   | ^\n"
        "  --> bcp.yaml:1:1\n"
        "   |\n"
        " 1 | a: 1\n"
        "   | - first here\n"
        "\n");
}

TEST_CASE("of a very long line the part around the place is shown") {
  Page page;
  const std::string filler(100'000, 'x');
  const FileId file = page.add(filler + " wrong " + filler + "\n");
  page.found.add(Code::bad_count, {file, 100'001, 100'006}, fault("it is wrong"));
  const std::string text = page.text();
  CHECK(text.size() < 500);
  CHECK(text.find("…xxx") != std::string::npos);
  CHECK(text.find(" wrong xxx") != std::string::npos);
}

TEST_CASE("a place over several lines is underlined to the end of its first") {
  Page page;
  const FileId file = page.add("a: [1,\n  2]\n");
  page.found.add(Code::bad_count, {file, 3, 11}, fault("it is wrong"));
  CHECK(page.text().find("1 | a: [1,\n  |    ^^^\n") != std::string::npos);
}

TEST_CASE("a file's name and lines never act") {
  Page page;
  const FileId file = page.files.add({.name = "\x1b[2J.yaml", .text = "a: \u202e\n"});
  page.found.add(Code::bad_count, {file, 3, 6}, fault("::error::x\n::error::y"));
  const std::string text = page.text();
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find("\\u{1b}[2J.yaml:1:4") != std::string::npos);
  CHECK(text.find("a: \\u{202e}\n  |    ^^^^^^^^\n") != std::string::npos);
  CHECK(text.find("\n::") == std::string::npos);
}

TEST_CASE("where not all findings are shown, errors come before warnings") {
  Page page;
  const FileId file = page.add("a\nb\nc\n");
  page.found.add(Code::empty_glob, {file, 0, 1}, fault("one"));
  page.found.add(Code::bad_count, {file, 2, 3}, fault("two"));
  page.found.add(Code::empty_glob, {file, 4, 5}, fault("three"));
  const std::string text = page.text(1);
  CHECK(text.find("error[BCP1220]: two") != std::string::npos);
  CHECK(text.find("warning") == std::string::npos);
  CHECK(text.ends_with("2 more findings are not shown\n"));
  CHECK(count_of(page.found).errors == 1);
  CHECK(count_of(page.found).warnings == 2);
}

TEST_CASE("places in JSON are lines and columns of code points") {
  Page page;
  const FileId file = page.add("é: 漢 x\n");
  page.found.add(Code::bad_count, {file, 8, 9}, fault("it is wrong"));
  nlohmann::ordered_json document;
  add_findings_json(document, page.found, page.files, page.language);
  const auto& finding = document["findings"][0];
  CHECK(finding["code"] == "BCP1220");
  CHECK(finding["line"] == 1);
  CHECK(finding["column"] == 6);
  CHECK(finding["end_column"] == 7);
  CHECK(finding["help"].is_null());
  CHECK(document["summary"]["errors"] == 1);
}

TEST_CASE("a finding about no text has no place") {
  Page page;
  page.found.add(Code::missing_key, {}, fault("the plan is empty"));
  CHECK(page.text() == "error[BCP1202]: the plan is empty\n\n");
  nlohmann::ordered_json document;
  add_findings_json(document, page.found, page.files, page.language);
  CHECK(document["findings"][0]["file"].is_null());
  CHECK(document["findings"][0]["line"].is_null());
}
