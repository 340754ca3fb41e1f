#include <charconv>

#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "plan/grammar.hpp"
#include "plan/instants.hpp"
#include "plan_input.hpp"
#include "plan_mending.hpp"
#include "render/finding_documents.hpp"
#include "render/findings.hpp"
#include "render/json.hpp"
#include "render/validation_text.hpp"
#include "render/width.hpp"
#include "reply.hpp"
#include "validate/mending.hpp"
#include "validate/validation.hpp"

namespace bcp::cli {

namespace {

struct ValidateOptions {
  CommonOptions common;
  PlanOptions plan;
  bool is_strict = false;
  bool has_notes = false;
  bool is_mending = false;
  std::string most;
  std::string as_of;
};

void add(CLI::App& app, ValidateOptions& options) {
  add_plan_operand(app, options.plan);
  add_flag(app, "--strict", options.is_strict, tr("warnings count as errors do"));
  add_flag(app, "--fix", options.is_mending,
           tr("mend in the files what is certain: a misspelt key, id or word with one near it"));
  add_flag(app, "--notes", options.has_notes, tr("show notes too, not only how many there are"));
  add_value(app, "--as-of", options.as_of, tr("DAY"),
            tr("what is overdue on that day: reviews, exercises, contracts, actions (a date or an "
               "instant; if left out, none is looked for)"));
  add_value(app, "--max-findings", options.most, tr("N"),
            tr("show at most so many (text and short only; 0: all; default: 50)"));
  add_plan_options(app, options.plan);
  add_common_options(app, options.common);
}

std::optional<std::size_t> most_findings(std::string_view text) {
  std::size_t most = 50;
  if (text.empty()) return most;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), most);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return most;
}

/// What a run found, and how it is to be shown.
struct Validation {
  const ValidateOptions& options;
  std::size_t most;
  LoadedPlan loaded;
  std::vector<MendedWord> mended;
  Diagnostics found{};
  FindingCount count{};

  [[nodiscard]] bool falls_short() const {
    return count.errors > 0 || (options.is_strict && count.warnings > 0);
  }

  /// Those that are shown: notes where they are asked for, what is suppressed where the format has a word for that.
  [[nodiscard]] std::vector<Diagnostic> shown(bool with_suppressed) const {
    std::vector<Diagnostic> findings;
    for (const Diagnostic& one : found.all()) {
      const bool is_hidden = (one.severity == Severity::note && !options.has_notes) ||
                             (one.is_suppressed() && !with_suppressed);
      if (!is_hidden) findings.push_back(one);
    }
    return findings;
  }
};

std::string closing(const Validation& of, const Language& language) {
  return closing_line(of.loaded.plan ? &*of.loaded.plan : nullptr, of.count, language);
}

/// What can be done now, a line each; nothing with `-q`.
std::string hints(const Validation& of, const Language& language) {
  std::string lines;
  const auto count = [](std::size_t value) { return number(static_cast<std::int64_t>(value)); };
  const std::size_t mendable =
      of.options.is_mending ? 0 : mend(*of.loaded.text, of.found).changes.size();
  if (mendable > 0) {
    const bool is_all = mendable == of.count.errors + of.count.warnings;
    lines += language.say(is_all ? tr_n("`bcp validate --fix` mends it",
                                        "`bcp validate --fix` mends them", mendable)
                                 : tr_n("`bcp validate --fix` mends {count} of them",
                                        "`bcp validate --fix` mends {count} of them", mendable,
                                        {{"count", count(mendable)}})) +
             '\n';
  }
  if (of.count.notes > 0 && !of.options.has_notes) {
    lines +=
        language.say(tr_n("{count} note: `--notes` shows it", "{count} notes: `--notes` shows them",
                          of.count.notes, {{"count", count(of.count.notes)}})) +
        '\n';
  }
  const std::vector<Diagnostic> findings = of.shown(false);
  if (const auto shown = chosen(findings, of.most); !shown.empty()) {
    lines += language.say(tr("`bcp explain {code}` says what it means and how to mend it",
                             {{"code", code_text(shown.front()->code)}})) +
             '\n';
  }
  return lines;
}

std::string text(const Validation& of, const Reply& reply) {
  std::string line = closing(of, reply.language());
  if (reply.is_quiet()) return line;
  return findings_text(of.shown(false), of.loaded.text->files, of.most, reply.language(),
                       reply.style()) +
         wrapped(line.substr(0, line.size() - 1), reply.style().width) + '\n' +
         hints(of, reply.language());
}

std::string json(const Validation& of, const Language& language) {
  nlohmann::ordered_json document = json_document("validate");
  add_findings_json(document, of.found, of.loaded.text->files, language);
  if (of.options.is_mending) {
    document["mended"] = nlohmann::ordered_json::array();
    for (const MendedWord& word : of.mended) {
      document["mended"].push_back({{"file", word.file},
                                    {"line", word.at.line},
                                    {"column", word.at.column},
                                    {"from", word.from},
                                    {"to", word.to}});
    }
  }
  return json_text(document);
}

