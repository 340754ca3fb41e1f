#include "plan/instants.hpp"

#include <algorithm>
#include <string>

#include "plan/grammar.hpp"

namespace bcp {

namespace {

Instant resolved(const TimeZone& zone, Instant start, const grammar::InstantText& text) {
  if (const auto* local = std::get_if<grammar::LocalTime>(&text))
    return zone.to_instant(local->time);
  if (const auto* offset = std::get_if<grammar::FromStart>(&text)) return start + offset->after;
  return std::get<Instant>(text);
}

}  // namespace

tl::expected<Instant, Text> instant_in(const TimeZone& zone, Instant start, std::string_view text) {
  return grammar::instant(text).map(
      [&](const grammar::InstantText& read) { return resolved(zone, start, read); });
}

tl::expected<Instant, Text> instant_in(const Plan& plan, std::string_view text) {
  const auto milestone = std::ranges::lower_bound(plan.milestones, text, {}, &Milestone::id);
  if (milestone != plan.milestones.end() && milestone->id == text) return milestone->at;
  const bool is_meant_as_instant = grammar::is_like_instant(text) || grammar::duration(text);
  if (grammar::is_id(text) && !is_meant_as_instant) {
    return tl::unexpected{
        tr("`{text}` is no milestone of the plan", {{"text", std::string{text}}})};
  }
  return instant_in(plan.zone, plan.start, text);
}

}  // namespace bcp
