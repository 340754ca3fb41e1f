#include "plan/load.hpp"

#include <algorithm>
#include <filesystem>
#include <thread>
#include <utility>

#include "plan/reading/confinement.hpp"
#include "plan/reading/gathering.hpp"
#include "plan/reading/ids.hpp"
#include "plan/reading/meant_sections.hpp"
#include "plan/reading/overrides.hpp"
#include "plan/reading/plan_reading.hpp"
#include "plan/reading/reader.hpp"

namespace bcp {

namespace {

unsigned thread_count(const LoadOptions& options) {
  return options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
}

void report_empty(const PlanText& text, Diagnostics& found) {
  if (!text.is_whole || found.has_errors()) return;
  found.add(Code::missing_key, {}, tr("the plan is empty")).help =
      tr("begin it with `bcp: 1` and `plan:`; `bcp init` writes an example");
}

/// Files of an `include` that was written so have been read, and it is no key of the merged root.
bool is_include_misspelt(const MeantSections& meant) {
  return meant.root.find("include").is_written();
}

LoadedPlan read(const std::shared_ptr<PlanText>& text, const Confinement& confinement,
                Diagnostics found) {
  Plan plan;
  if (text->root.is_written()) {
    MeantSections meant = sections_as_meant(*text, found);
    const Ids ids{meant.root, found};
    Reader reader{
        .ids = ids,
        .text = *text,
        .confinement = confinement,
        .plan = plan,
        .found = found,
        .current = std::nullopt,
        .may_reference_missing = !text->is_whole || !ids.is_whole() || is_include_misspelt(meant),
        .strays = std::move(meant.strays)};
    read_plan(reader, meant.root);
  } else {
    report_empty(*text, found);
  }
  found.sort();
  plan.text = text;
  LoadedPlan loaded{
      .text = text, .plan = std::nullopt, .readable = std::nullopt, .found = std::move(found)};
  (loaded.found.has_errors() ? loaded.readable : loaded.plan) = std::move(plan);
  return loaded;
}

tl::expected<LoadedPlan, Text> load(SourceFile root, const FileAccess& files,
                                    const LoadOptions& options) {
  const Confinement confinement{files, folder_of(root.name)};
  Diagnostics found;
  const auto gathered = gather(std::move(root), confinement, thread_count(options), found);
  for (const std::string& override_text : options.overrides) {
    const auto applied = apply_override(*gathered, override_text, found);
    if (!applied) return tl::unexpected{applied.error()};
  }
  return read(gathered, confinement, std::move(found));
}

}  // namespace

tl::expected<LoadedPlan, Text> load_plan_text(std::string text, const std::string& name,
                                              const FileAccess& files, const LoadOptions& options) {
  return load({.name = name, .text = std::move(text)}, files, options);
}

tl::expected<LoadedPlan, Text> load_plan(const std::string& path, const FileAccess& files,
                                         const LoadOptions& options) {
  const bool is_folder = files.kind(path) == FileAccess::Kind::folder;
  const std::string file =
      is_folder ? (std::filesystem::path{path} / "bcp.yaml").generic_string() : path;
  auto text = files.read(file);
  if (!text) return tl::unexpected{why_unreadable(text.error(), file)};
  return load({.name = file, .text = std::move(*text), .origin = SourceFile::Origin::file}, files,
              options);
}

}  // namespace bcp
