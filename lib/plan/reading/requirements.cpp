// Groups and votes of requirements.
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "plan/reading/kinds.hpp"

namespace bcp {

namespace {

class RequirementReading {
public:
  explicit RequirementReading(Reader& reader) : reader_(reader) {}

  /// The items of a list, each one once.
  std::optional<std::vector<Requirement>> read_list(const Entry& at) {
    const auto items = reader_.list(at, tr("a list of requirements"));
    if (!items) return std::nullopt;
    std::vector<Requirement> requirements;
    requirements.reserve(items->size());
    kind::SeenItems seen;
    for (const Entry& item : *items) {
      if (item.value.is_scalar() && kind::is_repeated(reader_, item.value, seen)) continue;
      if (auto requirement = read_item(item)) requirements.push_back(std::move(*requirement));
    }
    return requirements;
  }

private:
  std::optional<Requirement> read_item(const Entry& item) {
    if (item.value.is_mapping()) return read_group({item.value, item.value});
    const auto node = reader_.node(item.value);
    if (!node) return std::nullopt;
    if (node == reader_.current) {
      reader_
          .fault(Code::self_requirement, item.value,
                 tr("`{id}` requires itself", {{"id", std::string{item.value.text()}}}))
          .help = tr("take it out of the list");
      return std::nullopt;
    }
    return Requirement{.node = node, .needed = 0, .items = {}, .written = item.value.span()};
  }

  std::optional<Requirement> read_group(const Entry& group) {
    static constexpr std::array<std::string_view, 4> known = {"any_of", "all_of", "at_least", "of"};
    auto entries = reader_.map(group, tr("a group of requirements"));
    if (!entries) return std::nullopt;
    const MeantMap meant =
        as_meant(reader_.text, group.value, *std::move(entries), known, reader_.found);
    std::optional<Entry> any_of, all_of, at_least, of;
    for (const Entry& entry : meant.entries) {
      const std::string_view key = entry.key.text();
      std::optional<Entry>* const place = key == "any_of"     ? &any_of
                                          : key == "all_of"   ? &all_of
                                          : key == "at_least" ? &at_least
                                                              : &of;
      *place = entry;
    }
    const bool is_one = (any_of ? 1 : 0) + (all_of ? 1 : 0) + (at_least || of ? 1 : 0) == 1;
    if (is_one && any_of) return read_items(*any_of, 1);
    if (is_one && all_of) return read_items(*all_of, std::nullopt);
    // Beside a key that is unknown, what is missing is no other fault.
    if (!meant.unread.empty() && (!is_one || !of || !at_least)) return std::nullopt;
    if (!is_one) return report_unclear(group);
    if (!of || !at_least) return report_half_vote(of ? *of : *at_least, of ? "at_least" : "of");
    return read_vote(*at_least, *of);
  }

  std::optional<Requirement> read_vote(const Entry& at_least, const Entry& of) {
    const auto needed = kind::PositiveNumber::read(reader_, at_least);
    auto group = read_items(of, 1);
    if (!needed || !group) return std::nullopt;
    const auto written = static_cast<Count>(of.value.items().size());
    if (*needed > written) {
      reader_
          .fault(Code::bad_vote, at_least.value,
                 tr("at least {needed} of {count} can never be met",
                    {{"needed", number(*needed)}, {"count", number(written)}}))
          .help = tr("write a number from 1 to {count}", {{"count", number(written)}});
      return std::nullopt;
    }
    group->needed = static_cast<std::size_t>(*needed);
    return group;
  }

  /// `needed`: how many of the items; none: all.
  std::optional<Requirement> read_items(const Entry& at, std::optional<std::size_t> needed) {
    auto items = read_list(at);
    if (!items) return std::nullopt;
    if (at.value.items().empty()) {
      reader_.fault(Code::bad_vote, at.value, tr("a group of requirements is empty")).help =
          tr("list what is required, or delete the group");
      return std::nullopt;
    }
    Requirement group{
        .node = std::nullopt, .needed = 0, .items = std::move(*items), .written = at.value.span()};
    group.needed = needed.value_or(group.items.size());
    return group;
  }

  std::optional<Requirement> report_unclear(const Entry& group) {
    reader_
        .fault(Code::bad_vote, group.value,
               tr("a group of requirements is one of `any_of`, `all_of`, or `at_least` with `of`"))
        .help = tr("write `any_of: […]`, `all_of: […]`, or `at_least: 2` and `of: […]`");
    return std::nullopt;
  }

  std::optional<Requirement> report_half_vote(const Entry& at, std::string_view missing) {
    reader_
        .fault(Code::dependent_key, at.key,
               tr("`{key}` needs `{other}` beside it",
                  {{"key", std::string{at.key.text()}}, {"other", std::string{missing}}}))
        .help = tr("write `at_least: 2` and `of: […]` in one map");
    return std::nullopt;
  }

  Reader& reader_;
};

}  // namespace

namespace kind {

Text Requirements::noun() { return tr("a list of requirements"); }
std::optional<std::vector<Requirement>> Requirements::read(Reader& reader, const Entry& at) {
  return RequirementReading{reader}.read_list(at);
}

}  // namespace kind

}  // namespace bcp
