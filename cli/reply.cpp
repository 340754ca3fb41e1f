#include "reply.hpp"

#include <utility>

#include <nlohmann/json.hpp>

#include "preferences.hpp"
#include "render/escape.hpp"
#include "render/finding_documents.hpp"
#include "render/findings.hpp"
#include "render/json.hpp"
#include "render/width.hpp"

namespace bcp::cli {

namespace {

/// Findings that a command shows before it gives up.
constexpr std::size_t most_findings = 20;

/// The plan's own word for its language, also where the plan is not well-formed.
std::string_view language_of(const LoadedPlan& loaded) {
  if (loaded.plan) return loaded.plan->language;
  return loaded.text ? loaded.text->root.find("plan").find("language").text() : std::string_view{};
}

}  // namespace

Text reason_of(const std::error_code& error) {
  if (error == std::errc::no_space_on_device) return tr("no space is left on the device");
  if (error == std::errc::permission_denied) return tr("permission is denied");
  if (error == std::errc::read_only_file_system) return tr("the file system is read-only");
  if (error == std::errc::no_such_file_or_directory) return tr("there is no such folder");
  if (error == std::errc::not_a_directory) return tr("a part of its path is no folder");
  if (error == std::errc::is_a_directory) return tr("it is a folder");
  if (error == std::errc::file_exists) return tr("it is there already");
  if (error == std::errc::filename_too_long) return tr("the name is too long");
  return tr("the system says: {reason}", {{"reason", error.message()}});
}

Reply::Reply(CommonOptions options, std::string_view command, const Streams& streams)
    : options_(std::move(options)),
      streams_(streams),
      command_(command),
      format_(options_.format.empty() ? "text" : options_.format),
      language_(chosen_language(options_.language, streams)),
      style_(options_.output.empty() ? style_of_out(options_.colour, streams)
                                     : style_of_file(streams)),
      err_style_(style_of_err(options_.colour, streams)) {}

void Reply::speak_as(const LoadedPlan& loaded) {
  language_ = Language{chosen_language(options_.language, streams_, language_of(loaded))};
  if (loaded.plan) language_.omit_year_of(wall_time(loaded.plan->start, loaded.plan->zone));
}

bool Reply::would_replace(const std::string& file) const {
  if (options_.output.empty()) return false;
  const auto output = streams_.files.real_path(options_.output);
  return output && output == streams_.files.real_path(file);
}

void Reply::remark(const Text& text) {
  if (!is_quiet()) write_err(wrapped(language_.say(text), err_style_.width) + '\n');
}

ExitStatus Reply::answer(const std::string& text, bool falls_short) {
  if (const std::error_code failed = write_answer(text)) {
    const Argument reason = nested(reason_of(failed));
    return fail(
        {"output", options_.output.empty()
                       ? tr("standard output cannot be written: {reason}", {{"reason", reason}})
                       : tr("`{file}` cannot be written: {reason}",
                            {{"file", options_.output}, {"reason", reason}})});
  }
  return falls_short && !options_.is_exit_zero ? ExitStatus::falls_short : ExitStatus::ok;
}

ExitStatus Reply::fail(const Failure& failure) {
  const std::string document = this->document(failure);
  const bool is_written = failure.code != "output" && !document.empty() && !write_answer(document);
  const bool is_said = is_written || (!document.empty() && !streams_.write_out(document));
  if (!is("json") || !is_said) write_err(text(failure));
  return ExitStatus::cannot_run;
}

/// Empty: the format has no word for a failure.
std::string Reply::document(const Failure& failure) const {
  if (is("json")) return json(failure);
  std::string message = language_.say_unescaped(failure.message);
  if (!failure.help.empty()) message += '\n' + language_.say_unescaped(failure.help);
  return failure_document(format_, message);
}

std::string Reply::json(const Failure& failure) const {
  nlohmann::ordered_json document = json_document(command_);
  document["error"] = {{"code", failure.code},
                       {"message", language_.say_unescaped(failure.message)}};
  if (!failure.help.empty()) document["error"]["help"] = language_.say_unescaped(failure.help);
  if (failure.plan)
    add_findings_json(document, failure.plan->found, failure.plan->text->files, language_);
  return json_text(document);
}

std::string Reply::text(const Failure& failure) const {
  std::string findings;
  if (failure.plan && !is_quiet()) {
    findings = findings_text(failure.plan->found.all(), failure.plan->text->files, most_findings,
                             language_, err_style_);
  }
  return findings + error_text(failure.message, failure.help, language_, err_style_);
}

void Reply::write_err(const std::string& text) const {
  // Nobody is left to tell where standard error fails.
  static_cast<void>(streams_.write_err(without_commands(text)));
}

std::error_code Reply::write_answer(const std::string& text) const {
  // GitHub's own commands are what its format consists of; its renderer sees to what else stands there.
  const std::string safe = is("github") ? text : without_commands(text);
  if (!options_.output.empty()) return streams_.output.replace(options_.output, safe);
  return streams_.write_out(safe);
}

}  // namespace bcp::cli
