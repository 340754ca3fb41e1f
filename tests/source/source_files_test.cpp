#include "source/source_files.hpp"

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace bcp {
namespace {

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
