#include "graph/findings/tolerances.hpp"

#include <algorithm>
#include <string>

#include "graph/business_impact.hpp"
#include "plan/exact.hpp"
#include "plan/grammar.hpp"
#include "plan/places.hpp"

namespace bcp {

namespace {

/// An impact that the scale calls intolerable, and from when on.
struct Intolerable {
  const Impact* impact;
  Seconds after;
};

/// The first of all categories.
std::optional<Intolerable> first_intolerable(const Plan& plan, const Service& service) {
  std::optional<Intolerable> first;
  for (const Impact& impact : service.impact) {
    const auto after = first_intolerable(plan, impact);
    if (after && (!first || *after < first->after)) first = Intolerable{&impact, *after};
  }
  return first;
}

/// The step at which an impact becomes intolerable, as it stands in the source.
Entry step_of(const Service& service, const Intolerable& at) {
  const Value steps = service.written.find("impact").find(at.impact->category);
  Entry step;
  for (const Entry& entry : steps.entries()) {
    const auto after = grammar::duration(entry.key.text());
    if (after && *after == at.after) step = entry;
  }
  return step;
}

}  // namespace

void find_rtos_above_mtpd(const Plan& plan, Diagnostics& found) {
  for (const Service& service : plan.services) {
    if (!service.rto || !service.mtpd || *service.rto <= *service.mtpd) continue;
    Diagnostic& finding =
        found.add(Code::rto_above_mtpd, place_of(service, {"rto"}),
                  tr("`{service}` can be missed for {mtpd} at most, but its RTO is {rto}",
                     {{"service", service.id},
                      {"rto", TimeLength{service.rto->count()}},
                      {"mtpd", TimeLength{service.mtpd->count()}}}));
    finding.also.push_back({place_of(service, {"mtpd"}), tr("its MTPD")});
    finding.help = tr("write an `rto` of `{mtpd}` or less, or a longer `mtpd` if that is tolerable",
                      {{"mtpd", std::string{service.written.find("mtpd").text()}}});
  }
}

void find_mtpds_past_intolerable(const Plan& plan, Diagnostics& found) {
  for (const Service& service : plan.services) {
    const auto first = first_intolerable(plan, service);
    if (!service.mtpd || !first || *service.mtpd <= first->after) continue;
    Diagnostic& finding =
        found.add(Code::mtpd_past_intolerable, place_of(service, {"mtpd"}),
                  tr("the MTPD of `{service}` is {mtpd}, but its impact ({category}) is "
                     "intolerable from {after} on",
                     {{"service", service.id},
                      {"mtpd", TimeLength{service.mtpd->count()}},
                      {"category", first->impact->category},
                      {"after", TimeLength{first->after.count()}}}));
    const Entry step = step_of(service, *first);
    finding.also.push_back(
        {step.value.span(), tr("`{level}` is intolerable on the plan's impact scale",
                               {{"level", std::string{step.value.text()}}})});
    finding.help = tr("write an `mtpd` of `{after}` or less, or correct the impact",
                      {{"after", std::string{step.key.text()}}});
  }
}

void find_workarounds_below_mbco(const Plan& plan, Diagnostics& found) {
  for (const Service& service : plan.services) {
    const Ratio minimum = service.mbco.value_or(Ratio{{1, 0}});
    for (const Workaround& workaround : service.workarounds) {
      if (exact(workaround.level.value) >= exact(minimum.value)) continue;
      Diagnostic& finding = found.add(
          Code::workaround_below_mbco, place_of(workaround, {"level"}),
          tr("the workaround `{workaround}` carries less than the least that `{service}` needs, so "
             "that it covers nothing",
             {{"workaround", workaround.id}, {"service", service.id}}));
      finding.also.push_back(
          {place_of(service, {"mbco"}),
           service.mbco ? tr("the service's MBCO") : tr("without an `mbco` it is 100%")});
      finding.help = tr("raise the `level`, or lower the `mbco` of `{service}` if that is enough",
                        {{"service", service.id}});
    }
  }
}

}  // namespace bcp
