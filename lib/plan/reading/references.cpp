// Values that name something of the plan.
#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "plan/reading/kinds.hpp"
#include "source/spelling.hpp"

namespace bcp::kind {

namespace {

template <class Id>
std::optional<Id> index_of(const Reader& reader, const Entry& at, Section section) {
  const std::array sections = {section};
  const auto place = reader.reference(at.value, sections, noun_of(section));
  if (!place) return std::nullopt;
  return Id{place->position};
}

std::optional<NodeId> node_of(const Reader& reader, const Entry& at, Section section) {
  const std::array sections = {section};
  const auto place = reader.reference(at.value, sections, noun_of(section));
  if (!place) return std::nullopt;
  return reader.ids.node(place->section, place->position);
}

std::vector<Section> all_sections() {
  std::vector<Section> sections;
  for (std::size_t i = 0; i < section_count; ++i) sections.push_back(static_cast<Section>(i));
  return sections;
}

const std::vector<std::string_view>& section_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all = {"channels", "messages"};
    for (const Section section : all_sections()) {
      if (section != Section::workarounds) all.push_back(path_of(section));
    }
    return all;
  }();
  return names;
}

bool is_section_name(std::string_view text) {
  return std::ranges::find(section_names(), text) != section_names().end();
}

/// `tag:release` for `tags:release`; empty where the text does not begin like that.
std::string as_tag(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon + 1 == text.size()) return {};
  static constexpr std::array<std::string_view, 1> tag = {"tag"};
  if (!nearest(text.substr(0, colon), tag)) return {};
  const std::string_view word = text.substr(colon + 1);
  return "tag:" + std::string{word.substr(std::min(word.find_first_not_of(' '), word.size()))};
}

}  // namespace

Text AnyNode::noun() { return tr("something that can be required"); }
std::optional<NodeId> AnyNode::read(Reader& reader, const Entry& at) {
  return reader.node(at.value);
}

Text AnyId::noun() { return tr("an id of the plan"); }
std::optional<std::string> AnyId::read(Reader& reader, const Entry& at) {
  static const std::vector<Section> sections = all_sections();
  if (!reader.reference(at.value, sections, noun())) return std::nullopt;
  return std::string{at.value.text()};
}

Text PolicyOrFreeze::noun() { return tr("a policy or a freeze"); }
std::optional<std::string> PolicyOrFreeze::read(Reader& reader, const Entry& at) {
  static constexpr std::array sections = {Section::policies, Section::freezes};
  if (!reader.reference(at.value, sections, noun())) return std::nullopt;
  return std::string{at.value.text()};
}

Text SiteRef::noun() { return noun_of(Section::sites); }
std::optional<NodeId> SiteRef::read(Reader& reader, const Entry& at) {
  return node_of(reader, at, Section::sites);
}

Text SupplierRef::noun() { return noun_of(Section::suppliers); }
std::optional<NodeId> SupplierRef::read(Reader& reader, const Entry& at) {
  return node_of(reader, at, Section::suppliers);
}

Text ChannelRef::noun() { return noun_of(Section::channels); }
std::optional<NodeId> ChannelRef::read(Reader& reader, const Entry& at) {
  return node_of(reader, at, Section::channels);
}

Text StaffRef::noun() { return noun_of(Section::staff); }
std::optional<StaffId> StaffRef::read(Reader& reader, const Entry& at) {
  return index_of<StaffId>(reader, at, Section::staff);
}

Text TypeRef::noun() { return noun_of(Section::resource_types); }
std::optional<ResourceTypeId> TypeRef::read(Reader& reader, const Entry& at) {
  return index_of<ResourceTypeId>(reader, at, Section::resource_types);
}

Text ProfileRef::noun() { return noun_of(Section::profiles); }
std::optional<ProfileId> ProfileRef::read(Reader& reader, const Entry& at) {
  return index_of<ProfileId>(reader, at, Section::profiles);
}

