#include "source/source_files.hpp"

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace bcp {
namespace {

TEST_CASE("a place is a line and a column from 1, in code points") {
  constexpr std::string_view text = "a: 1\r\nnom: Études\n\nx: 😀y";
  struct Row {
    std::string_view at;
    Position position;
  };
  for (const auto& [at, place] : {
           Row{"a:", {1, 1}},
           Row{"1\r", {1, 4}},
           Row{"nom", {2, 1}},
           Row{"tudes", {2, 7}},
           Row{"\nx:", {3, 1}},
           Row{"y", {4, 5}},
       }) {
    CAPTURE(at);
    CHECK(position(text, static_cast<std::uint32_t>(text.find(at))) == place);
  }
}

TEST_CASE("a place past the end is the one after the last character") {
  CHECK(position("ab", 2) == Position{1, 3});
  CHECK(position("ab", 1000) == Position{1, 3});
  CHECK(position("ab\n", 1000) == Position{2, 1});
  CHECK(position("", 0) == Position{1, 1});
}

TEST_CASE("a line comes without its end, whichever that is") {
  constexpr std::string_view text = "one\r\ntwo\n\nfour";
  const std::vector<std::string_view> lines = {"one", "two", "", "four", "", ""};
  for (std::uint32_t line = 1; line <= lines.size(); ++line) {
    CAPTURE(line);
    CHECK(line_of(text, line) == lines[line - 1]);
  }
  CHECK(line_of("", 1).empty());
}

TEST_CASE("files keep their addresses and their numbers while more are added") {
  SourceFiles files;
  const FileId first = files.add({"bcp.yaml", "bcp: 1"});
  const std::string_view text = files[first].text;
  for (int i = 0; i < 1000; ++i) files.add({"more.yaml", "x"});
  CHECK(files.size() == 1001);
  CHECK(files[first].name == "bcp.yaml");
  CHECK(files[first].text.data() == text.data());
  CHECK(first < FileId{1});
}

}  // namespace
}  // namespace bcp
