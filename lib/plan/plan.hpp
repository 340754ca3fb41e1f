// What does a continuity plan consist of? The whole model as plain structs, one a section of docs/format.md.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "plan/boxed.hpp"
#include "plan/calendar.hpp"
#include "plan/condition.hpp"
#include "plan/time_zone.hpp"
#include "plan/values.hpp"
#include "source/span.hpp"
#include "source/value.hpp"

namespace bcp {

class PlanText;

// Positions in the vectors of `Plan`. Each vector is sorted by id, bytewise.
using ServiceId = Index<struct ServiceTag>;
using ResourceTypeId = Index<struct ResourceTypeTag>;
using ProfileId = Index<struct ProfileTag>;
using StaffId = Index<struct StaffTag>;
using PoolId = Index<struct PoolTag>;
using OptionId = Index<struct OptionTag>;
using TeamId = Index<struct TeamTag>;
using CalendarId = Index<struct CalendarTag>;
using TaskId = Index<struct TaskTag>;
using RoleId = Index<struct RoleTag>;
using MilestoneId = Index<struct MilestoneTag>;
using TierId = Index<struct TierTag>;  ///< position in `Plan::tiers`, most urgent first

/// A node: anything that can be required. Numbered over all sections together, in the order of the ids.
using NodeId = Index<struct NodeTag>;

enum class NodeKind {
  service,
  application,
  infrastructure,
  site,
  supplier,
  staff,
  equipment,
  licence,
  channel
};

/// `service`, `application`, … as results name them.
[[nodiscard]] std::string_view name_of(NodeKind kind);

struct Review {
  Period every;
  std::optional<Date> last;
};

/// What every entity may carry.
struct Entity {
  std::string id;
  LocalText name;
  std::string owner;
  Boxed<Review> review;
  std::string procedure;
  std::vector<std::string> tags;
  std::string assumption;
  Span named;  ///< its id in the source
  Value
      written;  ///< its map in the source, for places; of a merged or overridden plan the effective one
};

/// Requirements as written: of `items`, at least `needed` must be there. A leaf is one node.
struct Requirement {
  std::optional<NodeId> node;      ///< of a leaf
  std::size_t needed = 0;          ///< of a group: all, one, or k of the items
  std::vector<Requirement> items;  ///< in the order written
  Span written;
};

struct StaffNeed {
  StaffId staff;
  Count people = 0;
};

struct TeamNeed {
  TeamId team;
  Bounds people;
};

struct Amount {
  ResourceTypeId type;
  Quantity quantity;
};

struct TestedRecovery {
  Seconds recovery{0};
  std::optional<Date> on;
};

struct Backup {
  Seconds every{0};
  std::optional<Seconds> restore;
  std::vector<NodeId> copies;
  std::optional<Date> restored;
};

struct Node : Entity {
  NodeId node;
  std::vector<Requirement> requirements;  ///< all of them must be met
  std::optional<Estimate> recovery;
  std::vector<TeamNeed> recovery_team;
  std::optional<Ratio> failure;
  Boxed<TestedRecovery> tested;
};

struct Workaround : Entity {
  Ratio level;
  std::optional<Seconds> ready;
  std::optional<Seconds> lasts;  ///< none: without end
  std::vector<StaffNeed> staff;
  std::vector<Requirement> requirements;
};

/// From `after` on, an interruption has this impact.
struct ImpactStep {
  Seconds after{0};
  std::string level;
};

struct Impact {
  std::string category;
  std::vector<ImpactStep> steps;  ///< by time
};

struct Service : Node {
  std::optional<TierId> tier;
  std::optional<Instant> from;
  std::optional<Seconds> mtpd;
  std::optional<Seconds> rto;
  std::optional<Seconds> rpo;
  std::optional<Ratio> mbco;
  std::vector<StaffNeed> staff;
  std::vector<Impact> impact;
  std::vector<Workaround> workarounds;
};

struct Application : Node {
  Boxed<Backup> backup;
};

struct Infrastructure : Node {
  std::vector<Amount> provides;
  Boxed<Backup> backup;
};

struct Site : Node {};

/// A text, or named parts of one (`{phone: …, mail: …}`); a text alone stands under the empty key.
using Contact = KeyedTexts;

struct Contract {
  struct Promises {
    std::optional<Seconds> recovery;
  };
  std::optional<Date> ends;
  std::optional<Promises> promises;
};

struct Supplier : Node {
  Contact contact;
  Boxed<Contract> contract;
  std::vector<NodeId> alternatives;
};

struct ResourceType : Entity {
  std::string unit;
  std::optional<Ratio> concurrency;
};

/// What one person needs: `fixed`, and of every group of alternatives one.
struct Needs {
  std::vector<Amount> fixed;
  std::vector<std::vector<Amount>> alternatives;  ///< in the order written; empty: none
};

struct Profile : Entity {
  bool remote = false;
  Needs needs;
};

struct StaffGroup : Node {
  Count headcount = 0;
  std::optional<NodeId> site;
  std::optional<ProfileId> profile;
  std::vector<Amount> equipped;
  bool reassign = false;
  Count first_time = 0;
};

/// Free stock of `equipment` or `licences`.
struct Pool : Node {
  bool licence = false;
  ResourceTypeId type;
  Count count = 0;
  std::optional<Estimate> lead_time;
  std::optional<Estimate> preparation;  ///< work of one person for one unit
  std::optional<Ratio> yield;
  std::optional<TeamId> team;
  std::optional<Bounds> people;
  std::optional<Count> lot;
  std::optional<NodeId> supplier;
  std::optional<NodeId> site;
  std::optional<Estimate> transfer;
  std::vector<StaffId> only_for;  ///< empty: for everyone
  std::optional<ShareOrCount> reserve;
};

struct Decision {
  std::string by;
  std::optional<Date> on;
  std::string why;
};

/// A measure that may be bought.
struct Option : Entity {
  struct Adds {
    ResourceTypeId type;
    Count count = 0;
  };
  struct AddsPeople {
    std::optional<TeamId> team;
    std::optional<StaffId> staff;
    Count count = 0;
  };
  std::optional<Adds> adds;
  std::optional<AddsPeople> adds_people;
  std::optional<ServiceId> defers;
  std::optional<Estimate> lead_time;
  std::optional<Money> cost;
  Count max = 1;
  Boxed<Decision> decided;
};

struct Team : Entity {
  Count members = 0;
  std::optional<StaffId> of;
  std::optional<CalendarId> calendar;
  std::vector<std::string> skills;
};

struct Calendar : Entity {
  OpeningHours hours;
  std::optional<Seconds> max_hours;
};

struct Absence : Entity {
  std::variant<StaffId, TeamId> of;
  std::optional<Ratio> share;
  std::optional<Count> people;
  std::optional<Instant> from;
  std::optional<Instant> until;
};

/// What must have happened before a task; exactly one of `task` and `milestone`.
struct Predecessor {
  enum class Link { finish_to_start, start_to_start, finish_to_finish };
  std::optional<TaskId> task;
  std::optional<MilestoneId> milestone;
  Link link = Link::finish_to_start;
  Seconds lag{0};
};

struct Task : Entity {
  std::string workstream;
  std::optional<TierId> tier;
  std::optional<Estimate> duration;
  std::optional<Estimate> work;  ///< person-time
  std::vector<TeamNeed> team;
  std::vector<std::string> skills;
  std::optional<Bounds> people;
  std::optional<CalendarId> calendar;
  bool continuous = false;
  std::vector<Predecessor> after;
  std::optional<Instant> not_before;
  std::optional<Instant> due;
  std::vector<NodeId> enables;
  std::optional<Ratio> progress;
  std::optional<Instant> done;
  std::optional<Instant> started;
};

/// One thing that `applies_to` names: a section, a tag, or an entity by its id.
struct Subject {
  enum class Kind { section, tag, entity };
  Kind kind = Kind::entity;
  std::string name;
};

struct Freeze : Entity {
  Instant from;
  Instant until;
  std::vector<Subject> applies_to;
  std::string reason;
};

struct Change : Entity {
  std::string entity;
  Instant at;
  std::optional<Instant> until;
};

struct Policy : Entity {
  std::vector<Subject> applies_to;
  std::string text;
};

struct Waiver : Entity {
  std::string waives;  ///< id of a policy or a freeze
  std::vector<std::string> given_to;
  std::optional<Instant> from;
  std::optional<Instant> until;
  std::string approved_by;
  std::optional<Date> on;
};

/// `reaches` of one group, or of everyone (no group).
struct Reach {
  std::optional<StaffId> staff;
  Ratio share;
};

struct Channel : Node {
  std::vector<Reach> reaches;
};

struct Audience {
  enum class Kind { staff, everyone, first_time };
  Kind kind = Kind::everyone;
  StaffId staff;
};

struct Message : Entity {
  LocalText subject;
  LocalText body;  ///< files
  std::vector<Audience> audience;
  std::vector<NodeId> channels;
  std::optional<Instant> send;
  std::vector<Predecessor> after;
  std::optional<Instant> by;
};

struct Support : Entity {
  struct Tickets {
    std::optional<Quantity> first_time;
    std::optional<Quantity> everyone;
  };
  struct Answer {
    std::optional<Ratio> share;
    std::optional<Seconds> within;
  };
  std::vector<TeamId> teams;
  std::optional<Seconds> handling;
  std::optional<Tickets> tickets;
  std::optional<Seconds> half_life;
  std::optional<Instant> from;
  std::optional<Answer> answer;
};

struct Role : Entity {
  std::string holder;
  std::vector<std::string> deputies;
  std::optional<StaffId> group;
  std::optional<NodeId> site;
  Contact contact;
  std::optional<Seconds> answers_within;
  std::string duties;
};

/// Who may start or stop what, and when.
struct Activation : Entity {
  std::vector<RoleId> by;
  std::optional<Condition> when;
};

struct Scenario : Entity {
  struct Failure {
    NodeId node;
    std::optional<Seconds> recovery;
  };
  struct Away {
    std::variant<std::monostate, StaffId, TeamId> of;  ///< nothing: everyone
    ShareOrCount people;
  };
  std::vector<Failure> fail;
  std::vector<NodeId> without;
  std::vector<Away> absent;
  std::optional<Seconds> lasting;
  std::string likelihood;
  std::vector<OptionId> treated_by;
};

struct Obligation : Entity {
  std::string upon;
  std::optional<Seconds> within;
  std::string to;
  std::optional<RoleId> by;
};

struct Exercise : Entity {
  std::string type;
  Period every;
  std::string drill;
  std::vector<std::string> covers;
  std::optional<Date> last;
};

struct Action : Entity {
  std::string about;
  std::string text;
  std::optional<Date> due;
  std::optional<Date> done;
  std::string from;
};

struct Milestone {
  std::string id;
  Instant at;
};

/// Before people begin any recovery.
struct RecoveryClock {
  Seconds detect{0};
  Seconds decide{0};
  Seconds assemble{0};
};

struct Scope {
  std::vector<std::string> covers;
  KeyedTexts excludes;
};

struct Approval {
  std::string by;
  std::optional<Date> on;
};

struct ImpactScale {
  std::vector<std::string> levels;  ///< mildest first
  std::string intolerable;
};

/// Where a node stands in its section's vector.
struct NodeRef {
  NodeKind kind;
  std::uint32_t position;
};

/// A whole plan. References are positions in its vectors; every vector of entities is sorted by id.
struct Plan {
  std::string name;
  std::string language;  ///< `en`, `fr`, or empty: not stated
  TimeZone zone;
  Instant start;
  std::string currency;
  Seconds person_day = std::chrono::hours(8);
  RecoveryClock clock;
  std::vector<Milestone> milestones;
  std::optional<Scope> scope;
  std::optional<Approval> approval;
  std::optional<ImpactScale> impact_scale;
  std::vector<std::string> tiers;

