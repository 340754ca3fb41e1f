#include "render/finding_names.hpp"

#include <filesystem>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "source/spots.hpp"

namespace bcp::cli {

namespace {

/// FNV-1a of 64 bits: the same on every machine. Of equal hashes the later ones are numbered.
class Hash {
public:
  Hash& add(std::string_view text) {
    for (const char byte : text) step(static_cast<unsigned char>(byte));
    step(0xFF);  // ends each part; no UTF-8 holds it
    return *this;
  }
  [[nodiscard]] std::string hex() const { return fmt::format("{:016x}", state_); }

private:
  void step(unsigned char byte) { state_ = (state_ ^ byte) * 0x100000001B3U; }

  std::uint64_t state_ = 0xCBF29CE484222325U;
};

std::string_view underlined(const Diagnostic& found, const SourceFiles& files) {
  if (found.at.file.value >= files.size()) return {};
  const std::string_view text = files[found.at.file].text;
  const std::size_t begin = std::min<std::size_t>(found.at.begin, text.size());
  return text.substr(begin, found.at.end - std::min(found.at.begin, found.at.end));
}

/// The keys on the way to each finding; findings of one file stand together, in the order of their places.
std::vector<std::string> paths_of(const FindingsList& list) {
  std::vector<std::string> paths(list.all.size());
  for (std::size_t begin = 0, end = 0; begin < list.all.size(); begin = end) {
    const FileId file = list.all[begin].at.file;
    std::vector<std::uint32_t> offsets;
    for (end = begin; end < list.all.size() && list.all[end].at.file == file; ++end)
      offsets.push_back(list.all[end].at.begin);
    if (file.value >= list.text.files.size()) continue;
    const Document* document = list.text.document_of(file);
    if (document == nullptr) continue;
    std::vector<Spot> found = spots(*document, offsets);
    for (std::size_t i = 0; i < found.size(); ++i) paths[begin + i] = std::move(found[i].path);
  }
  return paths;
}

}  // namespace

std::vector<FindingName> names_of_findings(const FindingsList& list) {
  std::vector<std::string> paths = paths_of(list);
  std::map<std::string, std::size_t> seen;
  std::vector<FindingName> names;
  for (std::size_t i = 0; i < list.all.size(); ++i) {
    const Diagnostic& found = list.all[i];
    const std::string hash = Hash{}
                                 .add(code_text(found.code))
                                 .add(paths[i])
                                 .add(underlined(found, list.text.files))
                                 .hex();
    const std::size_t repetition = ++seen[hash];
    names.push_back(
        {std::move(paths[i]), repetition == 1 ? hash : fmt::format("{}-{}", hash, repetition)});
  }
  return names;
}

std::string path_from_here(std::string_view name, const std::string& working_folder) {
  const std::filesystem::path path = std::filesystem::path{name}.lexically_normal();
  if (path.is_relative() || working_folder.empty()) return path.generic_string();
  const std::filesystem::path relative = path.lexically_relative(working_folder);
  const bool is_inside = !relative.empty() && *relative.begin() != "..";
  return (is_inside ? relative : path).generic_string();
}

}  // namespace bcp::cli
