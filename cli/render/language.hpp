// How is something said in the reader's language?
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/exact.hpp"
#include "plan/time_zone.hpp"
#include "plan/values.hpp"
#include "source/text.hpp"

namespace bcp::cli {

class Formats;

/// English or French: sentences, numbers, dates. A value; copies share what was looked up.
///
/// Nothing is prepared before it is first asked for; English sentences need no preparation at all.
class Language {
public:
  /// `en` or `fr`.
  explicit Language(std::string_view code);

  [[nodiscard]] const std::string& code() const { return code_; }

  /// The sentence as a line for people; what stands for its placeholders is escaped (`plain`).
  [[nodiscard]] std::string say(const Text& text) const;
  /// The same with what stands for the placeholders as it is: for documents that escape all their texts themselves.
  [[nodiscard]] std::string say_unescaped(const Text& text) const;

  /// `4,500` or `4 500`.
  [[nodiscard]] std::string number(const Whole& value) const;
  [[nodiscard]] std::string number(Count value) const { return number(Whole{value}); }
  /// Units of a source: whole, or with at most three decimals, rounded down.
  [[nodiscard]] std::string amount(const Exact& value) const;
  /// `60.5%` or `60,5 %`, exactly.
  [[nodiscard]] std::string percentage(const Ratio& value) const;
  /// A whole percentage, rounded down: what is not all is not 100%.
  [[nodiscard]] std::string percentage(const Exact& value) const;

  /// `Monday 16 March 10:00`; with the year where it is not that of the plan's start.
  [[nodiscard]] std::string time(WallTime time) const;
  /// `Mon 16 Mar 10:00`, likewise.
  [[nodiscard]] std::string short_time(WallTime time) const;
  void omit_year_of(WallTime time);

  /// `1 d 4 h`; hours beyond a day are days.
  [[nodiscard]] std::string length(TimeLength length) const;
  /// `1d4h`, for tables and axes.
  [[nodiscard]] std::string short_length(TimeLength length) const;

  /// `a, b and c`.
  [[nodiscard]] std::string list(const std::vector<std::string>& items) const;

  /// The text in this language, where a text without one is in `plan_language` (empty: in any); empty if there is
  /// none. Not escaped.
  [[nodiscard]] std::string_view choose(const LocalText& text,
                                        std::string_view plan_language) const;

private:
  using Escape = std::string (*)(std::string_view);

  [[nodiscard]] std::string filled(const Text& text, Escape escape) const;
  [[nodiscard]] std::string shown(const Argument& argument, Escape escape) const;
  [[nodiscard]] bool is_year_omitted(WallTime time) const;

  std::string code_;
  std::optional<std::int64_t> omitted_year_;
  std::shared_ptr<Formats> formats_;
};

}  // namespace bcp::cli
