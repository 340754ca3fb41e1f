#include "people/findings/message_times.hpp"

#include <string>

#include "plan/places.hpp"

namespace bcp {

namespace {

std::optional<Instant> earliest_after(const Plan& plan,
                                      std::span<const std::optional<TaskTime>> times,
                                      const Predecessor& before) {
  if (before.milestone) return plan.milestones[before.milestone->value].at + before.lag;
  const auto& time = times[before.task->value];
  if (!time) return std::nullopt;
  const bool is_from_start = before.link == Predecessor::Link::start_to_start;
  return (is_from_start ? time->start : time->finish) + before.lag;
}

const std::string& id_of(const Plan& plan, const Predecessor& before) {
  return before.task ? plan.tasks[before.task->value].id
                     : plan.milestones[before.milestone->value].id;
}

/// What a message waits for longest.
struct Wait {
  std::size_t position = 0;
  Instant until;
};

void report(const Plan& plan, const Message& message, const Wait& wait, Diagnostics& found) {
  const std::string& other = id_of(plan, message.after[wait.position]);
  Diagnostic& finding = found.add(
      Code::message_before_news, place_of(message, {"send"}),
      tr("`{message}` would go out on {send}, but waits for `{other}`, at least until {until}",
         {{"message", message.id},
          {"other", other},
          {"send", wall_time(*message.send, plan.zone)},
          {"until", wall_time(wait.until, plan.zone)}}));
  finding.also.push_back({place_of_item(message, "after", wait.position),
                          tr("it waits for `{other}` here", {{"other", other}})});
  finding.help = tr("write `send: {until}` or later, or take `{other}` out of its `after`",
                    {{"until", iso_8601(wait.until, plan.zone)}, {"other", other}});
}

}  // namespace

void find_messages_before_their_news(const Plan& plan,
                                     std::span<const std::optional<TaskTime>> times,
                                     Diagnostics& found) {
  for (const Message& message : plan.messages) {
    if (!message.send) continue;
    std::optional<Wait> longest;
    for (std::size_t i = 0; i < message.after.size(); ++i) {
      const auto until = earliest_after(plan, times, message.after[i]);
      if (until && *until > *message.send && (!longest || *until > longest->until))
        longest = Wait{i, *until};
    }
    if (longest) report(plan, message, *longest, found);
  }
}

}  // namespace bcp
