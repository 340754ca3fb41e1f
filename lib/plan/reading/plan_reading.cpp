#include "plan/reading/plan_reading.hpp"

#include <algorithm>
#include <concepts>
#include <string>
#include <utility>

#include "plan/instants.hpp"
#include "plan/reading/calendars.hpp"
#include "plan/reading/kinds.hpp"

namespace bcp {

using namespace kind;  // NOLINT(google-build-using-namespace): tables of kinds

namespace {

constexpr std::size_t most_tiers = 8;

struct Zone {
  static constexpr std::string_view example = "Europe/Paris";
  static Text noun() { return tr("a time zone"); }
  static std::optional<TimeZone> read(Reader& reader, const Entry& at) {
    const auto text = reader.scalar(at, noun());
    if (!text) return std::nullopt;
    auto zone = TimeZone::named(*text);
    if (!zone) {
      reader
          .fault(Code::bad_time_zone, at.value,
                 tr("`{name}` is not a time zone", {{"name", std::string{*text}}}))
          .help =
          tr("write a name of the IANA database, such as `Europe/Paris`; the package `tzdata` must "
             "be installed");
      return std::nullopt;
    }
    // The start and the milestones that follow in the table are read in it.
    reader.plan.zone = *zone;
    return zone;
  }
};

struct Start {
  static constexpr std::string_view example = "2020-03-14T08:00";
  static Text noun() { return tr("an instant"); }
  static std::optional<Instant> read(Reader& reader, const Entry& at) {
    const auto text = reader.scalar(at, noun());
    if (!text) return std::nullopt;
    const auto instant = grammar::instant(*text);
    if (instant && !std::holds_alternative<grammar::FromStart>(*instant)) {
      const auto start = instant_in(reader.plan.zone, {}, *text);
      reader.plan.start = *start;
      reader.is_start_known = true;
      return *start;
    }
    reader
        .fault(Code::bad_instant, at.value,
               instant ? tr("the plan's start cannot count from itself") : instant.error())
        .help = tr("write a day and a time, such as `2020-03-14T08:00`");
    return std::nullopt;
  }
};

struct ReportLanguage {
  static Text noun() { return tr("`en` or `fr`"); }
  static std::optional<std::string> read(Reader& reader, const Entry& at) {
    const auto text = reader.scalar(at, noun());
    if (!text) return std::nullopt;
    if (*text == "en" || *text == "fr") return std::string{*text};
    reader
        .fault(Code::bad_choice, at.value,
               tr("reports cannot be written in `{word}`", {{"word", std::string{*text}}}))
        .help = choice_of({"en", "fr"});
    return std::nullopt;
  }
};

struct ImpactLevels {
  static Text noun() { return ListOf<Word>::noun(); }
  static std::optional<std::vector<std::string>> read(Reader& reader, const Entry& at) {
    auto levels = ListOf<Word>::read(reader, at);
    // Without all of them no level that an impact names is a fault of its own.
    if (levels && levels->size() != at.value.items().size()) levels->clear();
    return levels;
  }
};

struct PersonDay {
  static Text noun() { return Duration::noun(); }
  static std::optional<Seconds> read(Reader& reader, const Entry& at) {
    const auto length = Duration::read(reader, at);
    if (!length || *length > Seconds{0}) return length;
    reader.fault(Code::bad_duration, at.value, tr("a person's day has some length")).help =
        tr("write `8h`");
    return std::nullopt;
  }
};

struct Tiers {
  static Text noun() { return tr("a list of words"); }
  static std::optional<std::vector<std::string>> read(Reader& reader, const Entry& at) {
    auto tiers = ListOf<Word>::read(reader, at);
    const std::size_t written = at.value.items().size();
    if (tiers && tiers->size() == written && written > 0 && written <= most_tiers) return tiers;
    reader.plan.tiers.clear();  // no tier that an entity names is a fault of its own
    if (!tiers || (written > 0 && written <= most_tiers)) return std::nullopt;
    const Argument most = number(static_cast<std::int64_t>(most_tiers));
    Diagnostic& diagnostic = reader.fault(Code::bad_bounds, at.value,
                                          tr("a plan has 1 to {most} tiers", {{"most", most}}));
    diagnostic.help =
        written == 0 ? tr("list one, or delete the key: without it there are four")
                     : tr("join tiers that are recovered alike, down to {most}", {{"most", most}});
    return std::nullopt;
  }
};

struct Version {
  static constexpr std::string_view example = "1";
  static Text noun() { return tr("the version of the format"); }
  static void read(Reader& reader, const Entry& at) {
    const auto text = reader.scalar(at, noun());
    if (!text || *text == "1") return;
    reader
        .fault(Code::unsupported_version, at.value,
               tr("version `{version}` of the format is not known here",
                  {{"version", std::string{*text}}}))
        .help = tr("write `bcp: 1`, or use a newer program");
  }
};

/// Its files have been read before; here only its form is judged.
struct Includes {
  static Text noun() { return tr("a list of files"); }
  static void read(Reader& reader, const Entry& at) {
    const auto items = reader.list(at, noun());
    for (const Entry& item : items.value_or(std::vector<Entry>{})) {
      const auto path = reader.scalar(item, tr("the path of a file"));
      if (!path || !path->empty()) continue;
      reader.fault(Code::wrong_kind, item.value, tr("an item of `include` is the path of a file"))
          .help = tr("write the path relative to this file");
    }
  }
};

// Maps of the plan itself: what they hold goes into the plan, which the reader has; their shapes are empty.
struct TopLevel {};
struct PlanSection {};
struct Communications {};
struct ActivationRules {};

/// A section whose entities go into the member of the plan that `member` names.
template <auto member, Section section>
struct Entities {
  static Text noun() { return tr("a map of ids"); }
  static void read(Reader& reader, const Entry& at) {
    using Shape = typename std::decay_t<decltype(reader.plan.*member)>::value_type;
    if (!reader.map(at, noun())) return;
    (reader.plan.*member).reserve((reader.plan.*member).size() + reader.ids.of(section).size());
    for (const Named& named : reader.ids.of(section)) {
      if (named.section != section) continue;
      if constexpr (std::derived_from<Shape, Node>) {
        reader.current = reader.ids.node(
            section, static_cast<std::uint32_t>(&named - reader.ids.of(section).data()));
      }
      Shape shape = read_entity<Shape>(reader, {named.key, named.value});
      if constexpr (std::derived_from<Shape, Node>) shape.node = *reader.current;
      if constexpr (std::same_as<Shape, Pool>) shape.licence = section == Section::licences;
      (reader.plan.*member).push_back(std::move(shape));
      reader.current.reset();
    }
    for (const Named& named : reader.ids.repeated(section))
      static_cast<void>(read_entity<Shape>(reader, {named.key, named.value}));
    if (!std::ranges::is_sorted(reader.plan.*member, {}, &Shape::id))
      std::ranges::sort(reader.plan.*member, {}, &Shape::id);
  }
};

struct CalendarSection {
  static Text noun() { return tr("a map of ids"); }
  static void read(Reader& reader, const Entry& at) {
    if (reader.map(at, noun())) reader.plan.calendars = read_calendars(reader);
  }
};

/// A map of the plan itself, by the table of `Shape`, which stands for it.
template <class Shape>
struct Part {
  static constexpr std::string_view example =
      std::same_as<Shape, PlanSection>
          ? "{name: Town council, timezone: Europe/Paris, start: 2020-03-14T08:00}"
          : "";
  static Text noun() { return tr("a map"); }
  static void read(Reader& reader, const Entry& at) {
    Shape shape;
    read_map(reader, at, noun(), shape);
  }
};

template <class Kind, auto member>
struct IntoPlan {
  static constexpr std::string_view example = example_of<Kind>();
  static Text noun() { return Kind::noun(); }
  static void read(Reader& reader, const Entry& at) {
    if (auto value = Kind::read(reader, at)) reader.plan.*member = std::move(*value);
  }
};

void check_scale(const Reader& reader, const Entry& at, const ImpactScale& scale) {
  needs_other(reader, at, "intolerable", "levels", "levels: [minor, moderate, severe]");
  const Value levels = at.value.find("levels");
  // Where one of them is at fault, none counts.
  const bool is_known = levels.is_sequence() && levels.items().size() == scale.levels.size();
  const bool is_level = std::ranges::find(scale.levels, scale.intolerable) != scale.levels.end();
  if (scale.intolerable.empty() || !is_known || is_level) return;
  const Value place = at.value.find("intolerable");
  Diagnostic& diagnostic = reader.fault(
      Code::bad_choice, place,
      tr("`{word}` is not a level of the impact scale", {{"word", scale.intolerable}}));
  if (scale.levels.empty()) {
    diagnostic.help = tr("list it under `levels`, mildest first");
  } else {
    suggest_of(diagnostic, place, scale.levels);
  }
}

/// A row of such a map.
template <class Kind>
struct PlanRow {
  std::string_view name;
  Presence presence = Presence::optional;

