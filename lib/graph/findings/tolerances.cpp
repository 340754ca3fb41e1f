#include "graph/findings/tolerances.hpp"

#include <algorithm>
#include <string>

#include "plan/exact.hpp"
#include "plan/grammar.hpp"
#include "plan/places.hpp"

namespace bcp {

namespace {

/// An impact that the scale calls intolerable, and from when on.
struct Intolerable {
  const Impact* impact;
  const ImpactStep* step;
};

bool is_intolerable(const ImpactScale& scale, const std::string& level) {
  const auto first = std::ranges::find(scale.levels, scale.intolerable);
  return std::find(first, scale.levels.end(), level) != scale.levels.end();
}

/// The first of all categories; the steps of each stand in the order of time.
std::optional<Intolerable> first_intolerable(const ImpactScale& scale, const Service& service) {
  std::optional<Intolerable> first;
  for (const Impact& impact : service.impact) {
    const auto step = std::ranges::find_if(
        impact.steps, [&](const ImpactStep& one) { return is_intolerable(scale, one.level); });
    if (step == impact.steps.end()) continue;
    if (!first || step->after < first->step->after) first = {&impact, &*step};
  }
  return first;
}

/// The level of an impact's step, where it stands in the source.
Span place_of_step(const Service& service, const Intolerable& at) {
  const Value steps = service.written.find("impact").find(at.impact->category);
  for (const Entry& entry : steps.entries()) {
    const auto after = grammar::duration(entry.key.text());
    if (after && *after == at.step->after && entry.value.text() == at.step->level)
      return entry.value.span();
  }
  return place_of(service, {"impact", at.impact->category});
}

}  // namespace

void find_rtos_above_mtpd(const Plan& plan, Diagnostics& found) {
  for (const Service& service : plan.services) {
    if (!service.rto || !service.mtpd || *service.rto <= *service.mtpd) continue;
    Diagnostic& finding =
        found.add(Code::rto_above_mtpd, place_of(service, {"rto"}),
                  tr("`{service}` may be back after {rto}, but can be missed for {mtpd} at most",
                     {{"service", service.id},
                      {"rto", TimeLength{service.rto->count()}},
                      {"mtpd", TimeLength{service.mtpd->count()}}}));
    finding.also.push_back({place_of(service, {"mtpd"}), tr("its MTPD")});
    finding.help = tr("write an `rto` of {mtpd} or less, or a longer `mtpd` if that is tolerable",
                      {{"mtpd", TimeLength{service.mtpd->count()}}});
  }
}

void find_mtpds_past_intolerable(const Plan& plan, Diagnostics& found) {
  if (!plan.impact_scale || plan.impact_scale->intolerable.empty()) return;
  for (const Service& service : plan.services) {
    if (!service.mtpd) continue;
    const auto first = first_intolerable(*plan.impact_scale, service);
    if (!first || *service.mtpd <= first->step->after) continue;
    Diagnostic& finding = found.add(
        Code::mtpd_past_intolerable, place_of(service, {"mtpd"}),
        tr("the MTPD of `{service}` is {mtpd}, but its impact ({category}) is intolerable from "
           "{after} on",
           {{"service", service.id},
            {"mtpd", TimeLength{service.mtpd->count()}},
            {"category", first->impact->category},
            {"after", TimeLength{first->step->after.count()}}}));
    finding.also.push_back(
        {place_of_step(service, *first), tr("`{level}` is intolerable on the plan's impact scale",
                                            {{"level", first->step->level}})});
    finding.help = tr("write an `mtpd` of {after} or less, or correct the impact",
                      {{"after", TimeLength{first->step->after.count()}}});
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
