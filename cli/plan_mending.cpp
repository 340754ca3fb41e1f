#include "plan_mending.hpp"

#include <utility>

#include "render/places.hpp"
#include "validate/mending.hpp"

namespace bcp::cli {

namespace {

/// A fix may bring to light others, such as those inside a section whose name was wrong; this many times at most.
constexpr int most_rounds = 10;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

Text words_for(Obstacle obstacle) {
  switch (obstacle) {
    case Obstacle::no_file: return tr("it stands in no file");
    case Obstacle::several_uses: return tr("it is used in several places, by an alias");
    case Obstacle::repetition: return tr("the new word stands there already");
    case Obstacle::disagreement: return tr("two findings want different words there");
    case Obstacle::writing: break;
  }
  return tr("the way in which it is written is too particular");
}

Argument place(Places& places, Span at) {
  const Position position = places.position(at.file, at.begin);
  return std::string{places.name(at.file)} + ':' + std::to_string(position.line) + ':' +
         std::to_string(position.column);
}

/// The file gets its new text, if it still holds what was read; its byte order mark stays.
tl::expected<void, Failure> write(const SourceFile& before, const std::string& text,
                                  const Streams& streams) {
  const auto now = streams.files.read(before.name);
  const bool has_mark = now && now->starts_with(byte_order_mark);
  const std::string_view mark = has_mark ? byte_order_mark : std::string_view{};
  if (!now || std::string_view{*now}.substr(mark.size()) != before.text) {
    return tl::unexpected(
        Failure{"output", tr("`{file}` changed while the plan was read, and was left as it is",
                             {{"file", before.name}})});
  }
  const std::error_code failed = streams.output.replace(before.name, std::string{mark} + text);
  if (!failed) return {};
  return tl::unexpected(
      Failure{"output", tr("`{file}` cannot be written: {reason}",
                           {{"file", before.name}, {"reason", nested(reason_of(failed))}})});
}

void tell(const Mending& mending, Places& places, Reply& reply) {
  for (const Unmended& one : mending.unmended) {
    reply.remark(
        tr("left as it is, {place}: {reason}",
           {{"place", place(places, one.at)}, {"reason", nested(words_for(one.obstacle))}}));
  }
}

}  // namespace

tl::expected<MendedPlan, Failure> mend_plan(const PlanOptions& options, LoadedPlan loaded,
                                            Reply& reply) {
  std::vector<MendedWord> words;
  for (int round = 0;; ++round) {
    const SourceFiles& files = loaded.text->files;
    Places places{files};
    const Mending mending = mend(*loaded.text, loaded.found);
    if (mending.files.empty() || round == most_rounds) {
      tell(mending, places, reply);
      return MendedPlan{std::move(loaded), std::move(words)};
    }
    for (const MendedFile& file : mending.files) {
      if (auto written = write(files[file.file], file.text, reply.streams()); !written)
        return tl::unexpected(std::move(written.error()));
    }
    for (const Correction& change : mending.changes) {
      reply.remark(
          tr("mended, {place}: `{from}` is now `{to}`",
             {{"place", place(places, change.at)}, {"from", change.from}, {"to", change.to}}));
      words.push_back({std::string{places.name(change.at.file)},
                       places.position(change.at.file, change.at.begin), change.from, change.to});
    }
    auto again = load(options, reply);
    if (!again) return tl::unexpected(std::move(again.error()));
    loaded = *std::move(again);
  }
}

}  // namespace bcp::cli
