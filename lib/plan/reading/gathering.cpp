#include "plan/reading/gathering.hpp"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <iterator>
#include <optional>
#include <set>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <fnmatch.h>

#include "plan/reading/merging.hpp"
#include "source/byte_check.hpp"
#include "source/yaml_reader.hpp"

namespace bcp {

namespace {

namespace fs = std::filesystem;

bool is_glob(std::string_view text) { return text.find_first_of("*?[") != std::string_view::npos; }

/// What the author wrote of a path, and what of the folder of the file that names it stands before that.
struct Glob {
  fs::path folder;
  std::vector<fs::path> parts;
};

/// Brackets in the names of the plan's own folders are no globs.
Glob glob_of(const std::string& path, std::string_view written) {
  const fs::path own = fs::path{written}.lexically_normal();
  const auto own_parts =
      std::ranges::count_if(own, [](const fs::path& one) { return one != ".."; });
  const fs::path whole{path};
  const auto begin =
      std::prev(whole.end(), std::min(own_parts, std::distance(whole.begin(), whole.end())));
  Glob glob;
  for (auto part = whole.begin(); part != begin; ++part) glob.folder /= *part;
  glob.parts.assign(begin, whole.end());
  return glob;
}

/// What one file held once read.
struct Reading {
  std::optional<Document> document;
  Diagnostics found;
};

class Gathering {
public:
  Gathering(const Confinement& confinement, PlanText& text, unsigned threads, Diagnostics& found)
      : confinement_(confinement),
        text_(text),
        threads_(threads),
        found_(found) {}

  void add_root(SourceFile root) {
    if (const auto real = confinement_.files().real_path(root.name)) seen_.insert(*real);
    add_file(std::move(root));
  }

  /// Reads wave by wave: a file's includes are known only once it was read.
  std::vector<Value> read_all() {
    std::vector<Value> roots;
    for (std::size_t begin = 0; begin < text_.files.size();) {
      const std::size_t end = text_.files.size();
      std::vector<Reading> wave(end - begin);
      read_wave(begin, wave);
      for (Reading& reading : wave) {
        text_.is_whole = text_.is_whole && reading.document.has_value();
        found_.append(std::move(reading.found));
        if (!reading.document || reading.document->nodes.empty()) continue;
        const Value root{text_.add(std::move(*reading.document)), 0};
        roots.push_back(root);
        include_all(root);
      }
      begin = end;
    }
    return roots;
  }

private:
  void add_file(SourceFile file) {
    text_.folders.push_back(folder_of(file.name));
    text_.files.add(std::move(file));
    checks_.emplace_back();
    SourceFile& added = text_.files.last();
    const FileId id{static_cast<std::uint32_t>(text_.files.size() - 1)};
    checks_.back().is_readable = check_bytes(added.text, id, checks_.back().found);
  }

  void read_wave(std::size_t begin, std::vector<Reading>& wave) {
    const auto read_one = [&](std::size_t position) {
      const FileId id{static_cast<std::uint32_t>(begin + position)};
      Check& check = checks_[begin + position];
      wave[position].found.append(std::move(check.found));
      if (check.is_readable)
        wave[position].document = read_yaml(text_.files[id].text, id, wave[position].found);
    };
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
      for (std::size_t position = next++; position < wave.size(); position = next++)
        read_one(position);
    };
    std::vector<std::jthread> helpers;
    while (helpers.size() + 1 < std::min<std::size_t>(threads_, wave.size()))
      helpers.emplace_back(work);
    work();
  }

  /// What is wrong with the form of `include` is found with all other keys, by its row in their table.
  void include_all(const Value& root) {
    for (const Entry& entry : root.entries()) {
      if (!entry.key.is_scalar() || entry.key.text() != "include") continue;
      text_.includes.push_back(entry);
      if (!entry.value.is_sequence() || entry.value.is_tagged()) {
        text_.is_whole = false;
        continue;
      }
      for (const Value& item : entry.value.items()) {
        if (item.is_scalar() && !item.is_tagged() && !item.text().empty()) {
          include(item);
        } else {
          text_.is_whole = false;
        }
      }
    }
  }

  void include(const Value& item) {
    std::string_view written = item.text();
    const bool is_optional = written.starts_with('?');
    if (is_optional) written.remove_prefix(1);
    const std::string& folder = text_.folders[item.span().file.value];
    const auto path = confinement_.resolve(folder, written);
    if (!path) {
      refuse(item, path.error());
    } else if (is_glob(written)) {
      const std::vector<std::string> matches = matches_of(glob_of(*path, written));
      if (matches.empty() && !is_optional) {
        found_
            .add(Code::empty_glob, item.span(),
                 tr("no file matches `{glob}`", {{"glob", std::string{written}}}))
            .help = tr("correct it, or put `?` in front if there need be none");
      }
      for (const std::string& match : matches) include_file(item, match, is_optional);
    } else {
      include_file(item, *path, is_optional);
    }
  }

