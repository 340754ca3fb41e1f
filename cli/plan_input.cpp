#include "plan_input.hpp"

#include <cstdint>
#include <utility>

#include "render/findings.hpp"
#include "validate/validation.hpp"

namespace bcp::cli {

namespace {

constexpr const char* default_path = "bcp.yaml";

tl::expected<LoadedPlan, Text> loaded_from(const PlanOptions& options, unsigned threads,
                                           const Streams& streams) {
  const LoadOptions how{.overrides = options.overrides, .threads = threads};
  if (options.path != "-")
    return load_plan(options.path.empty() ? default_path : options.path, streams.files, how);
  auto text = streams.read_in();
  if (text) return load_plan_text(*std::move(text), "<stdin>", streams.files, how);
  if (text.error() == FileProblem::too_large)
    return tl::unexpected(tr("standard input is too large for a plan"));
  return tl::unexpected(tr("standard input cannot be read"));
}

bool is_nothing_there(const PlanOptions& options, const Streams& streams) {
  return options.path.empty() && streams.files.kind(default_path) == FileAccess::Kind::nothing;
}

}  // namespace

tl::expected<LoadedPlan, Failure> load(const PlanOptions& options, Reply& reply) {
  const auto threads = thread_count(options.threads);
  if (!threads) {
    return tl::unexpected(
        usage_failure(tr("`{option}` takes a whole number from 1 to 1024, not `{value}`",
                         {{"option", std::string{"--threads"}}, {"value", options.threads}})));
  }
  if (is_nothing_there(options, reply.streams())) {
    const bool is_behind = options.words_behind != nullptr && !options.words_behind->empty();
    return tl::unexpected(
        Failure{"unreadable", tr("there is no bcp.yaml in this folder"),
                is_behind ? tr("PLAN stands before `{option}`", {{"option", std::string{"--fail"}}})
                          : tr("name a plan, or begin one with `bcp init`")});
  }
  auto loaded = loaded_from(options, *threads, reply.streams());
  if (!loaded) return tl::unexpected(Failure{"unreadable", std::move(loaded.error())});
  reply.speak_as(*loaded);
  for (std::uint32_t file = 0; file < loaded->text->files.size(); ++file) {
    const SourceFile& one = loaded->text->files[FileId{file}];
    if (one.is_file() && reply.would_replace(one.name)) {
      return tl::unexpected(
          Failure{"output", tr("`{file}` is a file of the plan, and is not replaced by an answer",
                               {{"file", one.name}})});
    }
  }
  return std::move(*loaded);
}

tl::expected<Plan, Failure> read_plan(const PlanOptions& options, Reply& reply) {
  auto loaded = load(options, reply);
  if (!loaded) return tl::unexpected(std::move(loaded.error()));
  loaded->found = findings_of_form(*loaded);
  const FindingCount count = count_of(loaded->found);
  if (!loaded->plan) {
    const auto errors = static_cast<std::int64_t>(count.errors);
    return tl::unexpected(Failure{
        .code = "form",
        .message = tr_n("the plan has {count} error of form: nothing was computed",
                        "the plan has {count} errors of form: nothing was computed", count.errors,
                        {{"count", number(errors)}}),
        .plan = std::make_shared<LoadedPlan>(*std::move(loaded)),
    });
  }
  if (count.warnings > 0) {
    reply.remark(tr_n("{count} warning about the plan: `bcp validate` shows it",
                      "{count} warnings about the plan: `bcp validate` shows them", count.warnings,
                      {{"count", number(static_cast<std::int64_t>(count.warnings))}}));
  }
  return *std::move(loaded->plan);
}

}  // namespace bcp::cli
