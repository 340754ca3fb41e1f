#include "validate/mending.hpp"

#include <cctype>
#include <iterator>
#include <ostream>
#include <random>
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"

using namespace bcp;
using namespace bcp::test;

namespace {

std::string with_head(std::string_view yaml) { return std::string{head} + std::string{yaml}; }

/// What the root file says after mending, without its head; as it was if nothing changes.
std::string mended(std::string_view yaml) {
  const LoadedPlan plan = loaded({{"bcp.yaml", with_head(yaml)}});
  const Mending mending = mend(*plan.text, plan.found);
  const std::string text =
      mending.files.empty() ? plan.text->files[FileId{0}].text : mending.files.front().text;
  return text.substr(head.size());
}

std::vector<Obstacle> obstacles(std::string_view yaml) {
  const LoadedPlan plan = loaded({{"bcp.yaml", with_head(yaml)}});
  std::vector<Obstacle> found;
  for (const Unmended& one : mend(*plan.text, plan.found).unmended) found.push_back(one.obstacle);
  return found;
}

}  // namespace

TEST_CASE("a misspelt key, id and word are mended, and nothing else is touched") {
  CHECK(mended("services:\r\n  pay: {teir: vital,  # é\n    requires: [ databse ]}\n"
               "  dog: {tier: vitl}\n"
               "infrastructure: {database: {}}\n") ==
        "services:\r\n  pay: {tier: vital,  # é\n    requires: [ database ]}\n"
        "  dog: {tier: vital}\n"
        "infrastructure: {database: {}}\n");
}

TEST_CASE("quotes around a word stay") {
  CHECK(mended("\"servces\": {}\n") == "\"services\": {}\n");
  CHECK(mended("services: {pay: {'teir': vital}}\n") == "services: {pay: {'tier': vital}}\n");
  CHECK(mended("services: {pay: {tier: \"vitl\"}}\n") == "services: {pay: {tier: \"vital\"}}\n");
}

TEST_CASE("a word with two neighbours as near is left alone") {
  const std::string text =
      "infrastructure: {web-1: {}, web-2: {}}\nservices: {pay: {requires: [web-3]}}\n";
  CHECK(mended(text) == text);
  CHECK(obstacles(text).empty());
}

TEST_CASE("a word with a nearer and a further neighbour, or with other digits, is left alone") {
  for (const std::string text :
       {"infrastructure: {gateway-a: {}, gateway-bc: {}}\nservices: {pay: {requires: "
        "[gateway-b]}}\n",
        "infrastructure: {web-1: {}}\nservices: {pay: {requires: [web-12]}}\n",
        "infrastructure: {database-2019: {}}\nservices: {pay: {requires: [database-2020]}}\n"}) {
    CAPTURE(text);
    CHECK(mended(text) == text);
    CHECK(obstacles(text).empty());
  }
}

TEST_CASE("a fix that would repeat a key or an item is not made") {
  for (const std::string text :
       {"staff: {clerks: {headcoutn: 3, headcouny: 4}}\n",
        "infrastructure: {database: {}}\nservices: {pay: {requires: [database, databse]}}\n",
        "staff: {clerks: {headcount: 9}}\nservices: {pay: {staff: {clerks: 3, clerk: 4}}}\n"}) {
    CAPTURE(text);
    CHECK(mended(text) == text);
    REQUIRE_FALSE(obstacles(text).empty());
    CHECK(obstacles(text).front() == Obstacle::repetition);
  }
  const std::string beside = "staff: {clerks: {headcount: 3, headcoutn: 4}}\n";
  CHECK(mended(beside) == beside);
}

TEST_CASE("what an alias or a merge uses elsewhere too is left alone") {
  const std::string merged =
      "x-base: &base {recovry: 4h}\napplications: {one: {<<: *base}, two: {<<: *base}}\n";
  CHECK(mended(merged) == merged);
  CHECK(obstacles(merged).front() == Obstacle::several_uses);
  const std::string listed =
      "infrastructure: {database: {}}\n"
      "services: {pay: {requires: &all [databse]}, bill: {requires: *all}}\n";
  CHECK(mended(listed) == listed);
  CHECK(obstacles(listed).front() == Obstacle::several_uses);
}

TEST_CASE("a word that is written in an unusual way is left alone") {
  for (const std::string text : {"\"serv\\x63es\": {}\n", "? |-\n  servces\n: {}\n"}) {
    CAPTURE(text);
    CHECK(mended(text) == text);
    CHECK(obstacles(text).front() == Obstacle::writing);
  }
}

TEST_CASE("a word that would need quotes is left alone") {
  const std::string text =
      "tiers: [\"now: at once\", later]\nservices: {pay: {tier: \"now: at onc\"}}\n";
  CHECK(mended(text) == text);
  CHECK(obstacles(text).front() == Obstacle::writing);
}

