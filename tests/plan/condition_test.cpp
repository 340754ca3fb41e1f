#include "plan/condition.hpp"

#include <ostream>
#include <string>
#include <string_view>
#include <variant>

#include <doctest/doctest.h>

namespace bcp {
namespace {

std::string shown(const Decimal& value) {
  return std::to_string(value.digits) + "e-" + std::to_string(value.places);
}
std::string shown(const Ratio& value) { return "ratio " + shown(value.value); }
std::string shown(Seconds value) { return std::to_string(value.count()) + "s"; }
std::string shown(bool value) { return value ? "true" : "false"; }
std::string shown(Verdict value) {
  return value == Verdict::ok ? "ok" : value == Verdict::late ? "late" : "breach";
}

std::string shown(const Comparing& comparing) {
  constexpr std::string_view figures[] = {"gap",     "gap_minimum", "level", "verdict",
                                          "margin",  "up",          "late",  "done",
                                          "reached", "answered",    "ready"};
  constexpr std::string_view comparisons[] = {"<", "<=", "=", "!=", ">=", ">"};
  return std::string{figures[static_cast<int>(comparing.figure)]} + '.' + comparing.id + ' ' +
         std::string{comparisons[static_cast<int>(comparing.comparison)]} + ' ' +
         std::visit([](const auto& value) { return shown(value); }, comparing.value);
}

std::string shown(Condition::Operator step) {
  return step == Condition::Operator::negation      ? "not"
         : step == Condition::Operator::conjunction ? "and"
                                                    : "or";
}

/// The steps one after the other, or what is wrong and where.
std::string read(std::string_view text) {
  const auto condition = read_condition(text);
  std::string steps;
  if (!condition) {
    const ConditionProblem& problem = condition.error();
    return '[' + std::string{text.substr(problem.begin, problem.end - problem.begin)} + "] " +
           std::string{problem.message.msgid};
  }
  for (const Condition::Step& step : condition->steps) {
    steps += (steps.empty() ? "" : "; ") +
             std::visit([](const auto& kind) { return shown(kind); }, step);
  }
  return steps;
}

struct Row {
  std::string_view text, expected;
};

TEST_CASE("every figure is compared with a value of its kind") {
  for (const auto& [text, expected] : {
           Row{"gap.laptop > 500", "gap.laptop > 500e-0"},
           Row{"gap_minimum.bandwidth >= 0.5", "gap_minimum.bandwidth >= 5e-1"},
           Row{"ready.spare-laptops < 12", "ready.spare-laptops < 12e-0"},
           Row{"level.payments >= 60%", "level.payments >= ratio 6e-1"},
           Row{"reached.note-1 = 0.95", "reached.note-1 = ratio 95e-2"},
           Row{"verdict.payments != breach", "verdict.payments != breach"},
           Row{"verdict.payments = ok", "verdict.payments = ok"},
           Row{"verdict.payments = late", "verdict.payments = late"},
           Row{"margin.payments < -1h", "margin.payments < -3600s"},
           Row{"up.database <= 1d12h", "up.database <= 129600s"},
           Row{"late.everyone-home <= PT2H", "late.everyone-home <= 7200s"},
           Row{"late.everyone-home > -30m", "late.everyone-home > -1800s"},
           Row{"done.inventory", "done.inventory = true"},
           Row{"done.inventory = false", "done.inventory = false"},
           Row{"answered.who-decides != true", "answered.who-decides != true"},
           Row{"level.a1._x.y-z<1", "level.a1._x.y-z < ratio 1e-0"},
       }) {
    CAPTURE(text);
    CHECK(read(text) == expected);
  }
}

TEST_CASE("`not` binds tightest, then `and`, then `or`; parentheses group") {
  for (const auto& [text, expected] : {
           Row{"done.a and done.b or done.c",
               "done.a = true; done.b = true; and; done.c = true; or"},
           Row{"done.a or done.b and done.c",
               "done.a = true; done.b = true; done.c = true; and; or"},
           Row{"not done.a and done.b", "done.a = true; not; done.b = true; and"},
           Row{"not (done.a and done.b)", "done.a = true; done.b = true; and; not"},
           Row{"(done.a or done.b)and(done.c)",
               "done.a = true; done.b = true; or; done.c = true; and"},
           Row{"done.a or done.b or done.c", "done.a = true; done.b = true; or; done.c = true; or"},
           Row{"not not done.a", "done.a = true; not; not"},
           Row{"not level.a < 1", "level.a < ratio 1e-0; not"},
           Row{" \n done.a\n\tand done.and ", "done.a = true; done.and = true; and"},
       }) {
    CAPTURE(text);
    CHECK(read(text) == expected);
  }
}

TEST_CASE("an id keeps its place in the text") {
  constexpr std::string_view text = "done.inventory and  not level.payments < 1";
  const auto condition = read_condition(text);
  REQUIRE(condition);
  for (const Condition::Step& step : condition->steps) {
    if (const auto* comparing = std::get_if<Comparing>(&step)) {
      CHECK(text.substr(comparing->id_at, comparing->id.size()) == comparing->id);
    }
  }
}

TEST_CASE("what is no condition is told where it goes wrong") {
  for (const auto& [text, expected] : {
           Row{"", "[] the condition is empty"},
           Row{"  ", "[] the condition is empty"},
           Row{"levl.payments < 1", "[levl] `{word}` is no figure; did you mean `{near}`?"},
           Row{"payments < 1",
               "[payments] `{word}` is no figure: a condition asks for one of {figures}, a point "
               "and an id"},
           Row{"60% < level.a",
               "[60%] `{word}` is no figure: a condition asks for one of {figures}, a point and an "
               "id"},
           Row{"level < 60%", "[level] `{figure}` needs a point and an id, as in `{example}`"},
           Row{"level. < 60%", "[] `{id}` is not an id"},
           Row{"level.Payments < 60%", "[Payments] `{id}` is not an id"},
           Row{"done.a and", "[] a figure is missing here, such as `{example}`"},
           Row{"and done.a", "[and] a figure is missing here, such as `{example}`"},
           Row{"done.a or or done.b", "[or] a figure is missing here, such as `{example}`"},
           Row{"< 60%", "[<] a figure is missing here, such as `{example}`"},
           Row{"()", "[)] a figure is missing here, such as `{example}`"},
           Row{"level.a",
               "[level.a] `{figure}` is not true or false by itself: compare it, as in "
               "`{example}`"},
           Row{"reached.note-1 and done.a",
               "[reached.note-1] `{figure}` is not true or false by itself: compare it, as in "
               "`{example}`"},
           Row{"level.a <", "[] a value is missing after `{sign}`"},
           Row{"level.a < and done.b", "[and] a value is missing after `{sign}`"},
           Row{"verdict.a < late", "[<] `{figure}` has no order: compare it by `=` or `!=`"},
           Row{"done.a >= true", "[>=] `{figure}` has no order: compare it by `=` or `!=`"},
           Row{"verdict.a = good", "[good] a verdict is `ok`, `late` or `breach`"},
           Row{"level.a < 1 < 2", "[<] comparisons do not chain: join two of them by `and`"},
           Row{"done.a done.b", "[done.b] `and` or `or` is missing in front of `{word}`"},
           Row{"done.a not done.b", "[not] `and` or `or` is missing in front of `{word}`"},
           Row{"gap.laptop > 500 laptops",
               "[laptops] `and` or `or` is missing in front of `{word}`"},
           Row{"(done.a", "[(] this parenthesis is never closed"},
           Row{"done.a)", "[)] this parenthesis closes none"},
           Row{"(done.a done.b)", "[done.b] `and` or `or` is missing in front of `{word}`"},
       }) {
    CAPTURE(text);
    CHECK(read(text) == expected);
  }
}

TEST_CASE("a value of another kind is refused at its place by the grammar of its kind") {
  for (const auto& [text, value] :
       {Row{"gap.laptop > -1", "[-1]"}, Row{"gap.laptop > 60%", "[60%]"}, Row{"level.a < 2", "[2]"},
        Row{"level.a < 4h", "[4h]"}, Row{"up.a < -4h", "[-4h]"}, Row{"up.a < 4", "[4]"},
        Row{"late.a < 0", "[0]"}, Row{"margin.a < ok", "[ok]"}, Row{"done.a = yes", "[yes]"},
        Row{"ready.a < 1e3", "[1e3]"}}) {
    CAPTURE(text);
    CHECK(read(text).starts_with(value));
  }
}

TEST_CASE("signs of other languages get a hint of the right one") {
  struct Hint {
    std::string_view text, sign, meant;
  };
  for (const auto& [text, sign, meant] : {
           Hint{"verdict.a == ok", "==", "="},
           Hint{"verdict.a <> ok", "<>", "!="},
           Hint{"level.a =< 1", "=<", "<="},
           Hint{"level.a => 1", "=>", ">="},
           Hint{"done.a && done.b", "&&", "and"},
           Hint{"done.a & done.b", "&", "and"},
           Hint{"done.a || done.b", "||", "or"},
           Hint{"level.a < 1 | done.b", "|", "or"},
           Hint{"!done.a", "!", "not"},
           Hint{"done.a and !(done.b)", "!", "not"},
           Hint{"done.a AND done.b", "AND", "and"},
           Hint{"done.a Or done.b", "Or", "or"},
           Hint{"NOT done.a", "NOT", "not"},
       }) {
    CAPTURE(text);
    const auto condition = read_condition(text);
    REQUIRE_FALSE(condition);
    const ConditionProblem& problem = condition.error();
    CHECK(problem.message.msgid == "`{sign}` is written `{meant}`");
    CHECK(text.substr(problem.begin, problem.end - problem.begin) == sign);
    CHECK(std::get<std::string>(problem.message.arguments[1].value) == meant);
  }
  CHECK(read("level.a <! 1") ==
        "[<!] `{sign}` is no sign of a condition: figures are compared by `<`, `<=`, `=`, `!=`, "
        "`>=`, `>`");
}

TEST_CASE("a condition nests up to 64 deep") {
  const auto nested = [](std::string_view opening, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += opening;
    return text + "done.a" + std::string(opening == "(" ? times : 0, ')');
  };
  for (const std::string_view opening : {"(", "not "}) {
    CHECK(read_condition(nested(opening, 64)));
    CHECK_FALSE(read_condition(nested(opening, 65)));
    CHECK_FALSE(read_condition(nested(opening, 100'000)));
  }
}

}  // namespace
}  // namespace bcp
