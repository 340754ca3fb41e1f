#include "render/gap_sentences.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>
#include <vector>

#include "render/gap_explanation_sentences.hpp"
#include "render/gap_rows.hpp"
#include "render/names.hpp"

namespace bcp::cli {

namespace {

/// Amounts that a sentence names before it counts the rest.
constexpr std::size_t most_named = 4;

/// `261 remote licences`, … of every type with this gap; what is too much for a sentence is counted.
std::vector<std::string> amounts(const GapReport& report, const std::vector<std::size_t>& rows,
                                 Whole GapFigures::*gap, const Plan& plan,
                                 const Language& language) {
  std::vector<std::string> named;
  std::uint64_t others = 0;
  for (const std::size_t row : rows) {
    const TypeGap& type = report.types[row];
    const Whole& missing = type.figures.*gap;
    if (missing == 0) continue;
    if (named.size() < most_named) {
      named.push_back(amount_of(plan, type.type, missing, language));
    } else {
      ++others;
    }
  }
  if (others > 0) {
    named.push_back(
        language.say(tr_n("units of {count} other type", "units of {count} other types", others,
                          {{"count", number(static_cast<std::int64_t>(others))}})));
  }
  return named;
}

std::string joined(const std::vector<std::string>& items) {
  std::string list;
  for (const std::string& item : items) list += list.empty() ? item : ", " + item;
  return list;
}

/// Services judged at the report's instant, and those that fall short: of the most urgent tier that has some, and of the others.
struct Behind {
  TierId tier;
  Count below = 0;  ///< of that tier
  Count due = 0;    ///< of that tier, below it or not
  Count others = 0;
};

std::optional<Behind> behind(const GapReport& report, const Plan& plan) {
  std::vector<Behind> tiers(std::max<std::size_t>(plan.tiers.size(), 1));
  for (const ServiceLevel& service : report.services) {
    if (service.at > report.at) continue;
    Behind& tier = tiers[tier_of(plan, plan.services[service.service.value]).value];
    ++tier.due;
    if (service.verdict != Verdict::ok) ++tier.below;
  }
  const auto worst = std::ranges::find_if(tiers, [](const Behind& tier) { return tier.below > 0; });
  if (worst == tiers.end()) return std::nullopt;
  worst->tier = TierId{static_cast<std::uint32_t>(worst - tiers.begin())};
  for (auto tier = std::next(worst); tier != tiers.end(); ++tier) worst->others += tier->below;
  return *worst;
}

/// Of services due by the report's instant: `; 4 of the 5 vital services due by then stay below it`.
Text due_clause(const Behind& behind, const std::string& tier) {
  const NamedArgument of{"tier", tier};
  const NamedArgument due{"due", number(behind.due)};
  if (behind.due == 1) return tr("; the only {tier} service due by then stays below it", {of});
  if (behind.below == behind.due)
    return tr("; all {due} {tier} services due by then stay below it", {due, of});
  return tr_n("; {below} of the {due} {tier} services due by then stays below it",
              "; {below} of the {due} {tier} services due by then stay below it",
              static_cast<std::uint64_t>(behind.below), {{"below", number(behind.below)}, due, of});
}

/// Of all services, where the instant was asked for: it judges them whether they are due or not.
Text asked_clause(const Behind& behind, const std::string& tier) {
  const NamedArgument of{"tier", tier};
  const NamedArgument all{"all", number(behind.due)};
  if (behind.due == 1) return tr("; the only {tier} service stands below its minimum", {of});
  if (behind.below == behind.due)
    return tr("; all {all} {tier} services stand below their minimum", {all, of});
  return tr_n("; {below} of the {all} {tier} services stands below its minimum",
              "; {below} of the {all} {tier} services stand below their minimum",
              static_cast<std::uint64_t>(behind.below), {{"below", number(behind.below)}, all, of});
}

/// What the services make of the gap, behind its amounts; may be nothing.
std::string services_clause(const GapReport& report, const Plan& plan, const Language& language) {
  const auto found = behind(report, plan);
  if (!found) return {};
  const std::string tier = plan.tiers.empty() ? std::string{} : plan.tiers[found->tier.value];
  std::string clause =
      language.say(report.is_instant_asked ? asked_clause(*found, tier) : due_clause(*found, tier));
  if (found->others > 0) {
    clause += language.say(
        tr_n(", and so does {count} less urgent one", ", and so do {count} less urgent ones",
             static_cast<std::uint64_t>(found->others), {{"count", number(found->others)}}));
  }
  return clause;
}

/// From when on the services that are due and below their minimum have it.
std::string outlook(const GapReport& report, const Plan& plan, const Language& language) {
  if (report.is_instant_asked) return {};
  std::optional<Instant> last;
  for (const ServiceLevel& service : report.services) {
    if (service.at > report.at || service.verdict == Verdict::ok) continue;
    if (!service.minimum_at) return {};
    last = std::max(last.value_or(*service.minimum_at), *service.minimum_at);
  }
  if (!last) return {};
  return language.say(tr("All services due by then have their minimum from {time} on.",
                         {{"time", wall_time(*last, plan.zone)}}));
}

}  // namespace

GapHeadline gap_headline(const GapReport& report, const Plan& plan, const Language& language) {
  if (report.only) return {service_sentence(report.services.front(), plan, language), {}, {}};
  const std::vector<std::size_t> by_share = ranked_types(report).rows;
  std::vector<std::size_t> by_amount = by_share;
  std::ranges::stable_sort(by_amount, std::greater<>{},
                           [&](std::size_t row) { return report.types[row].figures.gap; });
  const auto minimum = amounts(report, by_share, &GapFigures::gap_minimum, plan, language);
  const auto everyone = amounts(report, by_amount, &GapFigures::gap, plan, language);
  const WallTime at = wall_time(report.at, plan.zone);

  const std::string clause = services_clause(report, plan, language);

  GapHeadline headline;
  headline.outlook = outlook(report, plan, language);
  if (!minimum.empty()) {
    headline.minimum =
        language.say(tr("{time}: {amounts} short of the minimum{services}.",
                        {{"time", at}, {"amounts", language.list(minimum)}, {"services", clause}}));
    headline.everyone =
        language.say(tr("For everyone to work: {amounts}.", {{"amounts", joined(everyone)}}));
  } else if (!everyone.empty()) {
    headline.minimum = language.say(tr("{time}: nothing is short of the minimum{services}.",
                                       {{"time", at}, {"services", clause}}));
    headline.everyone = language.say(
        tr("Missing for everyone to work: {amounts}.", {{"amounts", joined(everyone)}}));
  } else {
    headline.minimum = language.say(
        tr("{time}: nothing is missing{services}.", {{"time", at}, {"services", clause}}));
  }
  return headline;
}

}  // namespace bcp::cli
