// Which ids does a plan give, and what do they name?
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "plan/plan.hpp"
#include "source/diagnostic.hpp"
#include "source/value.hpp"

namespace bcp {

/// The maps of a plan whose keys are ids.
enum class Section {
  services,
  applications,
  infrastructure,
  sites,
  suppliers,
  staff,
  equipment,
  licences,
  channels,  // nodes, these nine
  resource_types,
  profiles,
  options,
  teams,
  calendars,
  absences,
  tasks,
  freezes,
  changes,
  policies,
  waivers,
  messages,
  support,
  roles,
  activation_start,
  activation_stop,
  scenarios,
  obligations,
  programme,
  actions,
  milestones,
  workarounds
};
inline constexpr std::size_t section_count = static_cast<std::size_t>(Section::workarounds) + 1;

/// Where the section stands: `communications.channels`; of workarounds, under each service.
[[nodiscard]] std::string_view path_of(Section section);
/// What one of its entities is called: `a service`.
[[nodiscard]] Text noun_of(Section section);
[[nodiscard]] std::optional<NodeKind> node_kind_of(Section section);

/// An entity's key and value as written.
struct Named {
  std::string_view id;
  Section section{};
  Value key;
  Value value;
};

/// Every id of a plan, sorted within its section; pools of `equipment` and `licences` are numbered together.
class Ids {
public:
  /// Finds all ids; the form of ids and their uniqueness are judged here.
  Ids(const Value& root, Diagnostics& found);

  struct Place {
    Section section{};
    std::uint32_t position = 0;  ///< in the vector of its section in `Plan`
    Value key;
  };
  [[nodiscard]] std::optional<Place> find(std::string_view id) const;
  /// The one of an id that stands in one of these sections, also where it stands in another section first.
  [[nodiscard]] std::optional<Place> find(std::string_view id,
                                          std::span<const Section> among) const;

  /// The entities of a section, by id.
  [[nodiscard]] const std::vector<Named>& of(Section section) const;
  /// Entities of a section whose ids another file gave before: no part of the plan, and still to be read for what is
  /// wrong with them.
  [[nodiscard]] const std::vector<Named>& repeated(Section section) const;
  [[nodiscard]] NodeId node(Section section, std::uint32_t position) const;
  [[nodiscard]] std::vector<NodeRef> nodes() const { return nodes_; }

  /// False where a section is no map, so that an unknown id may be no fault of its own.
  [[nodiscard]] bool is_whole() const { return is_whole_; }

private:
  void add_section(Section section, const Value& map, Diagnostics& found);
  void add(Section section, const Entry& entry, Diagnostics& found);
  void report_workaround_twice(const Value& first, const Value& second, Diagnostics& found);
  void check_forms(Diagnostics& found) const;
  void number_nodes();

  std::array<std::vector<Named>, section_count> sections_;
  std::array<std::vector<Named>, section_count> repeated_;
  std::vector<Value> malformed_;  // keys
  std::unordered_map<std::string_view, Place> places_;
  std::array<std::vector<NodeId>, section_count> node_ids_;
  std::vector<NodeRef> nodes_;
  std::unordered_map<std::string_view, Value> services_;  // by workaround
  Value service_;                                         // whose workarounds are being added
  Value shared_in_;  // the last one found to share its workarounds
  bool is_whole_ = true;
};

}  // namespace bcp
