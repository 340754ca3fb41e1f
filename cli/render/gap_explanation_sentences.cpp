#include "render/gap_explanation_sentences.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "render/names.hpp"

namespace bcp::cli {

namespace {

Ratio minimum_of(const Service& service) {
  return service.mbco.value_or(Ratio{{.digits = 1, .places = 0}});
}

bool wants_nobody(const ServiceLevel& level) {
  return std::ranges::all_of(level.staff, [](const CellLevel& cell) { return cell.wanted == 0; });
}

Argument share(const Exact& value, const Language& language) { return language.percentage(value); }
Argument share(const Ratio& value, const Language& language) { return language.percentage(value); }

/// Of a service that is down at the instant that counts.
Text down_sentence(const ServiceLevel& level, const Plan& plan, const Language& language) {
  const Service& service = plan.services[level.service.value];
  const WallTime at = wall_time(level.at, plan.zone);
  if (level.covered_at && !level.is_down) {
    return tr("{service} is down at {time}, and a workaround carries {level}; it needs {minimum}",
              {{"service", named(service, plan, language)},
               {"time", at},
               {"level", share(level.level, language)},
               {"minimum", share(minimum_of(service), language)}});
  }
  if (!level.covered_at) {
    return tr(
        "{service} is down at {time} and does not come back as things stand: it gives {level} and "
        "needs {minimum}",
        {{"service", named(service, plan, language)},
         {"time", at},
         {"level", share(level.level, language)},
         {"minimum", share(minimum_of(service), language)}});
  }
  return tr(
      "{service} is down at {time}, back from {back} only: it gives {level} and needs {minimum}",
      {{"service", named(service, plan, language)},
       {"time", at},
       {"back", wall_time(*level.covered_at, plan.zone)},
       {"level", share(level.level, language)},
       {"minimum", share(minimum_of(service), language)}});
}

Text reached_sentence(const ServiceLevel& level, const Plan& plan, const Language& language) {
  const Service& service = plan.services[level.service.value];
  const WallTime at = wall_time(level.at, plan.zone);
  if (wants_nobody(level)) {
    return tr("{service} needs nobody by {time}, and is up",
              {{"service", named(service, plan, language)}, {"time", at}});
  }
  if (level.level == 1) {
    return tr("{service} gets everyone it asks for by {time}",
              {{"service", named(service, plan, language)}, {"time", at}});
  }
  return tr("{service} has its minimum by {time}: it gets {level} and needs {minimum}",
            {{"service", named(service, plan, language)},
             {"time", at},
             {"level", share(level.level, language)},
             {"minimum", share(minimum_of(service), language)}});
}

std::string place_sentence(const Explanation& explanation, const Language& language) {
  const auto before = static_cast<std::int64_t>(explanation.served_before);
  const auto all = static_cast<std::int64_t>(explanation.services);
  if (before == 0) {
    return language.say(tr_n("It is the only service.", "It is served first of {all} services.",
                             explanation.services, {{"all", number(all)}}));
  }
  return language.say(tr_n("{count} of {all} services is served before it.",
                           "{count} of {all} services are served before it.",
                           explanation.served_before,
                           {{"count", number(before)}, {"all", number(all)}}));
}

Exact total(const std::vector<Holder>& holders, ServiceId but) {
  Exact sum;
  for (const Holder& holder : holders) {
    if (holder.service != but) sum += holder.amount;
  }
  return sum;
}

std::string way_out(const std::string& more, const Exact& missing, const Exact& held, Instant by,
                    const Plan& plan, const Language& language) {
  const WallTime at = wall_time(by, plan.zone);
  if (held == 0) return language.say(tr("{more} more by {time}.", {{"more", more}, {"time", at}}));
  if (held >= missing) {
    return language.say(tr("{more} more by {time}, or as many fewer held by other services.",
                           {{"more", more}, {"time", at}}));
  }
  return language.say(tr("{more} more by {time}; all that other services hold would not do.",
                         {{"more", more}, {"time", at}}));
}

}  // namespace

std::string people_of(const Plan& plan, StaffId staff, const Whole& count,
                      const Language& language) {
  return language.say(tr_n(
      "{count} person of {group}", "{count} people of {group}", static_cast<std::uint64_t>(count),
      {{"count", Number{count.str()}}, {"group", named(plan.staff[staff.value], plan, language)}}));
}

std::vector<std::string> lacking_items(const ServiceLevel& level, const Plan& plan,
                                       const Language& language) {
  std::vector<std::string> items;
  for (const Shortage& shortage : level.short_of) {
    if (const auto* type = std::get_if<ResourceTypeId>(&shortage.of)) {
      items.push_back(amount_of(plan, *type, shortage.amount, language));
    } else {
      items.push_back(people_of(plan, std::get<StaffId>(shortage.of), shortage.amount, language));
    }
  }
  return items;
}

std::string service_sentence(const ServiceLevel& level, const Plan& plan,
                             const Language& language) {
  const Service& service = plan.services[level.service.value];
  const bool is_up = level.up_at && *level.up_at <= level.at;
  const auto lacking = lacking_items(level, plan, language);
  if (is_up && !lacking.empty()) {
    return language.say(
        tr("{service} gets {level} by {time} and needs {minimum}: it lacks {items}.",
           {{"service", named(service, plan, language)},
            {"time", wall_time(level.at, plan.zone)},
            {"level", share(level.level, language)},
            {"minimum", share(minimum_of(service), language)},
            {"items", language.list(lacking)}}));
  }
  Text state =
      is_up ? reached_sentence(level, plan, language) : down_sentence(level, plan, language);
  if (lacking.empty()) return language.say(state) + '.';
  return language.say(tr("{state}; besides, it lacks {items}.",
                         {{"state", nested(std::move(state))}, {"items", language.list(lacking)}}));
}

std::string later_sentence(const ServiceLevel& level, const Plan& plan, const Language& language) {
  if (!level.minimum_at) return language.say(tr("As things stand, its minimum is never whole."));
  if (*level.minimum_at <= level.at) return {};
  return language.say(tr("Its minimum is whole from {time} on.",
                         {{"time", wall_time(*level.minimum_at, plan.zone)}}));
}

std::string turn_sentence(const Explanation& explanation, const Plan& plan,
                          const Language& language) {
  const Service& service = plan.services[explanation.service.value];
  const bool has_deadline = service.rto || service.mtpd;
  const std::string place = place_sentence(explanation, language);
  return has_deadline ? place : language.say(tr("It has no deadline.")) + ' ' + place;
}

std::string up_again_sentence(const ServiceLevel& level, const Plan& plan,
                              const Language& language) {
  if (!level.is_down) return {};
  return language.say(
      tr("It would have to be up, or covered by a workaround of {minimum} or more, by {time}.",
         {{"minimum", share(minimum_of(plan.services[level.service.value]), language)},
          {"time", wall_time(level.at, plan.zone)}}));
}
std::vector<std::string> ways_out(const Limit& limit, ServiceId service, const Plan& plan,
                                  const Language& language) {
  std::vector<std::string> sentences;
  for (const PeopleLimit& one : limit.people) {
    sentences.push_back(way_out(people_of(plan, one.staff, one.missing, language),
                                Exact{Whole{one.missing}}, total(one.held, service), limit.by, plan,
                                language));
  }
  for (const UnitsLimit& one : limit.units) {
    sentences.push_back(way_out(amount_of(plan, one.type, ceiling(one.missing), language),
                                one.missing, total(one.held, service), limit.by, plan, language));
  }
  return sentences;
}

std::string next_sentence(const Explanation& explanation, const Plan& plan,
                          const Language& language) {
  if (!explanation.next) return {};
  const Limit& next = *explanation.next;
  std::vector<std::string> takes;
  for (const PeopleLimit& one : next.people)
    takes.push_back(people_of(plan, one.staff, one.missing, language));
  for (const UnitsLimit& one : next.units)
    takes.push_back(amount_of(plan, one.type, ceiling(one.missing), language));
  if (takes.empty()) return {};
  return language.say(
      tr("The next step up takes {items} more by {time}.",
         {{"items", language.list(takes)}, {"time", wall_time(next.by, plan.zone)}}));
}

std::string balance_sentence(const UnitsLimit& limit, const Plan& plan, const Language& language) {
  Exact there;
  for (const SupplySource& source : limit.there) there += source.units;
  Exact held;
  for (const Holder& holder : limit.held) held += holder.amount;
  return language.say(
      tr("{type}: {there} there in time, {held} held, {asked} asked for: {missing} missing",
         {{"type", plan.resource_types[limit.type.value].id},
          {"there", language.amount(there)},
          {"held", language.amount(held)},
          {"asked", language.amount(limit.asked)},
          {"missing", language.amount(limit.missing)}}));
}

std::string balance_sentence(const PeopleLimit& limit, const Plan& plan, const Language& language) {
  Exact held;
  for (const Holder& holder : limit.held) held += holder.amount;
  return language.say(
      tr("{group}: {there} present, {held} at work, {asked} asked for: {missing} missing",
         {{"group", plan.staff[limit.staff.value].id},
          {"there", number(limit.present)},
          {"held", language.amount(held)},
          {"asked", number(limit.asked)},
          {"missing", number(limit.missing)}}));
}

}  // namespace bcp::cli
