#include "render/language.hpp"

#include <ostream>

#include <doctest/doctest.h>

#include "source/diagnostic.hpp"

using namespace bcp;
using bcp::cli::Language;

namespace {

const Language english{"en"};
const Language french{"fr"};
constexpr WallTime monday{1'584'352'800};  // 2020-03-16T10:00

Ratio ratio(std::int64_t digits, std::uint8_t places) {
  return {{.digits = digits, .places = places}};
}

}  // namespace

TEST_CASE("numbers are written as the language writes them, whatever their size") {
  CHECK(english.number(Count{4500}) == "4,500");
  CHECK(french.number(Count{4500}) == "4\u202f500");
  CHECK(english.number(Whole{"123456789012345678901234"}) == "123,456,789,012,345,678,901,234");
  CHECK(english.number(Count{-7}) == "-7");
  CHECK(english.amount(Exact{7, 2}) == "3.5");
  CHECK(french.amount(Exact{7, 2}) == "3,5");
  CHECK(english.amount(Exact{2, 3}) == "0.666");
  CHECK(english.amount(Exact{209}) == "209");
}

TEST_CASE("a stated share is shown exactly, a computed one never as more than it is") {
  CHECK(english.percentage(ratio(6, 1)) == "60%");
  CHECK(french.percentage(ratio(605, 3)) == "60,5\u00a0%");
  CHECK(english.percentage(ratio(1, 0)) == "100%");
  CHECK(english.percentage(ratio(0, 0)) == "0%");
  CHECK(english.percentage(Exact{5999, 10000}) == "59%");
  CHECK(english.percentage(Exact{1}) == "100%");
}

TEST_CASE("a time says its year only where it is not that of the plan") {
  Language language{"en"};
  CHECK(language.time(monday) == "Monday 16 March 2020 10:00");
  language.omit_year_of(monday);
  CHECK(language.time(monday) == "Monday 16 March 10:00");
  CHECK(language.short_time(monday) == "Mon 16 Mar 10:00");
  CHECK(language.time({monday.seconds + 31'536'000}) == "Tuesday 16 March 2021 10:00");
  CHECK(language.time({monday.seconds + 5}) == "Monday 16 March 10:00:05");
  Language speaker{"fr"};
  speaker.omit_year_of(monday);
  CHECK(speaker.time(monday) == "lundi 16 mars 10:00");
}

TEST_CASE("a length of time is said in days, hours, minutes and seconds") {
  CHECK(english.length({100'800}) == "1\u00a0d 4\u00a0h");
  CHECK(english.length({61}) == "1\u00a0min 1\u00a0s");
  CHECK(english.length({0}) == "0\u00a0s");
  CHECK(english.length({-3600}) == "-1\u00a0h");
  CHECK(french.length({100'800}) == "1\u00a0j 4\u00a0h");
}

TEST_CASE("a list ends with a word") {
  CHECK(english.list({"a", "b", "c"}) == "a, b and c");
  CHECK(french.list({"a", "b", "c"}) == "a, b et c");
  CHECK(english.list({"a"}) == "a");
  CHECK(english.list({}).empty());
}

TEST_CASE("a sentence takes what stands for its placeholders, escaped") {
  const Text text = tr("there is no command `{name}`", {{"name", std::string{"\x1b[2J{x}"}}});
  CHECK(english.say(text) == "there is no command `\\u{1b}[2J{x}`");
  CHECK(english.say_unescaped(text) == "there is no command `\x1b[2J{x}`");
  CHECK(english.say(Text{}).empty());
}

TEST_CASE("French counts nothing and one alike") {
  const auto errors = [](std::uint64_t count) {
    return tr_n("{count} error", "{count} errors", count,
                {{"count", number(static_cast<std::int64_t>(count))}});
  };
  CHECK(english.say(errors(0)) == "0 errors");
  CHECK(english.say(errors(1)) == "1 error");
  CHECK(french.say(errors(0)) == "0 erreur");
  CHECK(french.say(errors(1)) == "1 erreur");
  CHECK(french.say(errors(2)) == "2 erreurs");
}

TEST_CASE("a text of the plan is shown in the reader's language or not at all") {
  const LocalText both = {{"fr", "paie"}, {"en", "payroll"}};
  const LocalText one = {{"", "paie"}};
  CHECK(english.choose(both, "fr") == "payroll");
  CHECK(french.choose(one, "fr") == "paie");
  CHECK(english.choose(one, "fr").empty());
  CHECK(english.choose(one, "") == "paie");
  CHECK(english.choose({}, "en").empty());
}

TEST_CASE("every kind of finding has a French title") {
  for (const CodeInfo& info : all_codes()) {
    CAPTURE(code_text(info.code));
    CHECK(french.say_unescaped(info.title) != english.say_unescaped(info.title));
  }
}

TEST_CASE("a length in a table or on an axis is as short as can be") {
  CHECK(Language{"en"}.short_length({93'600}) == "1d2h");
  CHECK(Language{"fr"}.short_length({93'600}) == "1j2h");
  CHECK(Language{"en"}.short_length({-9'000}) == "-2h30min");
  CHECK(Language{"en"}.short_length({0}) == "0s");
}