  std::vector<Service> services;
  std::vector<Application> applications;
  std::vector<Infrastructure> infrastructure;
  std::vector<Site> sites;
  std::vector<Supplier> suppliers;
  std::vector<ResourceType> resource_types;
  std::vector<Profile> profiles;
  std::vector<StaffGroup> staff;
  std::vector<Pool> pools;  ///< of `equipment` and `licences`
  std::vector<Option> options;
  std::vector<Team> teams;
  std::vector<Calendar> calendars;
  std::vector<Absence> absences;
  std::vector<Task> tasks;
  std::vector<Freeze> freezes;
  std::vector<Change> changes;
  std::vector<Policy> policies;
  std::vector<Waiver> waivers;
  std::vector<Channel> channels;
  std::vector<Message> messages;
  std::vector<Support> support;
  std::vector<Role> roles;
  std::vector<Activation> activation_start;
  std::vector<Activation> activation_stop;
  std::vector<Scenario> scenarios;
  std::vector<Obligation> obligations;
  std::vector<Exercise> programme;
  std::vector<Action> actions;

  std::vector<NodeRef> nodes;            ///< by `NodeId`
  std::shared_ptr<const PlanText> text;  ///< the source, for places
};

/// The node's common keys.
[[nodiscard]] const Node& node_of(const Plan& plan, NodeId node);

/// What an application or infrastructure says of its backup; `nullptr`: nothing, or it cannot have one.
[[nodiscard]] const Backup* backup_of(const Plan& plan, NodeId node);

/// The tier of a service: its own, else the last.
[[nodiscard]] TierId tier_of(const Plan& plan, const Service& service);

/// ⌈mbco × people⌉
[[nodiscard]] Count minimum_people(const Service& service, const StaffNeed& need);

/// The node of an entity of a section; sections are sorted as nodes are, so that this is a binary search.
[[nodiscard]] std::optional<NodeId> find_node(const Plan& plan, std::string_view id);

}  // namespace bcp
