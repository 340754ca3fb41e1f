#include "render/critical_sentences.hpp"

#include <algorithm>
#include <vector>

#include "render/names.hpp"
#include "render/verdicts.hpp"

namespace bcp::cli {

namespace {

/// Failed nodes that the headline names before it counts the rest.
constexpr std::size_t most_named = 3;

Argument length(Seconds time) { return TimeLength{time.count()}; }

Argument count(std::uint64_t value) { return number(static_cast<std::int64_t>(value)); }

/// `Cold restart`, or `power and san-array down`.
Text outage(const RecoveryView& view, const Language& language) {
  if (view.result.is_cold_start) return tr("Cold restart");
  const std::vector<NodeId>& failed = view.result.failed;
  const std::size_t named = failed.size() > most_named ? most_named - 1 : failed.size();
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < named; ++i)
    ids.push_back(cli::named(node_of(view.plan, failed[i]), view.plan, language));
  if (const std::uint64_t more = failed.size() - named; more > 0) {
    ids.push_back(language.say(
        tr_n("{count} more node", "{count} more nodes", more, {{"count", count(more)}})));
  }
  return tr("{nodes} down", {{"nodes", language.list(ids)}});
}

/// `benefit-payments, 6 h past its MTPD`.
Text shortfall(const RecoveryView& view, ServiceId of, const Language& language) {
  const ServiceRecovery& recovery = view.recovery(of);
  const std::string id = named(view.service(of), view.plan, language);
  if (!recovery.overrun) return tr("{service}, which never comes back", {{"service", id}});
  if (recovery.verdict == Verdict::late)
    return tr("{service}, {time} past its RTO",
              {{"service", id}, {"time", length(*recovery.overrun)}});
  return tr("{service}, {time} past its MTPD",
            {{"service", id}, {"time", length(*recovery.overrun)}});
}

/// How one service alone fares.
Text fate(const RecoveryView& view, ServiceId of, const Language& language) {
  const ServiceRecovery& recovery = view.recovery(of);
  const NamedArgument service{"service", named(view.service(of), view.plan, language)};
  if (!recovery.up && !recovery.overrun) return tr("{service} never comes back", {service});
  if (recovery.verdict != Verdict::ok) {
    const NamedArgument time{"time", length(*recovery.overrun)};
    return recovery.verdict == Verdict::late
               ? tr("{service} comes back too late, {time} past its RTO", {service, time})
               : tr("{service} comes back too late, {time} past its MTPD", {service, time});
  }
  if (view.is_running(of)) return tr("{service} does not stop", {service});
  if (is_kept_by_workaround(recovery))
    return tr("a workaround keeps {service} within its limits", {service});
  if (recovery.margin)
    return tr("{service} comes back in time, with {time} left to its RTO",
              {service, {"time", length(*recovery.margin)}});
  return tr("{service} comes back after {time}", {service, {"time", length(*recovery.up)}});
}

Text all_is_well(const RecoveryView& view, const Argument& outage, const Language& language) {
  const auto all = static_cast<std::uint64_t>(view.listed.size());
  if (std::ranges::all_of(view.listed,
                          [&](ServiceId service) { return view.is_running(service); })) {
    return tr("{outage}: no service stops.", {{"outage", outage}});
  }
  const auto kept =
      static_cast<std::uint64_t>(std::ranges::count_if(view.listed, [&](ServiceId service) {
        return is_kept_by_workaround(view.recovery(service));
      }));
  const Text thanks =
      kept == 0 ? Text{}
                : tr_n(", {count} of them thanks to a workaround",
                       ", {count} of them thanks to workarounds", kept, {{"count", count(kept)}});
  const std::optional<ServiceId> nearest = tightest(view);
  if (!nearest) {
    return tr("{outage}: all {count} services come back in time{workarounds}.",
              {{"outage", outage}, {"count", count(all)}, {"workarounds", nested(thanks)}});
  }
  return tr(
      "{outage}: all {count} services come back in time{workarounds}; the tightest is "
      "{service}, with {time} left to its RTO.",
      {{"outage", outage},
       {"count", count(all)},
       {"workarounds", nested(thanks)},
       {"service", named(view.service(*nearest), view.plan, language)},
       {"time", length(*view.recovery(*nearest).margin)}});
}

}  // namespace

