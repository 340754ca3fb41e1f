#include "plan/reading/overrides.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "plan/reading/ids.hpp"
#include "plan/reading/reader.hpp"
#include "source/byte_check.hpp"
#include "source/yaml_reader.hpp"

namespace bcp {

namespace {

/// As deep as values are nested at most.
constexpr std::int64_t most_steps = 64;

/// A text of the command line as a document of one scalar.
Value scalar_in(PlanText& text, FileId file, std::string_view source, std::size_t begin,
                std::size_t end) {
  Document document;
  document.file = file;
  document.source = source;
  document.nodes.push_back({.begin = static_cast<std::uint32_t>(begin),
                            .end = static_cast<std::uint32_t>(end),
                            .next = 1,
                            .shape = Shape::scalar,
                            .in_source = true});
  return Value{text.add(std::move(document)), 0};
}

/// The first step of a path, and how much of the path it takes.
struct Step {
  std::size_t begin = 0;  ///< of the key, in the path
  std::size_t end = 0;
  std::size_t next = 0;  ///< where the rest of the path begins; its length: there is none
};

std::optional<Step> quoted_step(std::string_view path, std::size_t at) {
  if (path[at] != '[') return std::nullopt;
  const std::size_t close = path.find(']', at);
  if (close == std::string_view::npos) return std::nullopt;
  if (close + 1 < path.size() && path[close + 1] != '.') return std::nullopt;
  return Step{at + 1, close, std::min(close + 2, path.size())};
}

/// The longest key of the map that the path goes on with; without one the text up to the next dot.
Step step_into(const Value& map, std::string_view path, std::size_t at) {
  if (const auto quoted = quoted_step(path, at)) return *quoted;
  const std::string_view rest = path.substr(at);
  std::size_t longest = 0;
  for (const Entry& entry : map.entries()) {
    const std::string_view key = entry.key.text();
    const bool goes_on =
        rest.starts_with(key) && (rest.size() == key.size() || rest[key.size()] == '.');
    if (goes_on) longest = std::max(longest, key.size());
  }
  if (longest == 0) longest = std::min(rest.find('.'), rest.size());
  return {at, at + longest, std::min(at + longest + 1, path.size())};
}

/// Whether the keys of the map at this path are ids, `communications.channels` and `services.payments.workarounds`.
bool holds_ids(std::string_view path) {
  if (path.starts_with("services.") && path.ends_with(".workarounds")) return true;
  for (std::size_t i = 0; i < section_count; ++i) {
    const auto section = static_cast<Section>(i);
    if (section != Section::workarounds && path_of(section) == path) return true;
  }
  return false;
}

/// What an override adds is most often meant to be there already, where its id is nearly that of another.
void judge_addition(const std::vector<Entry>& entries, const Value& added, Diagnostics& found) {
  std::vector<std::string_view> ids;
  for (const Entry& entry : entries) ids.push_back(entry.key.text());
  Diagnostic hint;
  suggest(hint, added, ids);
  if (!hint.fix) return;
  found
      .add(Code::added_by_override, added.span(),
           tr("`{id}` is not in the plan; `--set` adds it", {{"id", std::string{added.text()}}}))
      .help = hint.help;
}

class Overriding {
public:
  Overriding(PlanText& text, FileId file, std::string_view source, std::size_t path_length,
             Value value, Diagnostics& found)
      : text_(text),
        file_(file),
        source_(source),
        path_(source.substr(0, path_length)),
        value_(value),
        found_(found) {}

  /// A copy of `map` in which the rest of the path, from `at` on, leads to the new value.
  Value changed(const Value& map, std::size_t at) {
    if (at >= path_.size()) return value_;
    const Step step = step_into(map, path_, at);
    const std::string_view key = path_.substr(step.begin, step.end - step.begin);
    std::vector<Entry> entries = map.entries();
    const auto known =
        std::ranges::find_if(entries, [&](const Entry& entry) { return entry.key.text() == key; });
    if (known != entries.end()) {
      known->value = changed(known->value, step.next);
    } else {
      const Value added = scalar_in(text_, file_, source_, step.begin, step.end);
      if (holds_ids(path_.substr(0, at > 0 ? at - 1 : 0))) judge_addition(entries, added, found_);
      entries.push_back({added, changed({}, step.next)});
    }
    const Span added{file_, static_cast<std::uint32_t>(step.begin),
                     static_cast<std::uint32_t>(step.end)};
    return text_.make_mapping(map.is_mapping() ? map.span() : added, entries);
  }

private:
  PlanText& text_;
  FileId file_;
  std::string_view source_;
  std::string_view path_;
  Value value_;
  Diagnostics& found_;
};

bool is_yaml(std::string_view value) {
  return !value.empty() && std::string_view{"{[\"'"}.find(value.front()) != std::string_view::npos;
}

bool is_path(std::string_view path) {
  return !path.empty() && !path.starts_with('.') && !path.ends_with('.') &&
         path.find("..") == std::string_view::npos;
}

/// The value behind the `=`, at its place in the whole text.
std::optional<Value> value_in(PlanText& text, FileId file, std::string_view source,
                              std::size_t begin, Diagnostics& found) {
  if (!is_yaml(source.substr(begin))) return scalar_in(text, file, source, begin, source.size());
  // Blanks in place of the path keep every column.
  text.padded.push_back(std::string(begin, ' ') + std::string{source.substr(begin)});
  auto document = read_yaml(text.padded.back(), file, found);
  if (!document || document->nodes.empty()) return std::nullopt;
  return Value{text.add(std::move(*document)), 0};
}

}  // namespace

tl::expected<void, Text> apply_override(PlanText& text, const std::string& written,
                                        Diagnostics& found) {
  const std::string override_text = written.substr(byte_order_marks(written));
  const std::size_t equals = override_text.find('=');
  if (equals == std::string::npos || !is_path(std::string_view{override_text}.substr(0, equals))) {
    return tl::unexpected{
        tr("`--set {text}` is not of the form PATH=VALUE, such as `equipment.laptops.count=0`",
           {{"text", override_text}})};
  }
  const std::string_view path = std::string_view{override_text}.substr(0, equals);
  if (path == "include" || path == "[include]") {
    return tl::unexpected{
        tr("`--set` comes after the files of a plan are read: it cannot set `include`")};
  }
  if (std::ranges::count(path, '.') >= most_steps) {
    return tl::unexpected{
        tr("the path of `--set` has more than {limit} steps", {{"limit", number(most_steps)}})};
  }
  const FileId file = text.files.add({.name = "--set", .text = override_text});
  text.folders.push_back(text.folders.empty() ? std::string{} : text.folders.front());
  if (!check_bytes(text.files.last().text, file, found)) return {};
  const std::string_view source = text.files[file].text;
  const auto value = value_in(text, file, source, equals + 1, found);
  if (value && text.root.is_written())
    text.root = Overriding{text, file, source, equals, *value, found}.changed(text.root, 0);
  return {};
}

}  // namespace bcp
