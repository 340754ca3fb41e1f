#include "plan/reading/ids.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "plan/grammar.hpp"

namespace bcp {

namespace {

struct SectionInfo {
  std::string_view path;
  Text (*noun)();
};

constexpr std::array<SectionInfo, section_count> sections = {{
    {"services", [] { return tr("a service"); }},
    {"applications", [] { return tr("an application"); }},
    {"infrastructure", [] { return tr("an item of infrastructure"); }},
    {"sites", [] { return tr("a site"); }},
    {"suppliers", [] { return tr("a supplier"); }},
    {"staff", [] { return tr("a staff group"); }},
    {"equipment", [] { return tr("a pool of equipment"); }},
    {"licences", [] { return tr("a pool of licences"); }},
    {"communications.channels", [] { return tr("a channel"); }},
    {"resource_types", [] { return tr("a resource type"); }},
    {"profiles", [] { return tr("a profile"); }},
    {"options", [] { return tr("an option"); }},
    {"teams", [] { return tr("a team"); }},
    {"calendars", [] { return tr("a calendar"); }},
    {"absences", [] { return tr("an absence"); }},
    {"tasks", [] { return tr("a task"); }},
    {"freezes", [] { return tr("a freeze"); }},
    {"changes", [] { return tr("a change"); }},
    {"policies", [] { return tr("a policy"); }},
    {"waivers", [] { return tr("a waiver"); }},
    {"communications.messages", [] { return tr("a message"); }},
    {"support", [] { return tr("a support desk"); }},
    {"roles", [] { return tr("a role"); }},
    {"activation.start", [] { return tr("a rule of activation"); }},
    {"activation.stop", [] { return tr("a rule of deactivation"); }},
    {"scenarios", [] { return tr("a scenario"); }},
    {"obligations", [] { return tr("an obligation"); }},
    {"programme", [] { return tr("an exercise"); }},
    {"actions", [] { return tr("an action"); }},
    {"plan.milestones", [] { return tr("a milestone"); }},
    {"workarounds", [] { return tr("a workaround"); }},
}};

const SectionInfo& info(Section section) { return sections[static_cast<std::size_t>(section)]; }

constexpr std::size_t few = 1000;

/// Licences are kept beside equipment, so that pools have one numbering.
std::size_t storage_of(Section section) {
  return static_cast<std::size_t>(section == Section::licences ? Section::equipment : section);
}

/// What stands at a path; where something on the way is no map, that.
Value at_path(Value value, std::string_view path) {
  while (!path.empty()) {
    if (!value.is_mapping()) return value;
    const std::string_view step = path.substr(0, path.find('.'));
    value = value.find(step);
    path.remove_prefix(std::min(path.size(), step.size() + 1));
  }
  return value;
}

Text rule_of_ids() {
  return tr("use at most 100 of a–z, 0–9, `.`, `_` and `-`, and begin with a letter or a digit");
}

/// The id that a text of English letters makes: `Benefit payments` is `benefit-payments`; empty if it makes none.
std::string as_id(std::string_view text) {
  std::string id;
  for (const char sign : text) {
    const bool is_capital = sign >= 'A' && sign <= 'Z';
    const char small = is_capital ? static_cast<char>(sign - 'A' + 'a') : sign;
    if (sign == ' ' || sign == '/') {
      if (!id.ends_with('-')) id += '-';
    } else {
      id += small;
    }
  }
  return grammar::is_id(id) && !grammar::is_reserved(id) ? id : std::string{};
}

/// For a key that is no id, or one that no entity can have; `form` is the id that it makes.
Diagnostic& report_form(const Value& key, const std::string& form, Diagnostics& found) {
  const std::string id{key.text()};
  if (grammar::is_id(id)) {
    Diagnostic& reserved =
        found.add(Code::bad_id, key.span(),
                  tr("`{id}` is a word of the format, and cannot be an id", {{"id", id}}));
    reserved.help = tr("choose another id");
    return reserved;
  }
  Diagnostic& diagnostic =
      found.add(Code::bad_id, key.span(), tr("`{id}` is not an id", {{"id", id}}));
  if (!form.empty()) diagnostic.notes.push_back(rule_of_ids());
  diagnostic.help =
      form.empty() ? rule_of_ids()
                   : tr("write `{form}`, also where others refer to it; a title goes under `name`",
                        {{"form", form}});
  return diagnostic;
}

void report_twice(const Value& one, const Value& other, Diagnostics& found) {
  const auto [first, second] =
      std::minmax(one, other, [](const Value& a, const Value& b) { return a.span() < b.span(); });
  Diagnostic& diagnostic =
      found.add(Code::duplicate_id, second.span(),
                tr("the id `{id}` stands twice in the plan", {{"id", std::string{other.text()}}}));
  diagnostic.also.push_back({first.span(), tr("it stands here first")});
  diagnostic.help = tr("give one of the two another id, also where others refer to it");
}

}  // namespace

std::string_view path_of(Section section) { return info(section).path; }

Text noun_of(Section section) { return info(section).noun(); }

std::optional<NodeKind> node_kind_of(Section section) {
  switch (section) {
    case Section::services: return NodeKind::service;
    case Section::applications: return NodeKind::application;
    case Section::infrastructure: return NodeKind::infrastructure;
    case Section::sites: return NodeKind::site;
    case Section::suppliers: return NodeKind::supplier;
    case Section::staff: return NodeKind::staff;
    case Section::equipment: return NodeKind::equipment;
    case Section::licences: return NodeKind::licence;
    case Section::channels: return NodeKind::channel;
    default: return std::nullopt;
  }
}

Ids::Ids(const Value& root, Diagnostics& found) {
  for (std::size_t i = 0; i < section_count; ++i) {
    const auto section = static_cast<Section>(i);
    if (section == Section::workarounds) {
      for (const Entry& service : root.find("services").entries()) {
        service_ = service.key;
        add_section(section, at_path(service.value, path_of(section)), found);
      }
    } else {
      add_section(section, at_path(root, path_of(section)), found);
    }
  }
  for (std::vector<Named>& named : sections_) {
    std::ranges::stable_sort(named, {}, &Named::id);
    for (std::uint32_t position = 0; position < named.size(); ++position) {
      Place& place = places_.find(named[position].id)->second;
      if (place.key.span() == named[position].key.span()) place.position = position;
    }
  }
  check_forms(found);
  number_nodes();
}

void Ids::check_forms(Diagnostics& found) const {
  for (const Value& key : malformed_) {
    const std::string form = as_id(key.text());
    const auto taken = places_.find(form);
    Diagnostic& diagnostic = report_form(key, form, found);
    if (form.empty() || taken == places_.end()) continue;
    diagnostic.also.push_back({taken->second.key.span(), tr("`{id}` stands here", {{"id", form}})});
    diagnostic.help = tr("choose another id: `{id}` stands in the plan already", {{"id", form}});
  }
}

void Ids::add_section(Section section, const Value& map, Diagnostics& found) {
  if (!map.is_mapping() && !map.is_empty()) is_whole_ = false;
  const std::vector<Entry> entries = map.entries();
  if (entries.size() >
      few) {  // workarounds are few a service, and would have the table grow each time
    sections_[storage_of(section)].reserve(sections_[storage_of(section)].size() + entries.size());
    places_.reserve(places_.size() + entries.size());
  }
  for (const Entry& entry : entries) {
    if (entry.key.is_scalar() && !entry.key.text().starts_with("x-")) add(section, entry, found);
  }
}

void Ids::add(Section section, const Entry& entry, Diagnostics& found) {
  std::vector<Named>& named = sections_[storage_of(section)];
  const auto [known, is_new] = places_.try_emplace(entry.key.text(), Place{section, 0, entry.key});
  if (!is_new) {
    if (section == Section::workarounds && known->second.section == section) {
      report_workaround_twice(known->second.key, entry.key, found);
      return;
    }
    const bool is_same_map =
        known->second.section == section && known->second.key.span().file == entry.key.span().file;
    if (!is_same_map) report_twice(known->second.key, entry.key, found);
    if (known->second.section == section) {  // the first one counts
      if (!is_same_map)
        repeated_[static_cast<std::size_t>(section)].push_back(
            {entry.key.text(), section, entry.key, entry.value});
      return;
    }
  } else {
    if (!grammar::is_id(entry.key.text()) || grammar::is_reserved(entry.key.text()))
      malformed_.push_back(entry.key);
    if (section == Section::workarounds) services_.emplace(entry.key.text(), service_);
  }
  named.push_back({entry.key.text(), section, entry.key, entry.value});
}

void Ids::report_workaround_twice(const Value& first, const Value& second, Diagnostics& found) {
  const Value& service = services_.at(first.text());
  if (service.text() == service_.text()) return;  // twice in one map, which has its finding
  if (first.span() != second.span()) return report_twice(first, second, found);
  // An alias or a merge brings all that another service has, which is one mistake.
  if (shared_in_.is_written() && shared_in_.span() == service_.span()) return;
  shared_in_ = service_;
  Diagnostic& diagnostic =
      found.add(Code::duplicate_id, service_.span(),
                tr("`{service}` has the workaround `{id}` of `{other}`, by an alias or a merge",
                   {{"service", std::string{service_.text()}},
                    {"id", std::string{first.text()}},
                    {"other", std::string{service.text()}}}));
  diagnostic.also.push_back({first.span(), tr("it stands here first")});
  diagnostic.help = tr("write its workarounds out, with ids of their own");
}

void Ids::number_nodes() {
  struct Numbered {
    std::string_view id;
    NodeRef node;
    std::size_t storage;
  };
  std::vector<Numbered> all;
  for (std::size_t i = 0; i < section_count; ++i) {
    for (std::uint32_t position = 0; position < sections_[i].size(); ++position) {
      const Named& named = sections_[i][position];
      if (const auto kind = node_kind_of(named.section))
        all.push_back({named.id, {*kind, position}, i});
    }
    node_ids_[i].resize(sections_[i].size());
  }
  // One whose id another section gave first is still read, and has a number for that.
  std::ranges::stable_sort(all, {}, &Numbered::id);
  for (const auto& [id, node, storage] : all) {
    node_ids_[storage][node.position] = NodeId{static_cast<std::uint32_t>(nodes_.size())};
    nodes_.push_back(node);
  }
}

std::optional<Ids::Place> Ids::find(std::string_view id) const {
  const auto known = places_.find(id);
  if (known == places_.end()) return std::nullopt;
  return known->second;
}

std::optional<Ids::Place> Ids::find(std::string_view id, std::span<const Section> among) const {
  for (const Section section : among) {
    const std::vector<Named>& all = of(section);
    auto named = std::ranges::lower_bound(all, id, {}, &Named::id);
    while (named != all.end() && named->id == id && named->section != section) ++named;
    if (named != all.end() && named->id == id)
      return Place{section, static_cast<std::uint32_t>(named - all.begin()), named->key};
  }
  return std::nullopt;
}

const std::vector<Named>& Ids::repeated(Section section) const {
  return repeated_[static_cast<std::size_t>(section)];
}

const std::vector<Named>& Ids::of(Section section) const { return sections_[storage_of(section)]; }

NodeId Ids::node(Section section, std::uint32_t position) const {
  return node_ids_[storage_of(section)][position];
}

}  // namespace bcp
