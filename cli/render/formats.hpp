// How do English and French write numbers, dates and lists?
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bcp::cli {

/// ICU's formats of one language, each made when it is first asked for. Numbers come as decimal digits, so that none
/// is too large or too exact.
class Formats {
public:
  /// `en` or `fr`.
  explicit Formats(std::string_view language);
  ~Formats();
  Formats(const Formats&) = delete;
  Formats& operator=(const Formats&) = delete;

  /// `1,234.5` or `1 234,5`.
  [[nodiscard]] std::string number(std::string_view decimal) const;
  /// `66.5%` or `66,5 %`, of 66.5.
  [[nodiscard]] std::string percentage(std::string_view decimal) const;
  /// A wall-clock time, in seconds since 1970-01-01T00:00, by a pattern of Unicode's: `EEEE d MMMM HH:mm`.
  [[nodiscard]] std::string time(std::int64_t seconds, const char* pattern) const;
  /// `a, b and c`.
  [[nodiscard]] std::string list(const std::vector<std::string>& items) const;

private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace bcp::cli
