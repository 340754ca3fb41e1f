// What a task comes after.
#include <array>
#include <string>

#include "plan/reading/kinds.hpp"

namespace bcp {

namespace {

/// `{task: x, lag: 2h}` before it is known what `x` is.
struct WrittenLink {
  std::optional<Ids::Place> of;
  std::optional<Seconds> lag;
  std::optional<Seconds> start;
  std::optional<Seconds> finish;
};

struct TaskOrMilestone {
  static Text noun() { return tr("a task or a milestone"); }
  static std::optional<Ids::Place> read(Reader& reader, const Entry& at) {
    static constexpr std::array sections = {Section::tasks, Section::milestones};
    return reader.reference(at.value, sections, noun());
  }
};

struct Lag {
  static Text noun() { return tr("a duration, with or without a sign"); }
  static std::optional<Seconds> read(Reader& reader, const Entry& at) {
    const auto text = reader.scalar(at, noun());
    if (!text) return std::nullopt;
    auto value = grammar::lag(*text);
    if (value) return *value;
    reader.fault(Code::bad_duration, at.value, std::move(value.error()));
    return std::nullopt;
  }
};

Predecessor predecessor_of(const Ids::Place& place) {
  Predecessor before;
  if (place.section == Section::tasks) {
    before.task = TaskId{place.position};
  } else {
    before.milestone = MilestoneId{place.position};
  }
  return before;
}

void check_link(const Reader& reader, const Entry& at, const WrittenLink& link) {
  kind::at_most_one(reader, at, {"lag", "start", "finish"});
  const bool is_milestone = link.of && link.of->section == Section::milestones;
  if (!is_milestone || (!link.start && !link.finish)) return;
  const Value place = at.value.find(link.start ? "start" : "finish");
  reader.fault(Code::exclusive_keys, place, tr("a milestone has neither start nor finish")).help =
      tr("write `lag` for a time after the milestone");
}

}  // namespace

template <>
const Keys<WrittenLink>& keys_of<WrittenLink>() {
  static const Keys<WrittenLink> keys = {
      "link",
      {required<TaskOrMilestone, &WrittenLink::of>("task"), optional<Lag, &WrittenLink::lag>("lag"),
       optional<Lag, &WrittenLink::start>("start"), optional<Lag, &WrittenLink::finish>("finish")},
      check_link};
  return keys;
}

namespace kind {

Text PredecessorRef::noun() { return tr("a task or a milestone"); }
std::optional<Predecessor> PredecessorRef::read(Reader& reader, const Entry& at) {
  if (!at.value.is_mapping()) {
    const auto place = TaskOrMilestone::read(reader, at);
    if (!place) return std::nullopt;
    return predecessor_of(*place);
  }
  WrittenLink link;
  read_map(reader, {at.value, at.value}, noun(), link);
  if (!link.of) return std::nullopt;
  Predecessor before = predecessor_of(*link.of);
  if (link.start) before.link = Predecessor::Link::start_to_start;
  if (link.finish) before.link = Predecessor::Link::finish_to_finish;
  before.lag = link.start.value_or(link.finish.value_or(link.lag.value_or(Seconds{0})));
  return before;
}

}  // namespace kind

}  // namespace bcp
