#include "validate/mending.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "source/spots.hpp"

namespace bcp {

namespace {

/// The certain fixes that findings offer, by place, each once.
std::vector<Fix> offered(const Diagnostics& found) {
  std::vector<Fix> fixes;
  for (const Diagnostic& one : found.all()) {
    if (one.fix && !one.is_suppressed()) fixes.push_back(*one.fix);
  }
  const auto key = [](const Fix& fix) { return std::tie(fix.replaced, fix.by); };
  std::ranges::sort(fixes, {}, key);
  const auto repeated = std::ranges::unique(fixes, {}, key);
  fixes.erase(repeated.begin(), repeated.end());
  return fixes;
}

/// Whether a word means itself in YAML wherever it stands, in quotes or not.
bool is_plain_word(std::string_view word) {
  constexpr std::string_view letters =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.";
  return !word.empty() && letters.find(word.front()) != std::string_view::npos &&
         std::ranges::all_of(word, [&](char byte) {
           return byte == '-' || letters.find(byte) != std::string_view::npos;
         });
}

/// For each node whether it lies in something that an alias stands for.
std::vector<bool> nodes_with_several_uses(const Document& document) {
  std::vector<std::uint32_t> end_of_use(document.nodes.size() + 1, 0);
  for (const DocumentNode& node : document.nodes) {
    if (node.shape == Shape::alias) end_of_use[node.content] = document.nodes[node.content].next;
  }
  std::vector<bool> is_shared(document.nodes.size());
  std::uint32_t end = 0;
  for (std::uint32_t node = 0; node < document.nodes.size(); ++node) {
    end = std::max(end, end_of_use[node]);
    is_shared[node] = node < end;
  }
  return is_shared;
}

/// The fixes of one file, weighed against each other and against what stands beside them.
class FileMending {
public:
  FileMending(const Document& document, std::span<const Fix> fixes)
      : document_(document),
        fixes_(fixes),
        spots_(spots_of(document, fixes)),
        is_shared_(nodes_with_several_uses(document)) {}

  void add_to(Mending& mending) {
    find_own_obstacles();
    find_repetitions();
    std::string text;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < fixes_.size(); ++i) {
      if (obstacles_[i]) {
        mending.unmended.push_back({fixes_[i].replaced, *obstacles_[i]});
        continue;
      }
      const Span word = word_of(i);
      text += document_.source.substr(kept, word.begin - kept);
      text += fixes_[i].by;
      kept = word.end;
      mending.changes.push_back({word, std::string{document_.text(node_of(i))}, fixes_[i].by});
    }
    if (kept > 0)
      mending.files.push_back({document_.file, text + std::string{document_.source.substr(kept)}});
  }

private:
  static std::vector<Spot> spots_of(const Document& document, std::span<const Fix> fixes) {
    std::vector<std::uint32_t> offsets;
    for (const Fix& fix : fixes) offsets.push_back(fix.replaced.begin);
    return spots(document, offsets);
  }

  [[nodiscard]] const DocumentNode& node_of(std::size_t i) const {
    return document_.nodes[spots_[i].node];
  }

  /// The word itself, without quotes around it.
  [[nodiscard]] Span word_of(std::size_t i) const {
    Span word = fixes_[i].replaced;
    const char first = document_.source[word.begin];
    if (first == '"' || first == '\'') {
      ++word.begin;
      --word.end;
    }
    return word;
  }

  [[nodiscard]] bool is_written_as_it_reads(std::size_t i) const {
    const DocumentNode& node = node_of(i);
    const Span replaced = fixes_[i].replaced;
    if (node.shape != Shape::scalar || node.begin != replaced.begin || node.end != replaced.end)
      return false;
    const Span word = word_of(i);
    return word.begin < word.end &&
           document_.source.substr(word.begin, word.end - word.begin) == document_.text(node) &&
           is_plain_word(fixes_[i].by);
  }

  void find_own_obstacles() {
    obstacles_.resize(fixes_.size());
    for (std::size_t i = 0; i < fixes_.size(); ++i) {
      if (i > 0 && fixes_[i].replaced == fixes_[i - 1].replaced) {
        obstacles_[i - 1] = obstacles_[i] = Obstacle::disagreement;
      } else if (is_shared_[spots_[i].node]) {
        obstacles_[i] = Obstacle::several_uses;
      } else if (!is_written_as_it_reads(i)) {
        obstacles_[i] = Obstacle::writing;
      }
    }
  }

  /// A map has a key once, and a list of references an item.
  void find_repetitions() {
    std::map<std::uint32_t, std::vector<std::size_t>> by_parent;
    for (std::size_t i = 0; i < fixes_.size(); ++i) {
      const bool is_in_list = document_.nodes[spots_[i].parent].shape == Shape::sequence;
      if (!obstacles_[i] && (spots_[i].is_key || is_in_list))
        by_parent[spots_[i].parent].push_back(i);
    }
    for (const auto& [parent, fixes] : by_parent) {
      std::map<std::string_view, std::size_t> uses = words_in(parent);
      for (const std::size_t i : fixes) ++uses[fixes_[i].by];
      for (const std::size_t i : fixes) {
        if (uses[fixes_[i].by] > 1) obstacles_[i] = Obstacle::repetition;
      }
    }
  }

  /// The keys of a map, or the items of a list that are texts, aliases followed.
  [[nodiscard]] std::map<std::string_view, std::size_t> words_in(std::uint32_t parent) const {
    std::map<std::string_view, std::size_t> words;
    const bool is_map = document_.nodes[parent].shape == Shape::mapping;
    bool is_word = true;
    for (std::uint32_t at = parent + 1; at < document_.nodes[parent].next;
         at = document_.nodes[at].next) {
      const DocumentNode& child = document_.nodes[at];
      const DocumentNode& meant =
          child.shape == Shape::alias ? document_.nodes[child.content] : child;
      if (is_word && meant.shape == Shape::scalar) ++words[document_.text(meant)];
      if (is_map) is_word = !is_word;
    }
    return words;
  }

  const Document& document_;
  std::span<const Fix> fixes_;
  std::vector<Spot> spots_;
  std::vector<bool> is_shared_;
  std::vector<std::optional<Obstacle>> obstacles_;  // by fix
};

}  // namespace

Mending mend(const PlanText& text, const Diagnostics& found) {
  Mending mending;
  const std::vector<Fix> fixes = offered(found);
  for (auto begin = fixes.begin(), end = begin; begin != fixes.end(); begin = end) {
    const FileId file = begin->replaced.file;
    end =
        std::find_if(begin, fixes.end(), [&](const Fix& fix) { return fix.replaced.file != file; });
    const Document* document = text.files[file].is_file() ? text.document_of(file) : nullptr;
    if (document != nullptr) {
      FileMending{*document, {begin, end}}.add_to(mending);
    } else {
      std::transform(begin, end, std::back_inserter(mending.unmended), [](const Fix& fix) {
        return Unmended{fix.replaced, Obstacle::no_file};
      });
    }
  }
  return mending;
}

}  // namespace bcp
