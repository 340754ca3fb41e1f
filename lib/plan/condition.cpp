#include "plan/condition.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

#include "plan/grammar.hpp"
#include "source/spelling.hpp"

namespace bcp {

namespace {

constexpr std::size_t deepest_nesting = 64;

using Value = decltype(Comparing::value);

template <class Found>
using Parsed = tl::expected<Found, ConditionProblem>;

template <class Kind>
tl::expected<Value, Text> value_of(tl::expected<Kind, Text> parsed) {
  if (!parsed) return tl::unexpected(std::move(parsed.error()));
  return Value{*parsed};
}

tl::expected<Value, Text> amount(std::string_view text) {
  const auto quantity = grammar::quantity(text, {});
  if (!quantity) return tl::unexpected(quantity.error());
  return Value{quantity->value};
}

tl::expected<Value, Text> share(std::string_view text) { return value_of(grammar::ratio(text)); }
tl::expected<Value, Text> length(std::string_view text) {
  return value_of(grammar::duration(text));
}
tl::expected<Value, Text> lag(std::string_view text) { return value_of(grammar::lag(text)); }
tl::expected<Value, Text> flag(std::string_view text) { return value_of(grammar::flag(text)); }

tl::expected<Value, Text> verdict(std::string_view text) {
  if (text == "ok") return Value{Verdict::ok};
  if (text == "late") return Value{Verdict::late};
  if (text == "breach") return Value{Verdict::breach};
  return tl::unexpected(tr("a verdict is `ok`, `late` or `breach`"));
}

struct FigureInfo {
  std::string_view word;
  Figure figure;
  tl::expected<Value, Text> (*read)(std::string_view);
  std::string_view example;
};

constexpr std::array figures = {
    FigureInfo{"gap", Figure::gap, amount, "gap.laptop > 500"},
    FigureInfo{"gap_minimum", Figure::gap_minimum, amount, "gap_minimum.laptop > 0"},
    FigureInfo{"level", Figure::level, share, "level.payments >= 60%"},
    FigureInfo{"verdict", Figure::verdict, verdict, "verdict.payments != breach"},
    FigureInfo{"margin", Figure::margin, lag, "margin.payments < 2h"},
    FigureInfo{"up", Figure::up, length, "up.database <= 4h"},
    FigureInfo{"late", Figure::late, lag, "late.everyone-home <= 2h"},
    FigureInfo{"done", Figure::done, flag, "done.inventory"},
    FigureInfo{"reached", Figure::reached, share, "reached.note-1 >= 95%"},
    FigureInfo{"answered", Figure::answered, flag, "answered.who-decides"},
    FigureInfo{"ready", Figure::ready, amount, "ready.spare-laptops >= 200"},
};

bool is_true_or_false(Figure figure) {
  return figure == Figure::done || figure == Figure::answered;
}

bool has_order(Figure figure) { return !is_true_or_false(figure) && figure != Figure::verdict; }

struct Token {
  enum class Kind { end, word, opening, closing, comparison, stray };
  Kind kind = Kind::end;
  std::string_view text;
  std::size_t at = 0;
};

constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view signs = "<>=!&|";

Token token_at(std::string_view text, std::size_t from) {
  const std::size_t at = std::min(text.find_first_not_of(blanks, from), text.size());
  const auto run = [&](std::size_t end) {
    return text.substr(at, std::min(end, text.size()) - at);
  };
  if (at == text.size()) return {.kind = Token::Kind::end, .text = {}, .at = at};
  if (text[at] == '(') return {.kind = Token::Kind::opening, .text = run(at + 1), .at = at};
  if (text[at] == ')') return {.kind = Token::Kind::closing, .text = run(at + 1), .at = at};
  if (signs.find(text[at]) == std::string_view::npos) {
    return {.kind = Token::Kind::word,
            .text = run(text.find_first_of(" \t\r\n()<>=!&|", at)),
            .at = at};
  }
  constexpr std::array comparisons = {"<=", ">=", "!=", "<", ">", "="};
  const std::string_view written = run(text.find_first_not_of(signs, at));
  const bool is_known = std::ranges::find(comparisons, written) != comparisons.end();
  return {
      .kind = is_known ? Token::Kind::comparison : Token::Kind::stray, .text = written, .at = at};
}

Comparison comparison_of(std::string_view sign) {
  if (sign == "<") return Comparison::less;
  if (sign == "<=") return Comparison::at_most;
  if (sign == "=") return Comparison::equal;
  if (sign == "!=") return Comparison::not_equal;
  return sign == ">" ? Comparison::greater : Comparison::at_least;
}

/// What stands here for a sign of another language; empty: for none.
std::string_view meant_by(std::string_view sign) {
  struct Habit {
    std::string_view sign;
    std::string_view meant;
  };
  constexpr std::array habits = {
      Habit{"==", "="},  Habit{"===", "="}, Habit{"<>", "!="},  Habit{"!==", "!="},
      Habit{"=<", "<="}, Habit{"=>", ">="}, Habit{"&&", "and"}, Habit{"&", "and"},
      Habit{"||", "or"}, Habit{"|", "or"},  Habit{"!", "not"},
  };
  const auto habit = std::ranges::find(habits, sign, &Habit::sign);
  return habit == habits.end() ? std::string_view{} : habit->meant;
}

ConditionProblem problem(const Token& token, Text message) {
  return {.message = std::move(message), .begin = token.at, .end = token.at + token.text.size()};
}

ConditionProblem problem_of_sign(const Token& token) {
  std::string written{token.text};
  const std::string_view meant = meant_by(token.text);
  if (meant.empty()) {
    return problem(token, tr("`{sign}` is no sign of a condition: figures are compared by `<`, "
                             "`<=`, `=`, `!=`, `>=`, `>`",
                             {{"sign", std::move(written)}}));
  }
  return problem(token, tr("`{sign}` is written `{meant}`",
                           {{"sign", std::move(written)}, {"meant", std::string{meant}}}));
}

ConditionProblem unknown_figure(const Token& token, std::string_view word) {
  std::array<std::string_view, figures.size()> words{};
  std::ranges::transform(figures, words.begin(), &FigureInfo::word);
  const ConditionProblem place = problem({.kind = token.kind, .text = word, .at = token.at}, {});
  const std::optional<Neighbour> near = nearest(word, words);
  if (near) {
    return {tr("`{word}` is no figure; did you mean `{near}`?",
               {{"word", std::string{word}}, {"near", std::string{near->word}}}),
            place.begin, place.end};
  }
  return {tr("`{word}` is no figure: a condition asks for one of {figures}, a point and an id",
             {{"word", std::string{word}}, {"figures", Names{words.begin(), words.end()}}}),
          place.begin, place.end};
}

class Reader {
public:
  explicit Reader(std::string_view text) : text_(text), next_(token_at(text, 0)) {}