  void include_file(const Value& item, const std::string& path, bool is_optional) {
    const auto real = confinement_.real_path(path);
    if (!real) return refuse(item, real.error());
    if (!*real && is_optional) return;
    if (*real && !seen_.insert(**real).second) return;
    auto text = *real ? confinement_.files().read(**real) : tl::unexpected{FileProblem::missing};
    if (!text) {
      text_.is_whole = false;
      found_.add(Code::unreadable_file, item.span(), why_unreadable(text.error(), path)).help =
          tr("correct the path; it counts from the folder of this file");
      return;
    }
    add_file({.name = path, .text = std::move(*text), .origin = SourceFile::Origin::file});
  }

  void refuse(const Value& item, Refusal refusal) {
    text_.is_whole = false;
    report_refusal(item, refusal, found_);
  }

  /// Files whose paths match, folder by folder, sorted; folders themselves are none.
  [[nodiscard]] std::vector<std::string> matches_of(const Glob& glob) const {
    std::vector<fs::path> found = {glob.folder};
    for (const fs::path& part : glob.parts) found = matches_in(found, part);
    std::vector<std::string> files;
    for (const fs::path& path : found) {
      if (confinement_.files().kind(path.generic_string()) != FileAccess::Kind::folder)
        files.push_back(path.generic_string());
    }
    return files;
  }

  [[nodiscard]] std::vector<fs::path> matches_in(const std::vector<fs::path>& folders,
                                                 const fs::path& part) const {
    std::vector<fs::path> matches;
    for (const fs::path& folder : folders) {
      if (!is_glob(part.generic_string())) {
        matches.push_back(folder / part);
        continue;
      }
      if (!confinement_.real_path(folder.empty() ? "." : folder.generic_string()))
        continue;  // a link that leads out
      for (const std::string& name :
           confinement_.files().list(folder.empty() ? "." : folder.generic_string())) {
        if (fnmatch(part.c_str(), name.c_str(), FNM_PERIOD) == 0) matches.push_back(folder / name);
      }
    }
    const auto is_missing = [&](const fs::path& path) {
      return confinement_.files().kind(path.generic_string()) == FileAccess::Kind::nothing;
    };
    std::erase_if(matches, is_missing);
    return matches;
  }

  struct Check {
    bool is_readable = false;
    Diagnostics found;
  };

  const Confinement& confinement_;
  PlanText& text_;
  unsigned threads_;
  Diagnostics& found_;
  std::vector<Check> checks_;  // by file
  std::set<std::string> seen_;
};

}  // namespace

std::string folder_of(const std::string& path) {
  return fs::path{path}.parent_path().generic_string();
}

Text why_unreadable(FileProblem problem, const std::string& path) {
  switch (problem) {
    case FileProblem::missing: return tr("the file `{path}` does not exist", {{"path", path}});
    case FileProblem::not_regular: return tr("`{path}` is no regular file", {{"path", path}});
    case FileProblem::unreadable: return tr("the file `{path}` cannot be read", {{"path", path}});
    case FileProblem::too_large: break;
  }
  return tr("the file `{path}` is too large for a plan", {{"path", path}});
}

void report_refusal(const Value& named, Refusal refusal, Diagnostics& found) {
  const std::string path{named.text()};
  const Text message = [&] {
    switch (refusal) {
      case Refusal::not_relative:
        return tr("`{path}` is not a path relative to this file", {{"path", path}});
      case Refusal::git_folder: return tr("`{path}` lies in a `.git` folder", {{"path", path}});
      case Refusal::outside: break;
    }
    return tr("`{path}` lies outside the plan", {{"path", path}});
  }();
  found.add(Code::refused_file, named.span(), message).help = tr(
      "a plan names files in its own folder, or in the git work tree around it, by relative paths");
}

std::shared_ptr<PlanText> gather(SourceFile root, const Confinement& confinement, unsigned threads,
                                 Diagnostics& found) {
  auto text = std::make_shared<PlanText>();
  Gathering gathering{confinement, *text, threads, found};
  gathering.add_root(std::move(root));
  text->root = merge_files(*text, gathering.read_all(), found);
  return text;
}

}  // namespace bcp
