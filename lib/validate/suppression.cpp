#include "validate/suppression.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "source/comments.hpp"
#include "source/spelling.hpp"

namespace bcp {

namespace {

constexpr std::string_view mark = "bcp:";
constexpr std::string_view blanks = " \t";

/// The form of a suppression, as every hint shows it.
Text how_to_write() { return tr("write `# bcp: allow BCP2105 because …`, with your reason"); }

/// Takes the first word off a text.
std::string_view next_word(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  const std::string_view word = text.substr(0, text.find_first_of(blanks));
  text.remove_prefix(word.size());
  return word;
}

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  return text;
}

/// `BCP2105`, whether there is such a code or not.
std::optional<int> number_of(std::string_view word) {
  int number = 0;
  if (!word.starts_with("BCP") || word.size() != 7) return std::nullopt;
  const auto [end, error] = std::from_chars(word.data() + 3, word.data() + word.size(), number);
  if (error != std::errc{} || end != word.data() + word.size()) return std::nullopt;
  return number;
}

bool is_known(int number) {
  return std::ranges::any_of(
      all_codes(), [&](const CodeInfo& info) { return static_cast<int>(info.code) == number; });
}

struct Suppression {
  Span at;
  Code code{};
  std::string reason;
  bool is_used = false;
};

/// Whether a comment behind `# bcp:` means to allow something; `# bcp: 1` is the first line of a plan put aside.
/// `# bcp: ignore BCP2105` does, in the words of another program.
bool means_to_allow(std::string_view word, std::string_view rest) {
  static constexpr std::array<std::string_view, 1> words = {"allow"};
  return word == words.front() || nearest(word, words).has_value() ||
         number_of(next_word(rest)).has_value();
}

/// `BCP2105, BCP2106`; nothing where something else stands.
std::vector<int> next_codes(std::string_view& text) {
  std::vector<int> codes;
  for (bool goes_on = true; goes_on;) {
    std::string_view word = next_word(text);
    goes_on = word.ends_with(',');
    if (goes_on) word.remove_suffix(1);
    const std::optional<int> number = number_of(word);
    if (!number) return {};
    codes.push_back(*number);
  }
  return codes;
}

/// One code that a comment allows; a finding where it may not.
std::optional<Suppression> suppression_of(int number, Span at, std::string_view reason,
                                          Diagnostics& found) {
  const std::string code = code_text(Code{number});
  if (!is_known(number)) {
    found
        .add(Code::suppression_of_unknown_code, at,
             tr("this comment allows `{code}`, and there is no such code", {{"code", code}}))
        .help = tr("take the code from the finding that you mean");
    return std::nullopt;
  }
  if (reason.empty()) {
    found
        .add(Code::suppression_without_reason, at,
             tr("this comment allows `{code}` without a reason", {{"code", code}}))
        .help = how_to_write();
    return std::nullopt;
  }
  return Suppression{.at = at, .code = Code{number}, .reason = std::string{reason}};
}

/// What a comment allows; a finding where it does not say so as it must.
std::vector<Suppression> suppressions_in(std::string_view source, Span at, Diagnostics& found) {
  std::string_view rest = source.substr(at.begin + 1, at.end - at.begin - 1);
  rest = trimmed(rest).substr(mark.size());
  const std::string_view verb = next_word(rest);
  if (!means_to_allow(verb, rest)) return {};
  const std::vector<int> codes = next_codes(rest);
  const std::string_view because = next_word(rest);
  const std::string_view reason = trimmed(rest);
  std::vector<Suppression> suppressions;
  if (verb != "allow" || codes.empty() || (!because.empty() && because != "because")) {
    found.add(Code::bad_suppression, at, tr("this comment allows nothing: it cannot be read"))
        .help = how_to_write();
    return suppressions;
  }
  for (const int code : codes) {
    if (auto one = suppression_of(code, at, reason, found)) suppressions.push_back(*std::move(one));
  }
  return suppressions;
}

/// Numbers the lines of one text from 0.
class Lines {
public:
  explicit Lines(std::string_view text) {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos;
         at = text.find('\n', at + 1))
      ends_.push_back(static_cast<std::uint32_t>(at));
  }
  [[nodiscard]] std::size_t line(std::uint32_t offset) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(ends_, offset) - ends_.begin());
  }

private:
  std::vector<std::uint32_t> ends_;
};

/// The suppressions of one file by line and code.
class FileSuppressions {
public:
  FileSuppressions(const Document& document, Diagnostics& found) {
    for (const Span& comment : comments_beginning(document, mark)) {
      std::ranges::move(suppressions_in(document.source, comment, found), std::back_inserter(all_));
    }
    if (all_.empty()) return;
    lines_ = Lines{document.source};
    for (Suppression& one : all_) by_line_.insert({{lines_->line(one.at.begin), one.code}, &one});
  }
  FileSuppressions(const FileSuppressions&) = delete;
  FileSuppressions& operator=(const FileSuppressions&) = delete;

  /// The comment for a finding: on its line, else on the line above.
  [[nodiscard]] Suppression* find(const Diagnostic& finding) const {
    if (all_.empty()) return nullptr;
    const std::size_t line = lines_->line(finding.at.begin);
    const auto here = by_line_.find({line, finding.code});
    if (here != by_line_.end()) return here->second;
    const auto above = line == 0 ? by_line_.end() : by_line_.find({line - 1, finding.code});
    return above == by_line_.end() ? nullptr : above->second;
  }

  [[nodiscard]] const std::vector<Suppression>& all() const { return all_; }

private:
  std::vector<Suppression> all_;
  std::optional<Lines> lines_;
  std::map<std::pair<std::size_t, Code>, Suppression*> by_line_;
};

void report_unused(const Suppression& one, Diagnostics& found) {
  found
      .add(Code::unused_suppression, one.at,
           tr("this comment allows `{code}`, which is not found on its line or the next",
              {{"code", code_text(one.code)}}))
      .help = tr("delete the comment, or move it to the line above the finding");
}

}  // namespace

void suppress(const LoadedPlan& loaded, const std::vector<Code>& not_looked_for,
              Diagnostics& found) {
  const bool is_well_formed = loaded.plan.has_value();
  Diagnostics about_comments;
  std::vector<std::unique_ptr<FileSuppressions>> files;
  for (std::uint32_t file = 0; file < loaded.text->files.size(); ++file) {
    const Document* document = loaded.text->document_of(FileId{file});
    files.push_back(document == nullptr
                        ? nullptr
                        : std::make_unique<FileSuppressions>(*document, about_comments));
  }
  for (std::size_t i = 0; i < found.all().size(); ++i) {
    const Diagnostic& finding = found.all()[i];
    const std::uint32_t file = finding.at.file.value;
    if (file >= files.size() || !files[file]) continue;
    Suppression* comment = files[file]->find(finding);
    if (comment == nullptr) continue;
    if (!is_well_formed && finding.severity == Severity::error) {
      found[i].also.push_back(
          {comment->at,
           tr("no comment can allow an error of form: every other command stops at it")});
    } else {
      comment->is_used = true;
      found[i].allowed_because = comment->reason;
    }
  }
  const auto is_unknown = [&](Code code) {
    return !is_well_formed || std::ranges::find(not_looked_for, code) != not_looked_for.end();
  };
  for (const auto& file : files) {
    if (!file) continue;
    for (const Suppression& one : file->all()) {
      if (!one.is_used && !is_unknown(one.code)) report_unused(one, about_comments);
    }
  }
  found.append(std::move(about_comments));
  found.sort();
}

}  // namespace bcp
