#include "people/findings/tags.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "plan/entities.hpp"
#include "plan/places.hpp"
#include "source/spelling.hpp"

namespace bcp {

namespace {

/// Tags are compared with few others, since a plan may have thousands of them and of rules.
constexpr std::size_t most_compared = 1000;

void report(const Entity& rule, std::size_t position, const std::string& tag,
            const std::vector<std::string_view>& tags, Diagnostics& found) {
  Diagnostic& diagnostic =
      found.add(Code::unknown_tag, place_of_item(rule, "applies_to", position),
                tr("nothing in the plan carries the tag `{tag}`", {{"tag", tag}}));
  diagnostic.help = tr("add it under `tags` of what `{id}` is for", {{"id", rule.id}});
  if (tags.size() > most_compared) return;
  if (const auto meant = nearest(tag, tags))
    diagnostic.help = tr("did you mean `{name}`?", {{"name", std::string{meant->word}}});
}

}  // namespace

void find_unknown_tags(const Plan& plan, Diagnostics& found) {
  std::set<std::string_view> carried;
  for_each_entity(
      plan, [&](const Entity& entity) { carried.insert(entity.tags.begin(), entity.tags.end()); });
  const std::vector<std::string_view> tags{carried.begin(), carried.end()};
  const auto judge = [&](const auto& rule) {
    for (std::size_t i = 0; i < rule.applies_to.size(); ++i) {
      const Subject& subject = rule.applies_to[i];
      if (subject.kind == Subject::Kind::tag && !carried.contains(subject.name))
        report(rule, i, subject.name, tags, found);
    }
  };
  for (const Policy& policy : plan.policies) judge(policy);
  for (const Freeze& freeze : plan.freezes) judge(freeze);
}

}  // namespace bcp