/// The list for GitHub's page of a job, where GitHub says into which file it goes.
void add_summary(const FindingsList& list, const std::string& line, Reply& reply) {
  const std::string file = reply.streams().environment("GITHUB_STEP_SUMMARY");
  if (file.empty()) return;
  const std::error_code failed =
      reply.streams().output.append(file, findings_github_summary(list, line));
  if (failed) {
    reply.remark(tr("`{file}` cannot be written: {reason}",
                    {{"file", file}, {"reason", nested(reason_of(failed))}}));
  }
}

std::string document(const Validation& of, Reply& reply) {
  if (reply.is("text")) return text(of, reply);
  if (reply.is("json")) return json(of, reply.language());
  const std::vector<Diagnostic> shown = of.shown(reply.is("sarif") || reply.is("junit"));
  const FindingsList list{.all = shown,
                          .text = *of.loaded.text,
                          .language = reply.language(),
                          .working_folder = reply.streams().files.real_path(".").value_or(""),
                          .is_strict = of.options.is_strict};
  if (reply.is("sarif")) return findings_sarif(list);
  if (reply.is("junit")) return findings_junit(list);
  if (reply.is("gitlab")) return findings_gitlab(list);
  const std::string line = closing(of, reply.language());
  if (reply.is("github")) {
    add_summary(list, line, reply);
    return findings_github(list, line);
  }
  if (of.most > 0 && shown.size() > of.most) {
    const std::size_t left_out = shown.size() - of.most;
    reply.remark(tr_n("{count} more finding is not shown", "{count} more findings are not shown",
                      left_out, {{"count", number(static_cast<std::int64_t>(left_out))}}));
  }
  return findings_short(list, of.most);
}

Failure fault_of_day(const std::string& text) {
  return usage_failure(
      tr("`--as-of`: `{value}` is neither a date nor an instant", {{"value", text}}));
}

/// Whether a plan, which may have errors of form, has what `--as-of` means, as far as can be told: a milestone of it.
bool has_day(const LoadedPlan& loaded, const std::string& text) {
  const bool is_day = grammar::date(text).has_value() || grammar::instant(text).has_value();
  const bool is_known = loaded.text->is_whole && loaded.text->root.is_mapping();
  return is_day || !is_known ||
         loaded.text->root.find("plan").find("milestones").find(text).is_written();
}

/// Judged before a file is written: words that cannot be understood change nothing.
tl::expected<MendedPlan, Failure> plan_of(const ValidateOptions& options, Reply& reply) {
  if (options.is_mending && options.plan.path == "-")
    return tl::unexpected(usage_failure(tr("`--fix` mends files, and standard input is none")));
  auto loaded = load(options.plan, reply);
  if (!loaded) return tl::unexpected(std::move(loaded.error()));
  if (!options.as_of.empty() && !has_day(*loaded, options.as_of))
    return tl::unexpected(fault_of_day(options.as_of));
  if (options.is_mending) return mend_plan(options.plan, *std::move(loaded), reply);
  return MendedPlan{*std::move(loaded), {}};
}

/// The day that `--as-of` means: a date, or the day of an instant in the plan's zone.
std::optional<Date> day_in(const Plan& plan, const std::string& text) {
  if (const auto day = grammar::date(text)) return *day;
  const auto instant = instant_in(plan, text);
  if (!instant) return std::nullopt;
  return Date{
      std::chrono::floor<std::chrono::days>(plan.zone.to_wall_clock(*instant)).time_since_epoch()};
}

ExitStatus run(const ValidateOptions& options, const Streams& streams) {
  Reply reply{options.common, "validate", streams};
  const auto most = most_findings(options.most);
  if (!most) {
    return reply.fail(
        usage_failure(tr("`{option}` takes a whole number, not `{value}`",
                         {{"option", std::string{"--max-findings"}}, {"value", options.most}})));
  }
  auto plan = plan_of(options, reply);
  if (!plan) return reply.fail(plan.error());
  Validation validation{.options = options,
                        .most = *most,
                        .loaded = std::move(plan->loaded),
                        .mended = std::move(plan->words)};
  MeaningOptions how;
  if (!options.as_of.empty() && validation.loaded.plan) {
    how.as_of = day_in(*validation.loaded.plan, options.as_of);
    if (!how.as_of) return reply.fail(fault_of_day(options.as_of));
  }
  validation.found = bcp::validation(validation.loaded, how);
  validation.count = count_of(validation.found);
  return reply.answer(document(validation, reply), validation.falls_short());
}

}  // namespace

Command validate_command() {
  return {
      .name = "validate",
      .summary = tr("What is wrong with the plan, where, and what can be done about it?"),
      .falls_short = tr("the plan has an error (--strict: or a warning)"),
      .cannot_run = tr("it could not be run: usage, a file that is missing, too large or no "
                       "regular file"),
      .formats = {"text", "short", "json", "github", "gitlab", "junit", "sarif"},
      .examples = {"bcp validate plans/town", "bcp validate --strict --format sarif plans/town"},
      .declare = declared_by<ValidateOptions>(add, run),
  };
}

}  // namespace bcp::cli
