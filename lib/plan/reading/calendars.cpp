#include "plan/reading/calendars.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
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
/// O(n log n) in both together, each of which is sorted.
std::vector<WeekHours::Exception> overlaid(const std::vector<WeekHours::Exception>& outer,
                                           const std::vector<WeekHours::Exception>& inner) {
  constexpr auto one_day = std::chrono::days(1);
  std::vector<WeekHours::Exception> all = outer;
  auto over = outer.begin();
  for (const WeekHours::Exception& exception : inner) {
    Date first = exception.first;
    while (over != outer.end() && over->last < first) ++over;
    for (auto next = over; next != outer.end() && next->first <= exception.last; ++next) {
      if (next->first > first) all.push_back({first, next->first - one_day, exception.hours});
      first = next->last + one_day;
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

/// Phases and days that calendars may take over from others, all together. Each needs some 60 bytes.
constexpr std::size_t most_taken_over = 1'000'000;

/// Looks up phases, also of calendars that have phases themselves; each calendar once.
class PhaseLookup {
public:
  using Phases = std::vector<OpeningHours::Phase>;

  PhaseLookup(const Reader& reader, const std::vector<WrittenCalendar>& written)
      : reader_(reader),
        written_(written),
        known_(written.size()) {}

  /// The phases of every calendar.
  std::vector<Phases> all() {
    for (std::size_t calendar = 0; calendar < written_.size(); ++calendar) look_up(calendar);
    std::vector<Phases> all;
    for (Known& one : known_) all.push_back(std::move(one.phases));
    return all;
  }

private:
  enum class State : std::uint8_t { unknown, on_the_way, known };

  struct Known {
    State state = State::unknown;
    Phases phases;
  };

  /// A calendar on the way down a chain of any length, and which of its phases is looked at next.
  struct Visit {
    std::size_t calendar = 0;
    std::size_t next = 0;
  };

  void look_up(std::size_t first) {
    if (known_[first].state != State::unknown) return;
    std::vector<Visit> way = {{first}};
    known_[first].state = State::on_the_way;
    while (!way.empty()) {
      if (const auto below = unknown_below(way.back())) {
        known_[*below].state = State::on_the_way;
        way.push_back({*below});
      } else {
        Known& here = known_[way.back().calendar];
        if (here.state == State::on_the_way)
          here = {State::known, phases_of(written_[way.back().calendar])};
        way.pop_back();
      }
    }
  }

  /// The next calendar of its phases that has to be looked up before it; a circle is a finding at the calendar to which
  /// it leads back, whose phases count as none.
  std::optional<std::size_t> unknown_below(Visit& visit) {
    const std::vector<WrittenPhase>& phases = written_[visit.calendar].phases;
    while (visit.next < phases.size()) {
      const WrittenPhase& phase = phases[visit.next++];
      if (!is_there(phase)) continue;
      Known& below = known_[phase.calendar->value];
      if (below.state == State::unknown) return phase.calendar->value;
      if (below.state == State::on_the_way) {
        report_circle(written_[phase.calendar->value]);
        below.state = State::known;
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_there(const WrittenPhase& phase) const {
    return phase.calendar && phase.calendar->value < written_.size();
  }

  void report_circle(const WrittenCalendar& calendar) const {
    reader_
        .fault(Code::bad_phases, calendar.key,
               tr("the phases of `{id}` lead back to it", {{"id", calendar.id}}))
        .help = tr("let one of its phases name a calendar with a week");
  }

  Phases phases_of(const WrittenCalendar& own) {
    Phases joined;
    if (own.phases.empty()) {
      WeekHours hours{own.week, own.exceptions, {own.holidays.begin(), own.holidays.end()}};
      joined.push_back({std::nullopt, std::make_shared<const WeekHours>(std::move(hours))});
      return joined;
    }
    const auto own_days = overlaid(own.exceptions, closed(own.holidays));
    for (const WrittenPhase& phase : own.phases) {
      if (is_there(phase)) add_phase(own, own_days, phase, joined);
    }
    return joined;
  }

  void add_phase(const WrittenCalendar& own, const std::vector<WeekHours::Exception>& own_days,
                 const WrittenPhase& phase, Phases& phases) {
    const Date begin = phases.empty() ? Date::min() : phases.back().until.value_or(Date::max());
    for (OpeningHours::Phase inner : known_[phase.calendar->value].phases) {
      if (inner.until.value_or(Date::max()) <= begin) continue;
      const bool is_cut = phase.until && inner.until.value_or(Date::max()) >= *phase.until;
      if (is_cut) inner.until = phase.until;
      if (!may_take_over(own, inner, own_days.size())) return;
      if (!own_days.empty()) {
        WeekHours hours = *inner.hours;
        hours.exceptions = overlaid(own_days, hours.exceptions);
        inner.hours = std::make_shared<const WeekHours>(std::move(hours));
      }
      phases.push_back(std::move(inner));
      if (is_cut) break;
    }
  }

  /// Chains of calendars, each with days of its own, would fill any memory.
  bool may_take_over(const WrittenCalendar& own, const OpeningHours::Phase& inner,
                     std::size_t own_days) {
    if (taken_over_ > most_taken_over) return false;
    ++taken_over_;
    if (own_days > 0)
      taken_over_ += own_days + inner.hours->exceptions.size() + inner.hours->holidays.size();
    if (taken_over_ <= most_taken_over) return true;
    reader_
        .fault(
            Code::bad_phases, own.key,
            tr("the calendars up to `{id}` take over more than {limit} phases and days of others",
               {{"id", own.id}, {"limit", number(static_cast<std::int64_t>(most_taken_over))}}))
        .help = tr("let its phases name calendars with a week");
    return false;
  }

  const Reader& reader_;
  const std::vector<WrittenCalendar>& written_;
  std::vector<Known> known_;
  std::size_t taken_over_ = 0;
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
  for (const Named& named : reader.ids.repeated(Section::calendars))
    static_cast<void>(kind::read_entity<WrittenCalendar>(reader, {named.key, named.value}));
  std::vector<PhaseLookup::Phases> phases = PhaseLookup{reader, written}.all();
  std::vector<Calendar> calendars;
  for (std::size_t i = 0; i < written.size(); ++i) {
    Calendar calendar;
    static_cast<Entity&>(calendar) = written[i];
    calendar.hours.phases = std::move(phases[i]);
    calendar.max_hours = written[i].max_hours;
    calendars.push_back(std::move(calendar));
  }
  return calendars;
}

}  // namespace bcp