  template <class Shape>
  operator Key<Shape>()
      const {  // NOLINT(google-explicit-constructor): rows stand in tables of their shape
    return {name, presence, &Kind::noun,
            [](Reader& reader, const Entry& at, Shape& /*empty*/) { Kind::read(reader, at); },
            example_of<Kind>()};
  }
};

template <auto member, Section section>
PlanRow<Entities<member, section>> entities(std::string_view name) {
  return {name};
}

template <class Kind, auto member>
PlanRow<IntoPlan<Kind, member>> into_plan(std::string_view name,
                                          Presence presence = Presence::optional) {
  return {name, presence};
}

template <class Shape>
void add_keys(std::vector<KeyInfo>& all) {
  const Keys<Shape>& keys = keys_of<Shape>();
  for (const Key<Shape>& key : keys.rows) {
    all.push_back({keys.name, key.name, key.presence == Presence::required, key.kind()});
  }
}

}  // namespace

template <>
const Keys<RecoveryClock>& keys_of<RecoveryClock>() {
  static const Keys<RecoveryClock> keys = {
      "clock",
      {optional<Duration, &RecoveryClock::detect>("detect"),
       optional<Duration, &RecoveryClock::decide>("decide"),
       optional<Duration, &RecoveryClock::assemble>("assemble")}};
  return keys;
}

template <>
const Keys<Scope>& keys_of<Scope>() {
  static const Keys<Scope> keys = {"scope",
                                   {optional<ListOf<Word>, &Scope::covers>("covers"),
                                    optional<NamedParts, &Scope::excludes>("excludes")}};
  return keys;
}

template <>
const Keys<Approval>& keys_of<Approval>() {
  static const Keys<Approval> keys = {
      "approval", {optional<PlainText, &Approval::by>("by"), optional<Day, &Approval::on>("on")}};
  return keys;
}

template <>
const Keys<ImpactScale>& keys_of<ImpactScale>() {
  static const Keys<ImpactScale> keys = {"impact_scale",
                                         {optional<ImpactLevels, &ImpactScale::levels>("levels"),
                                          optional<Word, &ImpactScale::intolerable>("intolerable")},
                                         check_scale};
  return keys;
}

template <>
const Keys<PlanSection>& keys_of<PlanSection>() {
  static const Keys<PlanSection> keys = {
      "plan",
      {into_plan<PlainText, &Plan::name>("name", Presence::required),
       into_plan<ReportLanguage, &Plan::language>("language"),
       into_plan<Zone, &Plan::zone>("timezone", Presence::required),
       into_plan<Start, &Plan::start>("start", Presence::required),
       into_plan<Word, &Plan::currency>("currency"),
       into_plan<PersonDay, &Plan::person_day>("person_day"),
       into_plan<MapOf<RecoveryClock>, &Plan::clock>("clock"),
       into_plan<Milestones, &Plan::milestones>("milestones"),
       into_plan<MapOf<Scope>, &Plan::scope>("scope"),
       into_plan<MapOf<Approval>, &Plan::approval>("approval"),
       into_plan<MapOf<ImpactScale>, &Plan::impact_scale>("impact_scale")}};
  return keys;
}

template <>
const Keys<Communications>& keys_of<Communications>() {
  static const Keys<Communications> keys = {
      "communications",
      {entities<&Plan::channels, Section::channels>("channels"),
       entities<&Plan::messages, Section::messages>("messages")}};
  return keys;
}

template <>
const Keys<ActivationRules>& keys_of<ActivationRules>() {
  static const Keys<ActivationRules> keys = {
      "activation",
      {entities<&Plan::activation_start, Section::activation_start>("start"),
       entities<&Plan::activation_stop, Section::activation_stop>("stop")}};
  return keys;
}

template <>
const Keys<TopLevel>& keys_of<TopLevel>() {
  // What others lean on comes first: instants on the plan's start, quantities on the units of their types.
  static const Keys<TopLevel> keys = {
      "",
      {PlanRow<Version>{"bcp", Presence::required},
       PlanRow<Part<PlanSection>>{"plan", Presence::required},
       PlanRow<Includes>{"include"},
       into_plan<Tiers, &Plan::tiers>("tiers"),
       entities<&Plan::resource_types, Section::resource_types>("resource_types"),
       entities<&Plan::profiles, Section::profiles>("profiles"),
       PlanRow<CalendarSection>{"calendars"},
       entities<&Plan::services, Section::services>("services"),
       entities<&Plan::applications, Section::applications>("applications"),
       entities<&Plan::infrastructure, Section::infrastructure>("infrastructure"),
       entities<&Plan::sites, Section::sites>("sites"),
       entities<&Plan::suppliers, Section::suppliers>("suppliers"),
       entities<&Plan::staff, Section::staff>("staff"),
       entities<&Plan::pools, Section::equipment>("equipment"),
       entities<&Plan::pools, Section::licences>("licences"),
       entities<&Plan::options, Section::options>("options"),
       entities<&Plan::teams, Section::teams>("teams"),
       entities<&Plan::absences, Section::absences>("absences"),
       entities<&Plan::tasks, Section::tasks>("tasks"),
       entities<&Plan::freezes, Section::freezes>("freezes"),
       entities<&Plan::changes, Section::changes>("changes"),
       entities<&Plan::policies, Section::policies>("policies"),
       entities<&Plan::waivers, Section::waivers>("waivers"),
       PlanRow<Part<Communications>>{"communications"},
       entities<&Plan::support, Section::support>("support"),
       entities<&Plan::roles, Section::roles>("roles"),
       PlanRow<Part<ActivationRules>>{"activation"},
       entities<&Plan::scenarios, Section::scenarios>("scenarios"),
       entities<&Plan::obligations, Section::obligations>("obligations"),
       entities<&Plan::programme, Section::programme>("programme"),
       entities<&Plan::actions, Section::actions>("actions")}};
  return keys;
}

std::vector<std::string_view> keys_of_part(std::string_view part) {
  if (part.empty()) return names_of(keys_of<TopLevel>());
  if (part == "plan") return names_of(keys_of<PlanSection>());
  if (part == "communications") return names_of(keys_of<Communications>());
  return part == "activation" ? names_of(keys_of<ActivationRules>())
                              : std::vector<std::string_view>{};
}

void read_plan(Reader& reader, const Value& root) {
  reader.plan.tiers = {"vital", "important", "normal", "deferrable"};
  reader.plan.nodes = reader.ids.nodes();
  for (const Entry& include : reader.text.includes) Includes::read(reader, include);
  TopLevel top;
  read_map(reader, {root, root}, tr("a map of sections"), top);
}

std::vector<KeyInfo> all_keys() {
  std::vector<KeyInfo> all;
  const auto add = [&]<class... Shapes>() { (add_keys<Shapes>(all), ...); };
  add.operator()<TopLevel, PlanSection, RecoveryClock, Scope, Approval, ImpactScale, Review,
                 TestedRecovery, Backup, Service, Workaround, Application, Infrastructure, Site,
                 Supplier, Contract, Contract::Promises, ResourceType, Profile, StaffGroup, Pool,
                 Option, Option::Adds, Option::AddsPeople, Decision, Team, Absence, Task, Freeze,
                 Change, Policy, Waiver, Communications, Channel, Message, Support,
                 Support::Tickets, Support::Answer, Role, ActivationRules, Activation, Scenario,
                 Obligation, Exercise, Action>();
  return all;
}

}  // namespace bcp
