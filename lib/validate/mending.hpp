// Which findings mend themselves, and what do the files say then?
#pragma once

#include <string>
#include <vector>

#include "plan/plan_text.hpp"
#include "source/diagnostic.hpp"

namespace bcp {

/// One word in place of another.
struct Correction {
  Span at;
  std::string from;
  std::string to;
};

/// Why a fix that a finding offers is not made.
enum class Obstacle {
  no_file,       ///< the text came by standard input or a `--set`
  several_uses,  ///< an alias stands for it elsewhere too, where it may be right
  repetition,    ///< the key or item would stand twice
  disagreement,  ///< two findings want different words there
  writing,       ///< a block scalar, escapes in quotes, or a word that needs quotes
};

struct Unmended {
  Span at;
  Obstacle obstacle;
};

struct MendedFile {
  FileId file;
  std::string text;
};

/// What `mend` makes of a plan's files; the files themselves are written by who calls it.
struct [[nodiscard]] Mending {
  std::vector<Correction> changes;  ///< by place
  std::vector<Unmended> unmended;   ///< by place
  std::vector<MendedFile> files;    ///< those that change
};

/// Makes every certain fix that the findings offer, each where its word stands; every other byte of a file stays.
/// O(findings × log + length of the texts).
Mending mend(const PlanText& text, const Diagnostics& found);

}  // namespace bcp
