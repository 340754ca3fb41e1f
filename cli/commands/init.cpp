#include <algorithm>

#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "embedded_files.hpp"
#include "render/escape.hpp"
#include "render/json.hpp"
#include "reply.hpp"

namespace bcp::cli {

namespace {

struct InitOptions {
  CommonOptions common;
  std::string folder;
};

void add(CLI::App& app, InitOptions& options) {
  add_value(app, "DIR", options.folder, tr("DIR"),
            tr("the folder of the new plan (default: this one); made if it is missing"));
  add_common_options(app, options.common);
}

std::string path_in(const std::string& folder, std::string_view name) {
  if (folder.empty()) return std::string{name};
  return folder + (folder.ends_with('/') ? "" : "/") + std::string{name};
}

std::string folder_of(const std::string& path) {
  return path.substr(0, path.find_last_of('/') + 1);
}

Failure cannot_write(const std::string& path, const std::error_code& error) {
  return {"output", tr("`{file}` cannot be written: {reason}",
                       {{"file", path}, {"reason", nested(reason_of(error))}})};
}

/// The text of a starter file for a reader of this language: the plan then answers in it, as long as it says no other.
std::string text_for(const EmbeddedFile& file, std::string_view language) {
  constexpr std::string_view english = "\n  language: en\n";
  std::string text{file.text};
  const std::size_t place = text.find(english);
  if (place == std::string::npos) return text;
  return text.replace(place + english.size() - 3, 2, language);
}

/// Writes all files, or none: what was written before one that could not be is taken away again.
std::optional<Failure> write(const std::string& folder, std::string_view language,
                             const FileOutput& output) {
  std::vector<std::string> written;
  for (const EmbeddedFile& file : starter_files()) {
    const std::string path = path_in(folder, file.path);
    std::error_code failed;
    if (const std::string parent = folder_of(path); !parent.empty())
      failed = output.make_folders(parent);
    if (!failed) failed = output.create(path, text_for(file, language));
    if (failed) {
      for (const std::string& one : written) static_cast<void>(output.remove(one));
      return cannot_write(path, failed);
    }
    written.push_back(path);
  }
  return std::nullopt;
}

/// The files that the plan would overwrite.
Names in_the_way(const std::string& folder, const FileAccess& files) {
  Names found;
  for (const EmbeddedFile& file : starter_files()) {
    std::string path = path_in(folder, file.path);
    if (files.kind(path) != FileAccess::Kind::nothing) found.push_back(std::move(path));
  }
  return found;
}

std::string json(const std::string& folder) {
  nlohmann::ordered_json document = json_document("init");
  document["folder"] = folder.empty() ? "." : folder;
  document["files"] = nlohmann::ordered_json::array();
  for (const EmbeddedFile& file : starter_files())
    document["files"].push_back(path_in(folder, file.path));
  return json_text(document);
}

std::string text(const std::string& folder, const Reply& reply) {
  const Language& language = reply.language();
  const std::string operand = folder.empty() ? std::string{} : ' ' + folder;
  std::string lines =
      language.say(
          tr("A plan to begin with is in {folder}.",
             {{"folder", folder.empty() ? nested(tr("this folder")) : Argument{folder}}})) +
      '\n';
  if (reply.is_quiet()) return lines;
  lines += '\n';
  for (const EmbeddedFile& file : starter_files()) {
    lines += "  " + plain(path_in(folder, file.path)) + '\n';
  }
  lines += '\n' + language.say(tr("Make it yours, then ask:")) + '\n';
  for (const char* command : {"validate", "gap-report"}) {
    lines += "  " + plain("bcp " + std::string{command} + operand) + '\n';
  }
  return lines;
}

ExitStatus run(const InitOptions& options, const Streams& streams) {
  Reply reply{options.common, "init", streams};
  if (Names there = in_the_way(options.folder, streams.files); !there.empty()) {
    return reply.fail(
        {"exists",
         tr("nothing is overwritten, and there is already {files}", {{"files", std::move(there)}}),
         tr("name another folder: `bcp init DIR`")});
  }
  if (const auto failure = write(options.folder, reply.language().code(), streams.output))
    return reply.fail(*failure);
  return reply.answer(reply.is("json") ? json(options.folder) : text(options.folder, reply));
}

}  // namespace

Command init_command() {
  return {
      .name = "init",
      .summary = tr("Begins a new plan: a small one that is complete and runs."),
      .falls_short = {},
      .cannot_run = tr("it could not be run: usage, a file in the way, a folder that cannot be "
                       "written"),
      .formats = {"text", "json"},
      .examples = {"bcp init", "bcp init plans/town"},
      .declare = declared_by<InitOptions>(add, run),
  };
}

}  // namespace bcp::cli
