// Texts, numbers, times.
#include <algorithm>
#include <array>

#include "plan/instants.hpp"
#include "plan/reading/gathering.hpp"
#include "plan/reading/kinds.hpp"

namespace bcp::kind {

namespace {

/// Reads a scalar by its grammar; a refusal is a finding of `code`.
template <class Parse>
auto parsed(const Reader& reader, const Entry& at, Text wanted, Code code, Parse parse)
    -> std::optional<typename decltype(parse(std::string_view{}))::value_type> {
  const auto text = reader.scalar(at, std::move(wanted));
  if (!text) return std::nullopt;
  auto value = parse(*text);
  if (value) return *std::move(value);
  reader.fault(code, at.value, std::move(value.error()));
  return std::nullopt;
}

bool is_one_line(std::string_view text) {
  return !text.empty() && text.find('\n') == std::string_view::npos;
}

/// A length of time is an id by its form, and one that names nothing was meant to count from the start.
bool is_meant_as_instant(const Reader& reader, std::string_view text) {
  return grammar::is_like_instant(text) || (grammar::duration(text) && !reader.ids.find(text));
}

Names names_of(const std::vector<std::string>& words) { return {words.begin(), words.end()}; }

}  // namespace

Text PlainText::noun() { return tr("a text"); }
std::optional<std::string> PlainText::read(Reader& reader, const Entry& at) {
  const auto text = reader.scalar(at, noun());
  if (!text) return std::nullopt;
  return std::string{*text};
}

Text Word::noun() { return tr("a text of one line"); }
std::optional<std::string> Word::read(Reader& reader, const Entry& at) {
  const auto text = reader.scalar(at, noun());
  if (!text) return std::nullopt;
  if (is_one_line(*text)) return std::string{*text};
  reader
      .fault(Code::bad_word, at.value,
             text->empty() ? tr("this text is empty") : tr("this text has several lines"))
      .help = tr("write a text of one line");
  return std::nullopt;
}

Text Duration::noun() { return tr("a duration"); }
std::optional<Seconds> Duration::read(Reader& reader, const Entry& at) {
  return parsed(reader, at, noun(), Code::bad_duration, grammar::duration);
}

Text MomentInTime::noun() { return tr("an instant"); }
std::optional<Instant> MomentInTime::read(Reader& reader, const Entry& at) {
  if (at.value.is_scalar() && !at.value.is_tagged()) {
    const auto milestone = reader.milestones.find(at.value.text());
    if (milestone != reader.milestones.end()) return milestone->second;
    if (grammar::is_id(at.value.text()) && !is_meant_as_instant(reader, at.value.text())) {
      static constexpr std::array sections = {Section::milestones};
      // A milestone whose own instant could not be read has its finding already.
      static_cast<void>(reader.reference(at.value, sections, tr("a milestone or an instant")));
      return std::nullopt;
    }
  }
  return parsed(reader, at, noun(), Code::bad_instant, [&](std::string_view text) {
    return instant_in(reader.plan.zone, reader.plan.start, text);
  });
}

Text Day::noun() { return tr("a date"); }
std::optional<Date> Day::read(Reader& reader, const Entry& at) {
  return parsed(reader, at, noun(), Code::bad_date, grammar::date);
}

Text CalendarPeriod::noun() { return tr("a period"); }
std::optional<Period> CalendarPeriod::read(Reader& reader, const Entry& at) {
  return parsed(reader, at, noun(), Code::bad_period, grammar::period);
}

Text Flag::noun() { return tr("`true` or `false`"); }
std::optional<bool> Flag::read(Reader& reader, const Entry& at) {
  return parsed(reader, at, noun(), Code::bad_flag, grammar::flag);
}

Text AmountOfMoney::noun() { return tr("an amount of money"); }
std::optional<Money> AmountOfMoney::read(Reader& reader, const Entry& at) {
  return parsed(reader, at, noun(), Code::bad_money, grammar::money);
}

Text Share::noun() { return tr("a ratio"); }
std::optional<Ratio> Share::read(Reader& reader, const Entry& at) {
  return parsed(reader, at, noun(), Code::bad_ratio, grammar::ratio);
}

Text PlainQuantity::noun() { return tr("a quantity"); }
std::optional<Quantity> PlainQuantity::read(Reader& reader, const Entry& at) {
  return parsed(reader, at, noun(), Code::bad_quantity,
                [](std::string_view text) { return grammar::quantity(text, {}); });
}

Text WholeNumber::noun() { return tr("a whole number"); }
std::optional<Count> WholeNumber::read(Reader& reader, const Entry& at) {
  return parsed(reader, at, noun(), Code::bad_count,
                [](std::string_view text) { return grammar::count(text); });
}

Text PositiveNumber::noun() { return tr("a whole number of at least 1"); }
std::optional<Count> PositiveNumber::read(Reader& reader, const Entry& at) {
  return parsed(reader, at, noun(), Code::bad_count,
                [](std::string_view text) { return grammar::count(text, 1); });
}

Text ShareOrNumber::noun() { return tr("a ratio or a whole number"); }
std::optional<ShareOrCount> ShareOrNumber::read(Reader& reader, const Entry& at) {
  return parsed(reader, at, noun(), Code::bad_ratio, grammar::share_or_count);
}

Text Tier::noun() { return tr("a tier"); }
std::optional<TierId> Tier::read(Reader& reader, const Entry& at) {
  const auto text = reader.scalar(at, noun());
  if (!text) return std::nullopt;
  const auto tier = std::ranges::find(reader.plan.tiers, *text);
  if (tier != reader.plan.tiers.end())
    return TierId{static_cast<std::uint32_t>(tier - reader.plan.tiers.begin())};
  if (reader.plan.tiers.empty())
    return std::nullopt;  // their list could not be read, and has its finding
  Diagnostic& diagnostic = reader.fault(
      Code::bad_choice, at.value, tr("`{word}` is not a tier", {{"word", std::string{*text}}}));
  diagnostic.help = choice_of(names_of(reader.plan.tiers));
  suggest(diagnostic, at.value,
          std::vector<std::string_view>{reader.plan.tiers.begin(), reader.plan.tiers.end()});
  return std::nullopt;
}

Text File::noun() { return tr("the path of a file"); }
std::optional<std::string> File::read(Reader& reader, const Entry& at) {
  const auto text = reader.scalar(at, noun());
  if (!text) return std::nullopt;
  const std::string_view path = text->substr(0, text->find('#'));
  const FileId file = at.value.span().file;
  const auto resolved = reader.confinement.resolve(reader.text.folders[file.value], path);
  if (!resolved) {
    report_refusal(at.value, resolved.error(), reader.found);
    return std::nullopt;
  }
  const auto real = reader.confinement.real_path(*resolved);
  if (!real) {
    report_refusal(at.value, real.error(), reader.found);
    return std::nullopt;
  }
  const auto kind = *real ? reader.confinement.files().kind(**real) : FileAccess::Kind::nothing;
  if (kind != FileAccess::Kind::regular) {
    const bool is_missing = kind == FileAccess::Kind::nothing;
    reader
        .fault(
            Code::missing_text, at.value,
            why_unreadable(is_missing ? FileProblem::missing : FileProblem::not_regular, *resolved))
        .help = is_missing
                    ? tr("write it, or correct the path; it counts from the folder of this file")
                    : tr("name a file of text; the path counts from the folder of this file");
  }
  return *resolved;
}

}  // namespace bcp::kind
