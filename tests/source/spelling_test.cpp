#include "source/spelling.hpp"

#include <algorithm>
#include <array>
#include <ostream>
#include <random>
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

TEST_CASE("capitals and what joins parts of a word make the least difference") {
  const std::vector<std::string_view> words = {"any_of", "all_of", "db", "office-pc", "da"};
  CHECK(nearest("anyOf", words)->word == "any_of");
  CHECK(nearest("Office PC", words)->word == "office-pc");
  CHECK(nearest("DB", words)->is_only);
  CHECK_FALSE(nearest("-", words));
  CHECK_FALSE(nearest("dbs", words)->word == "da");
}

TEST_CASE("candidates come in the order of their distance") {
  CHECK(nearest_first("rta", {"name", "rpo", "rto"}) ==
        std::vector<std::string_view>{"rto", "rpo", "name"});
}

TEST_CASE("of words equally near the first bytewise is proposed, and said not to be the only one") {
  const std::optional<Neighbour> near = nearest("rqo", keys);
  REQUIRE(near);
  CHECK(near->word == "rpo");
  CHECK_FALSE(near->is_only);
  CHECK(nearest("rtoo", keys)->is_only);
}

/// The definition itself, cell by cell.
std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cells(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cells[i][j] = i + j;
        continue;
      }
      cells[i][j] = std::min({cells[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1),
                              cells[i - 1][j] + 1, cells[i][j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        cells[i][j] = std::min(cells[i][j], cells[i - 2][j - 2] + 1);
    }
  }
  return cells[a.size()][b.size()];
}

TEST_CASE("a word is near exactly if at most two edits, and a third of its length, lead there") {
  std::mt19937 random{1};
  const auto word = [&] {
    std::string letters(random() % 9, 'a');
    for (char& letter : letters) letter = static_cast<char>('a' + random() % 3);
    return letters;
  };
  int near = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string one = word();
    const std::string other = word();
    const std::array<std::string_view, 1> candidates = {other};
    const bool is_near = edits(one, other) <= std::min<std::size_t>(2, one.size() / 3);
    near += is_near ? 1 : 0;
    CAPTURE(one);
    CAPTURE(other);
    CHECK(nearest(one, candidates).has_value() == is_near);
  }
  CHECK(near > 500);
}

TEST_CASE("a word of more than 100 bytes is near to none") {
  const std::string word(100, 'a');
  const std::string longer(101, 'a');
  const std::array<std::string_view, 2> candidates = {word, longer};
  CHECK(nearest(word, candidates)->is_only);
  CHECK_FALSE(nearest(longer, candidates).has_value());
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
