#include "render/names.hpp"

#include <algorithm>
#include <cctype>

#include "render/escape.hpp"
#include "render/spoken.hpp"

namespace bcp::cli {

namespace {

std::string readable(std::string id) {
  std::ranges::replace_if(
      id, [](char sign) { return sign == '-' || sign == '_'; }, ' ');
  return id;
}

}  // namespace

std::string name_of(const Entity& entity, const Plan& plan, const Language& language) {
  return plain(language.choose(entity.name, plan.language));
}

bool is_told_by_id(std::string_view id, std::string_view name) {
  const auto small = [](unsigned char byte) { return std::tolower(byte); };
  return std::ranges::equal(readable(std::string{id}), name, {}, small, small);
}

std::string telling_name(const Entity& entity, const Plan& plan, const Language& language) {
  std::string name = name_of(entity, plan, language);
  return is_told_by_id(entity.id, name) ? std::string{} : name;
}

std::string named(const Entity& entity, const Plan& plan, const Language& language) {
  const std::string name = telling_name(entity, plan, language);
  return name.empty() ? entity.id : entity.id + " (" + name + ')';
}

std::string amount_of(const Plan& plan, ResourceTypeId type, const Whole& amount,
                      const Language& language) {
  const ResourceType& of = plan.resource_types[type.value];
  const bool has_unit = !of.unit.empty() && of.unit != "each";
  const bool is_plural = !has_unit && (language.code() == "fr" ? amount > 1 : amount != 1);
  const std::string name = name_of(of, plan, language);
  const std::string said = name.empty() ? spoken(readable(of.id), is_plural, "en")
                                        : spoken(name, is_plural, language.code());
  const Number number{amount.str()};
  if (!has_unit) return language.say(tr("{amount} {type}", {{"amount", number}, {"type", said}}));
  return language.say(
      tr("{amount} {unit} of {type}", {{"amount", number}, {"unit", of.unit}, {"type", said}}));
}

}  // namespace bcp::cli
