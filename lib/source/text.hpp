// What is said to people, before it is said in a language?
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace bcp {

struct Text;

/// A wall-clock time without zone, in seconds since 1970-01-01T00:00; shown as `Monday 16 March 10:00`.
struct WallTime {
  std::int64_t seconds = 0;
};

/// A length of time in seconds; shown as `1 d 4 h`.
struct TimeLength {
  std::int64_t seconds = 0;
};

/// A whole number of any size as its decimal digits, `-` in front of a negative one; shown as `4,500` or `4 500`.
struct Number {
  std::string digits;
};

/// Names or ids of the plan, shown one after the other; each is text of the plan and never acts.
using Names = std::vector<std::string>;

/// What stands for a placeholder. A `std::string` is text of the plan or of the command line, shown as it is.
using Argument =
    std::variant<std::string, Number, WallTime, TimeLength, Names, std::shared_ptr<const Text>>;

struct NamedArgument {
  std::string_view name;
  Argument value;
};

/// A sentence as a value: the English text, which is also the key of its translations, and what its placeholders
/// stand for. Placeholders are bare, `{name}`. A default-made `Text` says nothing.
struct Text {
  std::string_view msgid;  ///< static storage
  std::string_view
      plural;  ///< the English form for other counts than one; empty: the sentence has one form
  std::string_view
      context;  ///< tells apart equal English words that translate differently; usually empty
  std::uint64_t count = 1;  ///< chooses the form, where `plural` is given
  std::vector<NamedArgument> arguments;

  [[nodiscard]] bool empty() const { return msgid.empty(); }
};

/// The sentences of the program are written in calls of these three, which the translators' tools look for.
[[nodiscard]] Text tr(std::string_view msgid, std::initializer_list<NamedArgument> arguments = {});
[[nodiscard]] Text tr_n(std::string_view one, std::string_view many, std::uint64_t count,
                        std::initializer_list<NamedArgument> arguments = {});
[[nodiscard]] Text tr_c(std::string_view context, std::string_view msgid,
                        std::initializer_list<NamedArgument> arguments = {});

/// Values for placeholders.
[[nodiscard]] Argument number(std::int64_t value);
[[nodiscard]] Argument nested(Text text);

}  // namespace bcp