  Parsed<Condition> read() {
    if (next_.kind == Token::Kind::end)
      return tl::unexpected(problem(next_, tr("the condition is empty")));
    if (auto failed = read_either(0)) return tl::unexpected(std::move(*failed));
    if (next_.kind == Token::Kind::closing) {
      return tl::unexpected(problem(next_, tr("this parenthesis closes none")));
    }
    if (next_.kind != Token::Kind::end) return tl::unexpected(surplus());
    return std::move(condition_);
  }

private:
  /// `nullopt`: all is well.
  using Failure = std::optional<ConditionProblem>;

  Failure read_either(std::size_t depth) {
    if (Failure failed = read_both(depth)) return failed;
    while (is_word("or")) {
      advance();
      if (Failure failed = read_both(depth)) return failed;
      condition_.steps.emplace_back(Condition::Operator::disjunction);
    }
    return std::nullopt;
  }

  Failure read_both(std::size_t depth) {
    if (Failure failed = read_negated(depth)) return failed;
    while (is_word("and")) {
      advance();
      if (Failure failed = read_negated(depth)) return failed;
      condition_.steps.emplace_back(Condition::Operator::conjunction);
    }
    return std::nullopt;
  }

  Failure read_negated(std::size_t depth) {
    if (depth > deepest_nesting) {
      return problem(next_, tr("the condition is nested more than {limit} deep",
                               {{"limit", number(static_cast<std::int64_t>(deepest_nesting))}}));
    }
    if (is_word("not")) {
      advance();
      if (Failure failed = read_negated(depth + 1)) return failed;
      condition_.steps.emplace_back(Condition::Operator::negation);
      return std::nullopt;
    }
    return next_.kind == Token::Kind::opening ? read_group(depth) : read_comparing();
  }

  Failure read_group(std::size_t depth) {
    const Token opening = advance();
    if (Failure failed = read_either(depth + 1)) return failed;
    if (next_.kind == Token::Kind::end)
      return problem(opening, tr("this parenthesis is never closed"));
    if (next_.kind != Token::Kind::closing) return surplus();
    advance();
    return std::nullopt;
  }

