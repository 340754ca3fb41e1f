#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "render/escape.hpp"
#include "render/finding_documents.hpp"
#include "render/finding_names.hpp"
#include "render/findings.hpp"
#include "render/markdown.hpp"
#include "render/places.hpp"

namespace bcp::cli {

namespace {

/// What GitHub shows of each kind in one step; the rest it drops without a word.
constexpr std::size_t most_annotations = 10;
/// The summary of a step may have 1 MiB; other commands of the step may want some of it.
constexpr std::size_t most_summary = std::size_t{512} << 10U;

std::string with_percent(std::string_view text, std::string_view reserved) {
  std::string escaped;
  for (const char byte : text) {
    if (reserved.find(byte) == std::string_view::npos) {
      escaped += byte;
    } else {
      escaped += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    }
  }
  return escaped;
}

std::string message(std::string_view text) { return with_percent(text, "%\r\n"); }
std::string property(std::string_view text) { return with_percent(text, "%\r\n:,"); }

const char* command_of(Severity severity) {
  return severity == Severity::note ? "notice" : name_of(severity);
}

/// `file=…,line=…`: GitHub drops an annotation whose columns lie on different lines.
std::string place_of(const Diagnostic& found, Places& places, const FindingsList& list) {
  if (!places.is_known(found.at.file) || !list.text.files[found.at.file].is_file()) return {};
  const Position begin = places.position(found.at.file, found.at.begin);
  const Position end = places.position(found.at.file, found.at.end);
  std::string text = fmt::format(
      "file={},line={}",
      property(plain(path_from_here(places.name(found.at.file), list.working_folder))), begin.line);
  if (begin.line == end.line) {
    text += fmt::format(",col={},endColumn={}", begin.column, end.column);
  } else {
    text += fmt::format(",endLine={}", end.line);
  }
  return text + ',';
}

std::string command(const Diagnostic& found, Places& places, const FindingsList& list) {
  std::string said = list.language.say(found.message);
  if (found.help) said += '\n' + list.language.say(*found.help);
  return fmt::format("::{} {}title={}::{}\n", command_of(found.severity),
                     place_of(found, places, list), property(code_text(found.code)), message(said));
}

std::vector<const Diagnostic*> worst_first(const FindingsList& list) {
  std::vector<const Diagnostic*> findings;
  for (const Diagnostic& found : list.all) {
    if (!found.is_suppressed()) findings.push_back(&found);
  }
  std::ranges::stable_sort(findings, {}, &Diagnostic::severity);
  return findings;
}

}  // namespace

std::string findings_github(const FindingsList& list, const std::string& closing_line) {
  Places places{list.text.files};
  std::array<std::size_t, 3> annotated{};
  std::string commands;
  std::string log;
  std::size_t left_out = 0;
  for (const Diagnostic* found : worst_first(list)) {
    if (annotated.at(static_cast<std::size_t>(found->severity))++ < most_annotations) {
      commands += command(*found, places, list);
    } else {
      ++left_out;
      log += short_line(*found, places, list.language);
    }
  }
  if (left_out > 0) {
    log = list.language.say(tr_n(
              "GitHub shows 10 errors and 10 warnings a step; {count} finding more stands here "
              "alone:",
              "GitHub shows 10 errors and 10 warnings a step; {count} findings more stand here "
              "alone:",
              left_out, {{"count", number(static_cast<std::int64_t>(left_out))}})) +
          '\n' + log;
  }
  return commands + without_commands(log + closing_line);
}

std::string failure_github(const std::string& message_text) {
  return "::error title=bcp::" + message(plain(message_text)) + '\n';
}

std::string findings_github_summary(const FindingsList& list, const std::string& closing_line) {
  Places places{list.text.files};
  const std::vector<const Diagnostic*> findings = worst_first(list);
  std::string items;
  std::size_t shown = 0;
  for (const Diagnostic* found : findings) {
    const Position at = places.position(found->at.file, found->at.begin);
    std::string item =
        fmt::format("- **{} {}** {}:{}:{}: {}", name_of(found->severity), code_text(found->code),
                    markdown_text(path_from_here(places.name(found->at.file), list.working_folder)),
                    at.line, at.column, markdown_text(list.language.say_unescaped(found->message)));
    if (found->help) item += " — " + markdown_text(list.language.say_unescaped(*found->help));
    if (items.size() + item.size() > most_summary) break;
    items += item + '\n';
    ++shown;
  }
  std::string page = "## bcp validate\n\n" +
                     markdown_text(closing_line.substr(0, closing_line.find('\n'))) + "\n\n" +
                     items;
  if (const std::size_t left_out = findings.size() - shown; left_out > 0) {
    page += '\n' +
            list.language.say(tr_n("{count} more finding is not shown",
                                   "{count} more findings are not shown", left_out,
                                   {{"count", number(static_cast<std::int64_t>(left_out))}})) +
            '\n';
  }
  return page;
}

}  // namespace bcp::cli
