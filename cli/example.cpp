#include "example.hpp"

#include <algorithm>
#include <utility>

#include "embedded_files.hpp"
#include "marked_plan.hpp"
#include "run.hpp"

namespace bcp::cli {

namespace {

constexpr std::string_view faulty_plan = "plan.yaml";
constexpr std::string_view mended_plan = "clean.yaml";

/// The files of a code's folder, by their paths in it.
std::vector<MemoryFile> files_of(Code code) {
  const std::string folder = code_text(code) + '-' + std::string{info_of(code).name} + '/';
  std::vector<MemoryFile> files;
  for (const EmbeddedFile& file : example_files()) {
    if (!file.path.starts_with(folder)) continue;
    files.push_back(
        {.path = std::string{file.path.substr(folder.size())}, .text = std::string{file.text}});
  }
  return files;
}

std::string text_of(const std::vector<MemoryFile>& files, std::string_view path) {
  const auto file = std::ranges::find(files, path, &MemoryFile::path);
  return file == files.end() ? std::string{} : file->text;
}

/// What the program prints on both streams, where it sees these files and nothing else.
std::string output_of(std::vector<std::string> words, std::vector<MemoryFile> files,
                      const Language& language, const Style& style) {
  std::string output;
  const auto write = [&](std::string_view text) {
    output += text;
    return std::error_code{};
  };
  const Streams streams{
      .write_out = write,
      .write_err = write,
      .out_is_terminal = true,  // only a terminal has another width than 80
      .err_is_terminal = true,
      .width = static_cast<int>(style.width),
      .read_in = [] { return tl::expected<std::string, FileProblem>{}; },
      .environment = [](const std::string&) { return std::string{}; },
      .files = memory_files(std::move(files)),
      .output = {},
  };
  words.insert(words.end(),
               {"--lang", language.code(), "--color", style.colour ? "always" : "never"});
  static_cast<void>(run(words, streams));
  return output;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

}  // namespace

Example example_of(Code code, const Language& language, const Style& style) {
  std::vector<MemoryFile> files = files_of(code);
  const std::vector<std::string> words = words_to_show(text_of(files, faulty_plan), faulty_plan);
  for (MemoryFile& file : files) file.text = without_marks(file.text);
  Example example{.plan = text_of(files, faulty_plan),
                  .command = "bcp",
                  .output = output_of(words, files, language, style),
                  .mended = text_of(files, mended_plan)};
  for (const std::string& word : words) example.command += ' ' + word;
  return example;
}

ChangedLines changed_lines(const std::string& before, const std::string& after) {
  ChangedLines changed{lines_of(before), lines_of(after)};
  while (!changed.before.empty() && !changed.after.empty() &&
         changed.before.back() == changed.after.back()) {
    changed.before.pop_back();
    changed.after.pop_back();
  }
  const auto [one, other] = std::ranges::mismatch(changed.before, changed.after);
  changed.before.erase(changed.before.begin(), one);
  changed.after.erase(changed.after.begin(), other);
  return changed;
}

}  // namespace bcp::cli
