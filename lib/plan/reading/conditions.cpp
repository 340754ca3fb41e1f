// When something is to be started, stopped or expected.
#include <array>
#include <string>

#include "plan/reading/kinds.hpp"

namespace bcp::kind {

namespace {

/// What a figure is about, and how that is called; no sections: what only a drill has.
struct About {
  std::span<const Section> sections;
  Text noun;
};

About about(Figure figure) {
  static constexpr std::array types = {Section::resource_types};
  static constexpr std::array services = {Section::services};
  static constexpr std::array dated = {Section::tasks, Section::milestones};
  static constexpr std::array tasks = {Section::tasks};
  static constexpr std::array messages = {Section::messages};
  static constexpr std::array pools = {Section::equipment, Section::licences};
  static constexpr std::array nodes = {
      Section::applications, Section::services,  Section::infrastructure,
      Section::sites,        Section::suppliers, Section::staff,
      Section::equipment,    Section::licences,  Section::channels};
  switch (figure) {
    case Figure::gap:
    case Figure::gap_minimum: return {types, noun_of(Section::resource_types)};
    case Figure::level:
    case Figure::verdict:
    case Figure::margin: return {services, noun_of(Section::services)};
    case Figure::up: return {nodes, tr("something that can be up or down")};
    case Figure::late: return {dated, tr("a task or a milestone")};
    case Figure::done: return {tasks, noun_of(Section::tasks)};
    case Figure::reached: return {messages, noun_of(Section::messages)};
    case Figure::ready: return {pools, tr("a pool of equipment or licences")};
    case Figure::answered: break;
  }
  return {};
}

/// The part [begin, end) of a text, where the text stands in the source as it reads; otherwise all of it.
Span part_of(const Value& text, std::size_t begin, std::size_t end) {
  Span span = text.span();
  const std::size_t length = text.text().size();
  const bool is_quoted = span.end - span.begin == length + 2;
  if (!is_quoted && span.end - span.begin != length) return span;
  if (begin == end) return span;  // what is missing has no place of its own
  span.begin += static_cast<std::uint32_t>(begin) + (is_quoted ? 1U : 0U);
  span.end = span.begin + static_cast<std::uint32_t>(end - begin);
  return span;
}

/// Judges the id of one figure. No fix is certain inside of a text.
void check_id(Reader& reader, const Value& condition, const Comparing& comparing) {
  const About meant = about(comparing.figure);
  if (meant.sections.empty()) return;
  const Span place = part_of(condition, comparing.id_at, comparing.id_at + comparing.id.size());
  const Value id = reader.text.make_scalar(place, comparing.id);
  const std::size_t before = reader.found.all().size();
  const bool is_known = reader.reference(id, meant.sections, meant.noun).has_value();
  if (!is_known && reader.found.all().size() > before)
    reader.found[reader.found.all().size() - 1].fix.reset();
}

}  // namespace

Text ConditionText::noun() { return tr("a condition"); }
std::optional<Condition> ConditionText::read(Reader& reader, const Entry& at) {
  const auto text = reader.scalar(at, noun());
  if (!text) return std::nullopt;
  auto condition = read_condition(*text);
  if (!condition) {
    const ConditionProblem& problem = condition.error();
    reader.found
        .add(Code::bad_condition, part_of(at.value, problem.begin, problem.end), problem.message)
        .help = tr("write a condition such as `level.benefit-payments < 60%`");
    return std::nullopt;
  }
  for (const Condition::Step& step : condition->steps) {
    if (const auto* comparing = std::get_if<Comparing>(&step))
      check_id(reader, at.value, *comparing);
  }
  return *std::move(condition);
}

}  // namespace bcp::kind