  Failure read_comparing() {
    if (next_.kind == Token::Kind::stray) return problem_of_sign(next_);
    if (next_.kind != Token::Kind::word || is_joint()) {
      return problem(next_, tr("a figure is missing here, such as `{example}`",
                               {{"example", std::string{figures.front().example}}}));
    }
    if (Failure capitals = joint_in_capitals()) return capitals;
    const Token token = advance();
    const std::size_t point = std::min(token.text.find('.'), token.text.size());
    const auto known = std::ranges::find(figures, token.text.substr(0, point), &FigureInfo::word);
    if (known == figures.end()) return unknown_figure(token, token.text.substr(0, point));
    if (point == token.text.size()) {
      return problem(token, tr("`{figure}` needs a point and an id, as in `{example}`",
                               {{"figure", std::string{known->word}},
                                {"example", std::string{known->example}}}));
    }
    Comparing comparing{.figure = known->figure,
                        .id = std::string{token.text.substr(point + 1)},
                        .id_at = token.at + point + 1,
                        .comparison = Comparison::equal,
                        .value = true};
    if (!grammar::is_id(comparing.id)) {
      return ConditionProblem{tr("`{id}` is not an id", {{"id", comparing.id}}), comparing.id_at,
                              token.at + token.text.size()};
    }
    if (Failure failed = read_value(*known, token, comparing)) return failed;
    condition_.steps.emplace_back(std::move(comparing));
    return std::nullopt;
  }

  /// What follows a figure: a sign and a value, or nothing.
  Failure read_value(const FigureInfo& info, const Token& figure, Comparing& comparing) {
    if (next_.kind == Token::Kind::stray &&
        next_.text.find_first_of("=<>") != std::string_view::npos) {
      return problem_of_sign(next_);
    }
    if (next_.kind != Token::Kind::comparison) {
      if (is_true_or_false(info.figure)) return std::nullopt;
      return problem(
          figure, tr("`{figure}` is not true or false by itself: compare it, as in `{example}`",
                     {{"figure", std::string{info.word}}, {"example", std::string{info.example}}}));
    }
    const Token sign = advance();
    comparing.comparison = comparison_of(sign.text);
    const bool is_equality =
        comparing.comparison == Comparison::equal || comparing.comparison == Comparison::not_equal;
    if (!has_order(info.figure) && !is_equality) {
      return problem(sign, tr("`{figure}` has no order: compare it by `=` or `!=`",
                              {{"figure", std::string{info.word}}}));
    }
    if (next_.kind != Token::Kind::word || is_joint()) {
      return problem(next_,
                     tr("a value is missing after `{sign}`", {{"sign", std::string{sign.text}}}));
    }
    const Token written = advance();
    auto value = info.read(written.text);
    if (!value) return problem(written, std::move(value.error()));
    comparing.value = *value;
    return std::nullopt;
  }

  /// What stands where the condition could end.
  [[nodiscard]] ConditionProblem surplus() const {
    if (next_.kind == Token::Kind::stray) return problem_of_sign(next_);
    if (next_.kind == Token::Kind::comparison) {
      return problem(next_, tr("comparisons do not chain: join two of them by `and`"));
    }
    if (auto capitals = joint_in_capitals()) return std::move(*capitals);
    return problem(next_, tr("`and` or `or` is missing in front of `{word}`",
                             {{"word", std::string{next_.text}}}));
  }

  /// For `AND`, `Or`, `NOT`.
  [[nodiscard]] Failure joint_in_capitals() const {
    const auto is_same = [](char a, char b) { return (a | 0x20) == b; };
    for (const std::string_view joint : {"and", "or", "not"}) {
      if (next_.text == joint || !std::ranges::equal(next_.text, joint, is_same)) continue;
      return problem(next_, tr("`{sign}` is written `{meant}`",
                               {{"sign", std::string{next_.text}}, {"meant", std::string{joint}}}));
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_word(std::string_view word) const {
    return next_.kind == Token::Kind::word && next_.text == word;
  }
  [[nodiscard]] bool is_joint() const { return is_word("and") || is_word("or") || is_word("not"); }

  Token advance() { return std::exchange(next_, token_at(text_, next_.at + next_.text.size())); }

  std::string_view text_;
  Token next_;
  Condition condition_;
};

}  // namespace

Parsed<Condition> read_condition(std::string_view text) { return Reader{text}.read(); }

}  // namespace bcp
