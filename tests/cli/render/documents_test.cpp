#include <ostream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "render/csv.hpp"
#include "render/json.hpp"
#include "render/markdown.hpp"

using namespace bcp;
using namespace bcp::cli;

TEST_CASE("numbers of JSON are exact, or texts") {
  CHECK(json_number(Whole{"9007199254740992"}).dump() == "9007199254740992");
  CHECK(json_number(Whole{"9007199254740993"}).dump() == "\"9007199254740993\"");
  CHECK(json_number(Whole{"-9007199254740993"}).dump() == "\"-9007199254740993\"");
  CHECK(json_number(Exact{2, 5}).dump() == "0.4");
  CHECK(json_number(Exact{3}).dump() == "3");
}

TEST_CASE("a JSON document survives bytes that are not UTF-8") {
  nlohmann::ordered_json document;
  document["a"] = "x\xff\u202e";
  CHECK(json_text(document) == "{\n  \"a\": \"x\uFFFD\\u202e\"\n}\n");
}

TEST_CASE("CSV quotes what it must and defuses formulas, in texts only") {
  CHECK(csv_row({std::string{"a"}, Whole{-3}, std::string{}}) == "a,-3,\r\n");
  CHECK(csv_row({std::string{"a,b"}, std::string{"say \"x\""}}) == "\"a,b\",\"say \"\"x\"\"\"\r\n");
  for (const char* formula : {"=1+1", "+1", "-1", "@x"}) {
    CHECK(csv_row({std::string{formula}}) == "'" + std::string{formula} + "\r\n");
  }
  CHECK(csv_row({std::string{"\tx"}}) == "'\\tx\r\n");
  CHECK(csv_row({std::string{"a\r\nb"}}) == "a\\r\\nb\r\n");
}

TEST_CASE("nothing in a text acts in Markdown") {
  CHECK(markdown_text("a|b `c` *d* _e_ [f](g) <h>") ==
        "a\\|b \\`c\\` \\*d\\* \\_e\\_ \\[f\\]\\(g\\) \\<h\\>");
  CHECK(markdown_text("@team #12") == "@<!-- -->team \\#<!-- -->12");
  CHECK(markdown_text("https://x www.y") == "https:<!-- -->//x www.<!-- -->y");
  CHECK(markdown_text("a\n# b") == "a\\\\n\\# b");
  CHECK(markdown_text("café") == "café");
}

TEST_CASE("a Markdown table says which columns hold numbers") {
  CHECK(markdown_table({{"a"}, {"n", true}}, {{"x", "1"}, {"", "2"}}) ==
        "| a | n |\n| --- | ---: |\n| x | 1 |\n| | 2 |\n");
}
