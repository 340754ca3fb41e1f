// What is wrong with a plan, where, and what can be done about it?
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/span.hpp"
#include "source/text.hpp"

namespace bcp {

enum class Severity { error, warning, note };

/// Every kind of finding, one row each in `codes.def`. The value is the number that users see: BCP1203.
enum class Code {
#define CODE(number, name, severity, title) name = number,
#include "source/codes.def"
#undef CODE
};

struct CodeInfo {
  Code code;
  std::string_view name;  ///< kebab-case, part of the address of its page
  Severity severity;      ///< unless a run says otherwise
  Text title;
};

/// All codes in the order of their numbers.
[[nodiscard]] const std::vector<CodeInfo>& all_codes();
[[nodiscard]] const CodeInfo& info_of(Code code);

/// `BCP1203`
[[nodiscard]] std::string code_text(Code code);

/// A second place that a finding speaks of, and what is there.
struct Label {
  Span at;
  Text text;
};

/// A change of the source that certainly mends the finding.
struct Fix {
  Span replaced;
  std::string by;
};

/// One finding. `message` says what is wrong (no full stop), `help` what to do about it.
struct Diagnostic {
  Code code{};
  Severity severity = Severity::error;
  Text message;
  Span at;
  std::vector<Label> also;
  std::vector<Text> notes;
  std::optional<Text> help;
  std::optional<Fix> fix;
  std::optional<std::string> allowed_because;  ///< the author's reason; not given: it counts

  [[nodiscard]] bool is_suppressed() const { return allowed_because.has_value(); }
};

/// The one sink of findings.
///
/// The reference that `add` returns holds until the next call; it takes second places, notes and help.
class Diagnostics {
public:
  Diagnostic& add(Code code, Span at, Text message);
  void append(Diagnostics other);

  /// By place, then code; a finding that says the same of the same place stands once. O(n log n).
  void sort();

  /// The finding at this position of `all`.
  [[nodiscard]] Diagnostic& operator[](std::size_t position) { return all_[position]; }

  [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }
  [[nodiscard]] bool has_errors() const;

private:
  std::vector<Diagnostic> all_;
  /// Faults of a value that hundreds of aliases stand for are found as often: repeats go before they take memory.
  std::size_t most_unsorted_ = 4096;
};

}  // namespace bcp