std::string recovery_headline(const RecoveryView& view, const Language& language) {
  const Argument down = nested(outage(view, language));
  if (view.listed.empty())
    return language.say(tr("{outage}: the plan has no services.", {{"outage", down}}));
  if (view.listed.size() == 1) {
    return language.say(
        tr("{outage}: {fate}.",
           {{"outage", down}, {"fate", nested(fate(view, view.listed[0], language))}}));
  }
  const std::optional<ServiceId> first = worst(view);
  if (!first) return language.say(all_is_well(view, down, language));
  const Argument all = count(view.listed.size());
  const auto late =
      static_cast<std::uint64_t>(std::ranges::count_if(view.listed, [&](ServiceId service) {
        return view.recovery(service).verdict != Verdict::ok;
      }));
  const Argument about = nested(shortfall(view, *first, language));
  if (late == 0) {
    return language.say(tr("{outage}: no service misses a limit, but not all come back: {worst}.",
                           {{"outage", down}, {"worst", about}}));
  }
  return language.say(
      tr_n("{outage}: {count} of {all} services comes back too late: {worst}.",
           "{outage}: {count} of {all} services come back too late; the worst is {worst}.", late,
           {{"outage", down}, {"count", count(late)}, {"all", all}, {"worst", about}}));
}

Text standing(const RecoveryView& view, ServiceId of) {
  const ServiceRecovery& recovery = view.recovery(of);
  if (view.is_running(of)) return tr("does not stop");
  if (is_kept_by_workaround(recovery)) return tr_c("verdict", "covered");
  const bool has_limit = recovery.limits.rto || recovery.limits.mtpd;
  if (recovery.verdict == Verdict::ok && !has_limit) return tr("no limit");
  return word_of(recovery.verdict, view.service(of));
}

std::string covers(const ServiceRecovery& recovery, const Service& service,
                   const Language& language) {
  std::vector<std::string> items;
  for (const WorkaroundRun& run : recovery.covered_by) {
    const NamedArgument workaround{"workaround", service.workarounds[run.workaround].id};
    const NamedArgument from{"from", length(run.from)};
    const bool is_to_the_end = !run.until || (recovery.up && *run.until >= *recovery.up);
    if (is_to_the_end && run.from == Seconds{0}) {
      items.push_back(language.say(tr("{workaround} from the first", {workaround})));
    } else if (is_to_the_end) {
      items.push_back(language.say(tr("{workaround} from {from} on", {workaround, from})));
    } else {
      items.push_back(language.say(tr("{workaround} from {from} to {until}",
                                      {workaround, from, {"until", length(*run.until)}})));
    }
  }
  return items.empty() ? std::string{} : language.list(items);
}

std::string gain_sentence(const Bottleneck& bottleneck, const Plan& plan,
                          const Language& language) {
  const std::vector<Gain>& gains = bottleneck.gains;
  const NamedArgument saved{"time", length(bottleneck.saved)};
  if (gains.empty()) {
    return language.say(
        tr("{time} faster moves nothing by itself: another chain takes as long", {saved}));
  }
  const auto by = std::ranges::minmax(gains, {}, &Gain::by);
  const Text how_much = by.min.by == by.max.by
                            ? tr("by {time}", {{"time", length(by.max.by)}})
                            : tr("by up to {time}", {{"time", length(by.max.by)}});
  const NamedArgument moved{"by", nested(how_much)};
  if (gains.size() == 1) {
    return language.say(tr("{time} faster moves {service} {by}",
                           {saved, {"service", plan.services[gains[0].service.value].id}, moved}));
  }
  const NamedArgument services{"count", count(gains.size())};
  if (plan.tiers.empty())
    return language.say(tr("{time} faster moves {count} services {by}", {saved, services, moved}));
  const auto tier = [&](const Gain& gain) {
    return tier_of(plan, plan.services[gain.service.value]);
  };
  const NamedArgument most_urgent{"tier", plan.tiers[tier(gains[0]).value]};
  const auto urgent = static_cast<std::uint64_t>(
      std::ranges::count_if(gains, [&](const Gain& gain) { return tier(gain) == tier(gains[0]); }));
  if (urgent == gains.size()) {
    return language.say(tr("{time} faster moves {count} {tier} services {by}",
                           {saved, services, most_urgent, moved}));
  }
  return language.say(tr("{time} faster moves {count} services, {urgent} of them {tier}, {by}",
                         {saved, services, {"urgent", count(urgent)}, most_urgent, moved}));
}

Text people_are_unlimited() {
  return tr(
      "The people of `recovery_team` count as unlimited for now: no recovery waits for another "
      "to set them free.");
}

}  // namespace bcp::cli
