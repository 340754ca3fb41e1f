#include "plan/reading/calendars.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "plan/reading/hours.hpp"
#include "plan/reading/kinds.hpp"

namespace bcp {

namespace {

struct WrittenPhase {
  std::optional<Date> until;
  std::optional<CalendarId> calendar;
  Value at;
};

/// A calendar before its phases are looked up.
struct WrittenCalendar : Entity {
  std::array<Hours, 7> week;
  std::vector<WrittenPhase> phases;
  std::vector<WeekHours::Exception> exceptions;
  std::vector<Date> holidays;
  std::optional<Seconds> max_hours;
  Value key;
};

struct Week {
  static Text noun() { return tr("a map of opening hours by day"); }
  static std::optional<std::array<Hours, 7>> read(Reader& reader, const Entry& at) {
    return read_week(reader, at);
  }
};

struct Exceptions {
  static Text noun() { return tr("a map of opening hours by date"); }
  static std::optional<std::vector<WeekHours::Exception>> read(Reader& reader, const Entry& at) {
    return read_exceptions(reader, at);
  }
};

struct Phases {
  static Text noun() { return tr("a list of phases"); }
  static std::optional<std::vector<WrittenPhase>> read(Reader& reader, const Entry& at) {
    const auto items = reader.list(at, noun());
    if (!items) return std::nullopt;
    std::vector<WrittenPhase> phases;
    for (const Entry& item : *items) {
      WrittenPhase phase;
      phase.at = item.value;
      read_map(reader, {item.value, item.value}, tr("a phase"), phase);
      phases.push_back(phase);
    }
    check_order(reader, at, phases);
    return phases;
  }

private:
  static void check_order(const Reader& reader, const Entry& at,
                          const std::vector<WrittenPhase>& phases) {
    if (phases.empty()) {
      reader.fault(Code::bad_phases, at.key, tr("the list of phases is empty")).help =
          tr("list one phase or more");
      return;
    }
    for (std::size_t i = 0; i < phases.size(); ++i) {
      const bool is_last = i + 1 == phases.size();
      const bool has_until = phases[i].at.find("until").is_written() || !phases[i].at.is_mapping();
      if (is_last && phases[i].until) {
        reader.fault(Code::bad_phases, phases[i].at, tr("the last phase has an end")).help =
            tr("delete its `until`, or add a phase without one behind it");
      } else if (!is_last && !has_until) {
        reader.fault(Code::bad_phases, phases[i].at, tr("a phase that others follow has no end"))
            .help = tr("add `until`, the first day that is no longer its own");
      } else if (i > 0 && phases[i].until && phases[i - 1].until &&
                 *phases[i].until <= *phases[i - 1].until) {
        reader
            .fault(Code::bad_phases, phases[i].at,
                   tr("this phase ends no later than the one before it"))
            .help = tr("put the phases in the order of their ends");
      }
    }
  }
};

/// Takes the days of `outer` out of `inner`, then joins the two: what a calendar says itself wins over its phases.
std::vector<WeekHours::Exception> overlaid(const std::vector<WeekHours::Exception>& outer,
                                           const std::vector<WeekHours::Exception>& inner) {
  constexpr auto one_day = std::chrono::days(1);
  std::vector<WeekHours::Exception> all = outer;
  for (const WeekHours::Exception& exception : inner) {
    Date first = exception.first;
    for (const WeekHours::Exception& over : outer) {
      if (over.last < first || over.first > exception.last) continue;
      if (over.first > first) all.push_back({first, over.first - one_day, exception.hours});
      first = over.last + one_day;
    }
    if (first <= exception.last) all.push_back({first, exception.last, exception.hours});
  }
  std::ranges::sort(all, {}, &WeekHours::Exception::first);
  return all;
}

std::vector<WeekHours::Exception> closed(const std::vector<Date>& days) {
  std::vector<WeekHours::Exception> closed;
  for (const Date day : days) closed.push_back({day, day, {}});
  std::ranges::sort(closed, {}, &WeekHours::Exception::first);
  return closed;
}

/// Looks up phases, also of calendars that have phases themselves; each calendar once.
class PhaseLookup {
public:
  using Phases = std::vector<OpeningHours::Phase>;

