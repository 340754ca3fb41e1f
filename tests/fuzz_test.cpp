#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "fuzz/targets.hpp"

namespace bcp {
namespace {

const std::map<std::string_view, void (*)(std::string_view)> targets = {
    {"calendar", fuzz::calendar},     {"condition", fuzz::condition},
    {"duration", fuzz::duration},     {"loader", fuzz::loader},
    {"set_option", fuzz::set_option}, {"yaml_reader", fuzz::yaml_reader},
};

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

TEST_CASE("every fuzz target is known here") {
  std::set<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator{"tests/fuzz"}) {
    if (entry.path().extension() == ".cpp") files.insert(entry.path().stem());
  }
  std::set<std::string> known;
  for (const auto& [name, target] : targets) known.emplace(name);
  CHECK(files == known);
}

TEST_CASE("every fuzz target stands its corpus, whole and cut in half") {
  for (const auto& [name, target] : targets) {
    int inputs = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator{std::filesystem::path{"tests/fuzz/corpus"} / name}) {
      CAPTURE(entry.path().string());
      const std::string text = text_of(entry.path());
      CHECK_NOTHROW(target(text));
      // Half of an input, as a fuzzer cuts it.
      CHECK_NOTHROW(target(std::string_view{text}.substr(0, text.size() / 2)));
      ++inputs;
    }
    CAPTURE(name);
    CHECK(inputs > 0);
  }
}

}  // namespace
}  // namespace bcp