Text TeamRef::noun() { return noun_of(Section::teams); }
std::optional<TeamId> TeamRef::read(Reader& reader, const Entry& at) {
  return index_of<TeamId>(reader, at, Section::teams);
}

Text CalendarRef::noun() { return noun_of(Section::calendars); }
std::optional<CalendarId> CalendarRef::read(Reader& reader, const Entry& at) {
  return index_of<CalendarId>(reader, at, Section::calendars);
}

Text ServiceRef::noun() { return noun_of(Section::services); }
std::optional<ServiceId> ServiceRef::read(Reader& reader, const Entry& at) {
  return index_of<ServiceId>(reader, at, Section::services);
}

Text OptionRef::noun() { return noun_of(Section::options); }
std::optional<OptionId> OptionRef::read(Reader& reader, const Entry& at) {
  return index_of<OptionId>(reader, at, Section::options);
}

Text RoleRef::noun() { return noun_of(Section::roles); }
std::optional<RoleId> RoleRef::read(Reader& reader, const Entry& at) {
  return index_of<RoleId>(reader, at, Section::roles);
}

Text StaffOrTeamRef::noun() { return tr("a staff group or a team"); }
std::optional<StaffOrTeam> StaffOrTeamRef::read(Reader& reader, const Entry& at) {
  static constexpr std::array sections = {Section::staff, Section::teams};
  const auto place = reader.reference(at.value, sections, noun());
  if (!place) return std::nullopt;
  if (place->section == Section::staff) return StaffId{place->position};
  return TeamId{place->position};
}

Text SubjectName::noun() { return tr("an id, a section, or `tag:` and a word"); }
std::optional<Subject> SubjectName::read(Reader& reader, const Entry& at) {
  if (reader.refuses_tag(at.value)) return std::nullopt;
  const std::string_view text = at.value.text();
  if (text.starts_with("tag:")) {
    const std::string word{text.substr(std::min(text.find_first_not_of(' ', 4), text.size()))};
    if (text.size() > 4 + word.size() && !word.empty()) {
      reader.fault(Code::bad_word, at.value, tr("a blank stands behind `tag:`")).help =
          tr("write `tag:{word}`", {{"word", word}});
      return std::nullopt;
    }
    if (!word.empty()) return Subject{Subject::Kind::tag, std::string{text.substr(4)}};
    reader.fault(Code::bad_word, at.value, tr("a word is missing behind `tag:`")).help =
        tr("write `tag:release`");
    return std::nullopt;
  }
  if (is_section_name(text)) return Subject{Subject::Kind::section, std::string{text}};
  static const std::vector<Section> sections = all_sections();
  if (const std::string tag = as_tag(text); !tag.empty()) {
    Diagnostic& diagnostic =
        reader.fault(Code::unknown_reference, at.value,
                     tr("`{id}` is not in the plan; {wanted} is expected here",
                        {{"id", std::string{text}}, {"wanted", nested(noun())}}));
    diagnostic.help = tr("did you mean `{name}`?", {{"name", tag}});
    return std::nullopt;
  }
  if (!reader.reference(at.value, sections, noun(), section_names())) return std::nullopt;
  return Subject{Subject::Kind::entity, std::string{text}};
}

Text AudienceName::noun() { return tr("a staff group, `everyone` or `first_time`"); }
std::optional<Audience> AudienceName::read(Reader& reader, const Entry& at) {
  if (reader.refuses_tag(at.value)) return std::nullopt;
  const std::string_view text = at.value.text();
  if (text == "everyone") return Audience{Audience::Kind::everyone, {}};
  if (text == "first_time") return Audience{Audience::Kind::first_time, {}};
  static constexpr std::array sections = {Section::staff};
  static constexpr std::array<std::string_view, 2> words = {"everyone", "first_time"};
  const auto place = reader.reference(at.value, sections, noun(), words);
  if (!place) return std::nullopt;
  return Audience{Audience::Kind::staff, StaffId{place->position}};
}

}  // namespace bcp::kind
