#include "source/byte_check.hpp"

#include <ostream>
#include <string>
#include <string_view>
#include <variant>

#include <doctest/doctest.h>

namespace bcp {
namespace {

using namespace std::string_literals;

struct Verdict {
  std::string code;  ///< empty: the text may be read
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const Verdict&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Verdict& verdict) {
  return out << verdict.code << ' ' << verdict.begin << '-' << verdict.end;
}

Verdict judged(std::string text) {
  Diagnostics found;
  const bool is_good = check_bytes(text, FileId{7}, found);
  CHECK(is_good == found.all().empty());
  if (is_good) return {};
  REQUIRE(found.all().size() == 1);
  const Diagnostic& finding = found.all().front();
  CHECK(finding.at.file == FileId{7});
  CHECK(finding.help);
  return {code_text(finding.code), finding.at.begin, finding.at.end};
}

TEST_CASE("UTF-8 with tabs, LF and CRLF may be read") {
  for (const std::string& text :
       {""s, "a"s, "a: b\r\n\tc\n"s, "nom: Établissement n° 1 – «\u00A0été\u00A0»"s, "漢字 😀"s,
        "\uFEFF"s, "\U0010FFFF\u0800\u07FF"s}) {
    CAPTURE(text);
    CHECK(judged(text) == Verdict{});
  }
}

TEST_CASE("a byte order mark is taken away, also where programs have put several") {
  for (std::string text : {"\xEF\xBB\xBF"
                           "a: 1"s,
                           "\xEF\xBB\xBF\xEF\xBB\xBF"
                           "a: 1"s}) {
    Diagnostics found;
    CHECK(check_bytes(text, {}, found));
    CHECK(text == "a: 1");
  }
}

TEST_CASE("bytes that are no UTF-8 are refused where they stand") {
  for (const std::string& bytes :
       {"\x80"s, "\xC0\x80"s, "\xC1\xBF"s, "\xE0\x80\x80"s, "\xED\xA0\x80"s, "\xF0\x80\x80\x80"s,
        "\xF4\x90\x80\x80"s, "\xF5\x80\x80\x80"s, "\xC3"s, "\xE2\x82"s, "\xF0\x9F\x98"s, "\xC3("s,
        "\xE9t\xE9"s}) {
    CAPTURE(bytes);
    CHECK(judged("a: " + bytes) == Verdict{"BCP1001", 3, 4});
  }
}

TEST_CASE("UTF-16 and UTF-32 are recognised with and without a byte order mark") {
  for (const std::string& text : {"\xFE\xFF\0a"s,
                                  "\xFF\xFE"
                                  "a\0"s,
                                  "\xFF\xFE\0\0a\0\0\0"s, "\0\0\xFE\xFF\0\0\0a"s, "\0a\0:"s,
                                  "a\0:\0"s, "a\0\0\0"s, "\0\0\0a"s}) {
    CAPTURE(text);
    CHECK(judged(text) == Verdict{"BCP1002", 0, 0});
  }
}

TEST_CASE("control characters are refused, a lone CR among them") {
  struct Row {
    std::string bytes, name;
  };
  for (const auto& [bytes, name] : {
           Row{"\0"s, "U+0000"},
           Row{"\x04"s, "U+0004"},
           Row{"\x1B[31m"s, "U+001B"},
           Row{"\x7F"s, "U+007F"},
           Row{"\r"s, "U+000D"},
           Row{"\r\r\n"s, "U+000D"},
           Row{"\xC2\x85"s, "U+0085"},
           Row{"\xC2\x9B"s, "U+009B"},
       }) {
    CAPTURE(name);
    std::string text = "ab: " + bytes;
    CHECK(judged(text) == Verdict{"BCP1003", 4, bytes[0] == '\xC2' ? 6U : 5U});
    Diagnostics found;
    CHECK_FALSE(check_bytes(text, {}, found));
    CHECK(std::get<std::string>(found.all()[0].message.arguments[0].value) == name);
  }
}

}  // namespace
}  // namespace bcp
