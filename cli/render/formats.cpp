#include "render/formats.hpp"

#include <map>
#include <stdexcept>

#include <unicode/listformatter.h>
#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>

namespace bcp::cli {

namespace {

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(std::string{"ICU: "} + u_errorName(status));
}

std::string utf8(const icu::UnicodeString& text) {
  std::string bytes;
  return text.toUTF8String(bytes);
}

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece{text.data(), static_cast<std::int32_t>(text.size())});
}

std::string formatted(const icu::number::LocalizedNumberFormatter& formatter,
                      std::string_view decimal) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::StringPiece digits{decimal.data(), static_cast<std::int32_t>(decimal.size())};
  const icu::UnicodeString text = formatter.formatDecimal(digits, status).toString(status);
  check(status);
  return utf8(text);
}

}  // namespace

struct Formats::Parts {
  icu::Locale locale;
  std::map<std::string, icu::SimpleDateFormat> dates;  // by pattern
  std::unique_ptr<icu::ListFormatter> list;

  [[nodiscard]] icu::number::LocalizedNumberFormatter numbers() const {
    return icu::number::NumberFormatter::withLocale(locale).precision(
        icu::number::Precision::unlimited());
  }
};

Formats::Formats(std::string_view language) : parts_(std::make_unique<Parts>()) {
  parts_->locale = language == "fr" ? icu::Locale{"fr", "FR"} : icu::Locale{"en", "GB"};
}

Formats::~Formats() = default;

std::string Formats::number(std::string_view decimal) const {
  return formatted(parts_->numbers(), decimal);
}

std::string Formats::percentage(std::string_view decimal) const {
  return formatted(parts_->numbers().unit(icu::NoUnit::percent()), decimal);
}

std::string Formats::time(std::int64_t seconds, const char* pattern) const {
  auto found = parts_->dates.find(pattern);
  if (found == parts_->dates.end()) {
    UErrorCode status = U_ZERO_ERROR;
    icu::SimpleDateFormat format{icu::UnicodeString{pattern}, parts_->locale, status};
    check(status);
    format.setTimeZone(*icu::TimeZone::getGMT());
    found = parts_->dates.emplace(pattern, format).first;
  }
  icu::UnicodeString text;
  return utf8(found->second.format(static_cast<UDate>(seconds) * U_MILLIS_PER_SECOND, text));
}

std::string Formats::list(const std::vector<std::string>& items) const {
  UErrorCode status = U_ZERO_ERROR;
  if (!parts_->list) parts_->list.reset(icu::ListFormatter::createInstance(parts_->locale, status));
  check(status);
  std::vector<icu::UnicodeString> texts;
  for (const std::string& item : items) texts.push_back(utf16(item));
  icu::UnicodeString text;
  parts_->list->format(texts.data(), static_cast<std::int32_t>(texts.size()), text, status);
  check(status);
  return utf8(text);
}

}  // namespace bcp::cli