TEST_CASE("a fix in an override is left alone") {
  const LoadedPlan plan = loaded({{"bcp.yaml", with_head("services: {pay: {}}\n")}},
                                 {.overrides = {"services.pay.teir=vital"}});
  const Mending mending = mend(*plan.text, plan.found);
  CHECK(mending.files.empty());
  REQUIRE(mending.unmended.size() == 1);
  CHECK(mending.unmended[0].obstacle == Obstacle::no_file);
}

TEST_CASE("each file is mended on its own") {
  const LoadedPlan plan =
      loaded({{"bcp.yaml", with_head("include: [more.yaml]\nservces: {}\n")},
              {"more.yaml", "infrastructure: {}\nsites: {hq: {recovry: 1h}}\n"}});
  const Mending mending = mend(*plan.text, plan.found);
  REQUIRE(mending.files.size() == 2);
  CHECK(mending.files[0].text == with_head("include: [more.yaml]\nservices: {}\n"));
  CHECK(mending.files[1].text == "infrastructure: {}\nsites: {hq: {recovery: 1h}}\n");
  CHECK(mending.changes.size() == 2);
}

TEST_CASE("after mending, every misspelt word is right and every other byte stays") {
  struct Line {
    std::string right, wrong;
  };
  const std::vector<Line> lines = {
      {"    recovery: 4h # as the contract says\n", "    recovry: 4h # as the contract says\n"},
      {"    requires: [database,  network]\n", "    requires: [databse,  network]\n"},
      {"    owner: \"É\" # x\r\n", "    ownr: \"É\" # x\r\n"},
      {"    backup: {every: 4h, restore: 2h}\n", "    backup: {evry: 4h, restore: 2h}\n"},
      {"    failure: 2%\n", "    failur: 2%\n"},
      {"    'tested': {recovery: 6h, on: 2026-05-12}\n",
       "    'testd': {recovry: 6h, on: 2026-05-12}\n"},
  };
  const std::string begin = with_head(
      "infrastructure: {database: {}, network: {}}\napplications:\n  app:\n"
      "    name: É\n");
  for (int choice = 0; choice < 3 * 3 * 3 * 3 * 3 * 3; ++choice) {
    std::string right = begin;
    std::string now = begin;
    int rest = choice;
    for (const Line& line : lines) {
      if (rest % 3 != 0) right += line.right;
      if (rest % 3 != 0) now += rest % 3 == 1 ? line.right : line.wrong;
      rest /= 3;
    }
    CAPTURE(now);
    // What stands inside a key that was wrong shows in the second round only.
    for (int round = 0; round < 2; ++round) {
      const LoadedPlan plan = loaded({{"bcp.yaml", now}});
      const Mending mending = mend(*plan.text, plan.found);
      CHECK(mending.unmended.empty());
      if (!mending.files.empty()) now = mending.files.front().text;
    }
    CHECK(now == right);
    CHECK(findings_of({{"bcp.yaml", now}}) == "");
  }
}

TEST_CASE("in 500 plans with random slips nothing but the words that are told changes") {
  const std::string right =
      "services: {payments: {tier: vital, requires: [database], rto: 1d}}\n"
      "infrastructure: {database: {recovery: 4h, requires: [\"network\"]}, network: {}}\n"
      "staff: {clerks: {headcount: 12, tags: [release]}} # requires\n";
  std::mt19937 random{1};
  for (int run = 0; run < 500; ++run) {
    std::string text = right;
    for (int slips = 0; slips < 3; ++slips) {
      const std::size_t at = random() % (text.size() - 1);
      if (std::isalpha(text[at]) != 0 && std::isalpha(text[at + 1]) != 0)
        std::swap(text[at], text[at + 1]);
    }
    CAPTURE(text);
    const LoadedPlan plan = loaded({{"bcp.yaml", with_head(text)}});
    const Mending mending = mend(*plan.text, plan.found);
    std::string undone = mended(text);
    for (auto change = mending.changes.rbegin(); change != mending.changes.rend(); ++change) {
      // A place is one of the text before; what stands before it may have changed its length.
      std::ptrdiff_t shift = 0;
      for (auto other = mending.changes.begin(); other->at < change->at; ++other)
        shift += std::ssize(other->to) - std::ssize(other->from);
      const auto begin = static_cast<std::size_t>(
          static_cast<std::ptrdiff_t>(change->at.begin - head.size()) + shift);
      REQUIRE(undone.substr(begin, change->to.size()) == change->to);
      undone.replace(begin, change->to.size(), change->from);
    }
    CHECK(undone == text);
  }
}
