#include "plan/reading/merging.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "plan/reading/reader.hpp"

namespace bcp {

namespace {

/// One key of several maps: the entries that have it, in order.
using Gathered = std::vector<Entry>;

bool is_map_of_maps(std::string_view section) {
  return section == "plan" || section == "communications" || section == "activation";
}

class Merging {
public:
  Merging(PlanText& text, Diagnostics& found) : text_(text), found_(found) {}

  /// Merges maps that stand under the same keys `path`.
  Value merge(const std::vector<Value>& maps, const std::vector<std::string_view>& path) {
    if (maps.size() == 1 && !path.empty()) return maps.front();
    std::vector<Entry> merged;
    for (const Gathered& entries : by_key(maps)) {
      if (path.empty() && entries.front().key.text() == "include") continue;
      merged.push_back({entries.front().key, value_of(entries, path)});
      if (is_id(path)) {  // what is wrong with a second entity is shown too
        for (std::size_t i = 1; i < entries.size(); ++i) merged.push_back(entries[i]);
      }
    }
    return text_.make_mapping(maps.front().span(), merged);
  }

private:
  static std::vector<Gathered> by_key(const std::vector<Value>& maps) {
    std::vector<Gathered> all;
    std::unordered_map<std::string_view, std::size_t> position;
    for (const Value& map : maps) {
      for (const Entry& entry : map.entries()) {
        const auto [known, is_new] = position.try_emplace(entry.key.text(), all.size());
        if (is_new || !entry.key.is_scalar()) {
          all.push_back({entry});
        } else {
          all[known->second].push_back(entry);
        }
      }
    }
    return all;
  }

  Value value_of(const Gathered& entries, const std::vector<std::string_view>& path) {
    const Entry& first = entries.front();
    if (entries.size() > 1) report_tags(entries);
    if (entries.size() == 1 || is_version(entries, path)) return first.value;
    if (!is_merged(entries, path)) {
      for (std::size_t i = 1; i < entries.size(); ++i)
        report_twice(first.key, entries[i].key, path);
      return first.value;
    }
    std::vector<Value> maps;
    for (const Entry& entry : entries) {
      if (entry.value.is_mapping()) maps.push_back(entry.value);
    }
    if (maps.empty()) return first.value;
    std::vector<std::string_view> inner = path;
    inner.push_back(first.key.text());
    return merge(maps, inner);
  }

  /// Where several become one, only the first key is read by its table, and none of the values.
  void report_tags(const Gathered& entries) {
    for (const Entry& entry : entries) {
      if (entry.key.is_tagged()) report_tag(entry.key, found_);
      if (entry.value.is_tagged()) report_tag(entry.value, found_);
    }
  }

  /// `bcp: 1` may stand in every file, so that each can be told for what it is.
  static bool is_version(const Gathered& entries, const std::vector<std::string_view>& path) {
    const auto is_same = [&](const Entry& entry) {
      return entry.value.text() == entries.front().value.text();
    };
    return path.empty() && entries.front().key.text() == "bcp" &&
           std::ranges::all_of(entries, is_same);
  }

  static bool is_merged(const Gathered& entries, const std::vector<std::string_view>& path) {
    const auto is_map = [](const Entry& entry) {
      return entry.value.is_mapping() || entry.value.is_empty();
    };
    if (!std::ranges::all_of(entries, is_map)) return false;
    if (path.empty()) return true;
    const bool holds_ids = path.front() != "plan" || entries.front().key.text() == "milestones";
    return path.size() == 1 && is_map_of_maps(path.front()) && holds_ids;
  }

  /// Whether the keys of a map at `path` are ids of entities.
  static bool is_id(const std::vector<std::string_view>& path) {
    return !path.empty() && path.front() != "plan" &&
           (path.size() > 1 || !is_map_of_maps(path.front()));
  }

  void report_twice(const Value& first, const Value& second,
                    const std::vector<std::string_view>& path) {
    const std::string name{second.text()};
    Diagnostic& diagnostic =
        is_id(path) ? found_.add(Code::duplicate_id, second.span(),
                                 tr("the id `{id}` stands twice in the plan", {{"id", name}}))
                    : found_.add(Code::duplicate_key, second.span(),
                                 tr("the key `{key}` stands twice in this map", {{"key", name}}));
    diagnostic.also.push_back({first.span(), tr("it stands here first")});
    diagnostic.help = is_id(path)
                          ? tr("give one of the two another id, also where others refer to it")
                          : tr("keep one of the two");
  }

  PlanText& text_;
  Diagnostics& found_;
};

/// A drill is read for its plan; of its keys none is one of a plan.
void report_drill(const Value& root, Diagnostics& found) {
  const std::vector<Entry> entries = root.entries();
  const auto version =
      std::ranges::find(entries, "bcp-drill", [](const Entry& entry) { return entry.key.text(); });
  const std::string plan{root.find("drill").find("plan").text()};
  found.add(Code::unknown_key, version->key.span(), tr("this is a drill file, not a plan")).help =
      plan.empty() ? tr("name the plan that it tries out")
                   : tr("name the plan that it tries out: `{plan}`, from the folder of the "
                        "drill",
                        {{"plan", plan}});
}

}  // namespace

Value merge_files(PlanText& text, const std::vector<Value>& roots, Diagnostics& found) {
  std::vector<Value> maps;
  for (const Value& root : roots) {
    if (root.is_tagged()) report_tag(root, found);
    if (const Value version = root.find("bcp-drill"); version.is_written()) {
      report_drill(root, found);
    } else if (root.is_mapping()) {
      maps.push_back(root);
    } else if (!root.is_empty()) {
      found
          .add(Code::wrong_kind, root.span(),
               tr("a plan is a map of sections, and this is something else"))
          .help = tr("begin the file with `bcp: 1` and sections such as `plan:`");
    }
  }
  if (maps.empty()) return {};
  return Merging{text, found}.merge(maps, {});
}

}  // namespace bcp
