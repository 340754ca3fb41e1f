#include <ostream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "source/reading.hpp"

namespace bcp {
namespace {

using test::findings;
using test::Reading;

/// A scalar as it reads and as it is written; nothing, where nothing is written.
struct Leaf {
  std::string text;
  std::string written;
  bool operator==(const Leaf&) const = default;
};

/// Writes a random value as YAML, in block or in flow style, and keeps the scalars in order.
class RandomYaml {
public:
  explicit RandomYaml(unsigned seed) : random_(seed) {
    if (chance(3)) yaml_ += "--- # begin\n";
    write_block(0, 0);
    yaml_ += "\n";
  }

  [[nodiscard]] const std::string& yaml() const { return yaml_; }
  [[nodiscard]] const std::vector<Leaf>& leaves() const { return leaves_; }

private:
  int below(int limit) { return std::uniform_int_distribution<int>{0, limit - 1}(random_); }
  bool chance(int one_in) { return below(one_in) == 0; }

  void write_properties() {
    if (chance(6)) yaml_ += "&anchor" + std::to_string(below(9)) + ' ';
    if (chance(6)) yaml_ += "!!str ";
  }

  std::string random_text() {
    constexpr std::string_view plain[] = {"null", "~",   "4h",           "08:00-12:00",
                                          "it's", "a b", "été à Nantes", "one two three",
                                          "010",  "x#y", "http://x:80/"};
    constexpr std::string_view others[] = {
        "",  " ",      "a: b", "# no",       "- x",        "\"",        "'",  "\\",
        "{", "[a, b]", "*x",   "say \"hi\"", "two\nlines", "trailing ", "a:", "\xC2\xA0"};
    const bool is_plain = !chance(3);
    std::string text{is_plain ? plain[below(std::size(plain))] : others[below(std::size(others))]};
    return text;
  }

  static bool may_be_plain(std::string_view text) {
    return !text.empty() &&
           std::string_view{" \"'#-\\{[*\xC2"}.find(text[0]) == std::string_view::npos &&
           text.find_first_of("\n\"") == std::string_view::npos && !text.ends_with(' ') &&
           !text.ends_with(':') && text.find(": ") == std::string_view::npos;
  }

  /// Breaks a line at one space between words, where there is one.
  static std::string broken(std::string written, int indent) {
    const std::size_t space = written.find(' ', 1);
    const bool is_between = space != std::string::npos && space + 2 < written.size() &&
                            written[space - 1] != '"' && written[space - 1] != '\'' &&
                            written.find_first_of(" \"'#", space + 1) == std::string::npos;
    if (is_between)
      written.replace(space, 1, '\n' + std::string(static_cast<std::size_t>(indent), ' '));
    return written;
  }

  void write_scalar(const std::string& text, bool is_key, int indent) {
    std::string written = text;
    const int style = below(3);
    if (style == 0 || !may_be_plain(text)) {
      const bool single = style == 1 && text.find('\n') == std::string::npos;
      written = single ? "'" : "\"";
      for (const char byte : text) {
        if (single && byte == '\'') written += '\'';
        if (!single && (byte == '"' || byte == '\\')) written += '\\';
        written += !single && byte == '\n' ? std::string{"\\n"} : std::string{byte};
      }
      written += single ? '\'' : '"';
    }
    if (!is_key && chance(4)) written = broken(std::move(written), indent + 1);
    yaml_ += written;
    leaves_.push_back({text, written});
  }

  void write_key(int number) {
    write_scalar(random_text() + std::to_string(number), true, 0);
    yaml_ += yaml_.back() == '"' || !chance(3) ? ":" : " :";
  }

  void write_flow(int depth, int indent) {
    write_flow_space(indent);
    write_properties();
    const int kind = depth > 3 ? 0 : below(4);
    if (kind < 2) return write_scalar(random_text(), false, indent);
    const bool is_map = kind == 2;
    yaml_ += is_map ? '{' : '[';
    const int parts = below(4);
    for (int part = 0; part < parts; ++part) {
      write_flow_space(indent);
      if (is_map) {
        write_key(part);
        yaml_ += ' ';
      }
      if (is_map && chance(6)) {
        leaves_.emplace_back();
      } else {
        write_flow(depth + 1, indent);
      }
      write_flow_space(indent);
      if (part + 1 < parts || chance(4)) yaml_ += ',';
    }
    yaml_ += is_map ? '}' : ']';
  }

  void write_flow_space(int indent) {
    if (chance(3)) yaml_ += ' ';
    if (chance(9)) yaml_ += " # 'note\n" + std::string(static_cast<std::size_t>(indent + 1), ' ');
  }

  void end_line() { yaml_ += chance(8) ? "  # it's \"a note\n\n" : "\n"; }

  void write_block(int depth, int indent) {
    const std::string margin(static_cast<std::size_t>(indent), ' ');
    const bool is_map = chance(2);
    const int parts = 1 + below(4);
    for (int part = 0; part < parts; ++part) {
      if (part > 0) end_line();
      yaml_ += margin;
      if (is_map) {
        write_key(part);
      } else {
        yaml_ += '-';
      }
      write_block_value(depth, indent);
    }
  }

  void write_block_value(int depth, int indent) {
    const int kind = below(depth > 3 ? 4 : 6);
    if (kind == 0) {
      leaves_.emplace_back();
    } else if (kind < 4) {
      yaml_ += ' ';
      write_flow(depth + 1, indent);
    } else {
      if (chance(5)) yaml_ += " &anchor";
      end_line();
      write_block(depth + 1, indent + 1 + below(3));
    }
  }

  std::mt19937 random_;
  std::string yaml_;
  std::vector<Leaf> leaves_;
};

void gather_leaves(const Reading& reading, const Value& value, std::vector<Leaf>& leaves) {
  if (value.is_scalar())
    leaves.push_back({std::string{value.text()}, std::string{reading.at(value.span())}});
  if (value.is_empty()) leaves.emplace_back();
  for (const Value& item : value.items()) gather_leaves(reading, item, leaves);
  for (const Entry& entry : value.entries()) {
    gather_leaves(reading, entry.key, leaves);
    gather_leaves(reading, entry.value, leaves);
  }
}

TEST_CASE(
    "whatever is written, in block or flow style, is read back with the places where it stands") {
  for (unsigned seed = 0; seed < 3000; ++seed) {
    const RandomYaml random{seed};
    CAPTURE(seed);
    CAPTURE(random.yaml());
    const Reading reading{random.yaml()};
    REQUIRE(findings(reading) == "");
    std::vector<Leaf> leaves;
    gather_leaves(reading, reading.root(), leaves);
    REQUIRE(leaves == random.leaves());
  }
}

}  // namespace
}  // namespace bcp
