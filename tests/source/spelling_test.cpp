#include "source/spelling.hpp"

#include <array>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace bcp {
namespace {

constexpr std::array<std::string_view, 5> keys = {"recovery", "requires", "rto", "rpo", "name"};

std::string meant(std::string_view word) {
  const std::optional<Neighbour> near = nearest(word, keys);
  return near ? std::string{near->word} : "";
}

TEST_CASE("a word with one or two slips means the word it resembles") {
  struct Row {
    std::string_view word, meant;
  };
  for (const auto& [word, meaning] : {
           Row{"recovry", "recovery"},    // a letter left out
           Row{"recoverry", "recovery"},  // one too many
           Row{"recovary", "recovery"},   // another one
           Row{"reocvery", "recovery"},   // two swapped
           Row{"recvoeyr", "recovery"},   // two swapped twice
           Row{"require", "requires"},
           Row{"nane", "name"},
           Row{"recovery", "recovery"},
       }) {
    CAPTURE(word);
    CHECK(meant(word) == meaning);
  }
}

TEST_CASE("a word that differs by more than two letters, or by more than a third, means nothing") {
  for (const std::string_view word :
       {"", "n", "na", "to", "nam3s", "rcvry", "recuperation", "owner"}) {
    CAPTURE(word);
    CHECK(meant(word).empty());
  }
}

TEST_CASE("of words equally near the first bytewise is proposed, and said not to be the only one") {
  const std::optional<Neighbour> near = nearest("rqo", keys);
  REQUIRE(near);
  CHECK(near->word == "rpo");
  CHECK_FALSE(near->is_only);
  CHECK(nearest("rtoo", keys)->is_only);
}

TEST_CASE("a word that stands in the list twice is no rival of itself") {
  const std::vector<std::string_view> twice = {"name", "name"};
  CHECK(nearest("naem", twice)->is_only);
}

TEST_CASE("a nearer word outdoes one that was met before") {
  const std::vector<std::string_view> words = {"database-1x", "database-12", "database-2"};
  const std::optional<Neighbour> near = nearest("database-1", words);
  REQUIRE(near);
  CHECK(near->word == "database-12");
  CHECK_FALSE(near->is_only);
  const std::vector<std::string_view> far_and_near = {"datbse-1", "databse-1"};
  CHECK(nearest("database-1", far_and_near)->word == "databse-1");
  CHECK(nearest("database-1", far_and_near)->is_only);
}

TEST_CASE("where there is nothing to choose from, nothing is meant") {
  CHECK_FALSE(nearest("name", {}));
}

}  // namespace
}  // namespace bcp