  PhaseLookup(const Reader& reader, const std::vector<WrittenCalendar>& written)
      : reader_(reader),
        written_(written),
        known_(written.size()),
        is_open_(written.size(), false) {}

  const Phases& phases_of(std::size_t calendar) {
    std::optional<Phases>& phases = known_[calendar];
    if (phases) return *phases;
    const WrittenCalendar& own = written_[calendar];
    if (own.phases.empty()) {
      return phases.emplace(Phases{
          {std::nullopt, {own.week, own.exceptions, {own.holidays.begin(), own.holidays.end()}}}});
    }
    if (is_open_[calendar]) {
      reader_
          .fault(Code::bad_phases, own.key,
                 tr("the phases of `{id}` lead back to it", {{"id", own.id}}))
          .help = tr("let one of its phases name a calendar with a week");
      return phases.emplace();
    }
    is_open_[calendar] = true;
    Phases joined;
    for (const WrittenPhase& phase : own.phases) add_phase(own, phase, joined);
    return phases ? *phases : phases.emplace(std::move(joined));
  }

private:
  void add_phase(const WrittenCalendar& own, const WrittenPhase& phase, Phases& phases) {
    if (!phase.calendar || phase.calendar->value >= written_.size()) return;
    const std::vector<WeekHours::Exception> own_days =
        overlaid(own.exceptions, closed(own.holidays));
    const Date begin = phases.empty() ? Date::min() : phases.back().until.value_or(Date::max());
    for (OpeningHours::Phase inner : phases_of(phase.calendar->value)) {
      if (inner.until.value_or(Date::max()) <= begin) continue;
      const bool is_cut = phase.until && inner.until.value_or(Date::max()) >= *phase.until;
      if (is_cut) inner.until = phase.until;
      inner.hours.exceptions = overlaid(own_days, inner.hours.exceptions);
      phases.push_back(std::move(inner));
      if (is_cut) break;
    }
  }

  const Reader& reader_;
  const std::vector<WrittenCalendar>& written_;
  std::vector<std::optional<Phases>> known_;
  std::vector<bool> is_open_;
};

void check_calendar(const Reader& reader, const Entry& at, const WrittenCalendar& /*calendar*/) {
  kind::exactly_one(reader, at, {"week", "phases"}, "week: {mon-fri: 08:00-18:00}");
}

}  // namespace

template <>
const Keys<WrittenPhase>& keys_of<WrittenPhase>() {
  static const Keys<WrittenPhase> keys = {
      "phase",
      {optional<kind::Day, &WrittenPhase::until>("until"),
       required<kind::CalendarRef, &WrittenPhase::calendar>("calendar")}};
  return keys;
}

template <>
const Keys<WrittenCalendar>& keys_of<WrittenCalendar>() {
  static const Keys<WrittenCalendar> keys = {
      "calendar",
      joined(kind::entity_keys<WrittenCalendar>(),
             {optional<Week, &WrittenCalendar::week>("week"),
              optional<Phases, &WrittenCalendar::phases>("phases"),
              optional<Exceptions, &WrittenCalendar::exceptions>("except"),
              optional<kind::ListOf<kind::Day>, &WrittenCalendar::holidays>("holidays"),
              optional<kind::Duration, &WrittenCalendar::max_hours>("max_hours")}),
      check_calendar};
  return keys;
}

std::vector<Calendar> read_calendars(Reader& reader) {
  std::vector<WrittenCalendar> written;
  for (const Named& named : reader.ids.of(Section::calendars)) {
    written.push_back(kind::read_entity<WrittenCalendar>(reader, {named.key, named.value}));
    written.back().key = named.key;
  }
  PhaseLookup lookup{reader, written};
  std::vector<Calendar> calendars;
  for (std::size_t i = 0; i < written.size(); ++i) {
    Calendar calendar;
    static_cast<Entity&>(calendar) = written[i];
    calendar.hours.phases = lookup.phases_of(i);
    calendar.max_hours = written[i].max_hours;
    calendars.push_back(std::move(calendar));
  }
  return calendars;
}

}  // namespace bcp
