// How does what a command found reach its reader?
#pragma once

#include <string>
#include <string_view>

#include "exit_status.hpp"
#include "failure.hpp"
#include "options.hpp"
#include "render/language.hpp"
#include "render/style.hpp"
#include "streams.hpp"

namespace bcp::cli {

/// One command's way to its reader: language, colours, streams. An answer or a failure is given once, at the end.
class Reply {
public:
  Reply(CommonOptions options, std::string_view command, const Streams& streams);

  [[nodiscard]] const Streams& streams() const { return streams_; }
  [[nodiscard]] const Language& language() const { return language_; }
  [[nodiscard]] const Style& style() const { return style_; }  ///< of the answer
  [[nodiscard]] std::string_view command() const { return command_; }
  [[nodiscard]] bool is(std::string_view format) const { return format_ == format; }
  [[nodiscard]] bool is_quiet() const { return options_.is_quiet; }

  /// From here on in the language of this plan, unless the reader asked for another.
  void speak_as(const LoadedPlan& plan);

  /// Whether the answer goes to this file, under whatever name.
  [[nodiscard]] bool would_replace(const std::string& file) const;

  /// A message beside the answer, on standard error; nothing with `-q`.
  void remark(const Text& text);

  /// Writes the answer, whole, to where it belongs.
  [[nodiscard]] ExitStatus answer(const std::string& text, bool falls_short = false);

  /// Says why there is none: in a document of the format that was asked for, where the format has a word for that, and
  /// on standard error; JSON alone stands for both.
  [[nodiscard]] ExitStatus fail(const Failure& failure);

private:
  void write_err(const std::string& text) const;
  [[nodiscard]] std::error_code write_answer(const std::string& text) const;
  [[nodiscard]] std::string document(const Failure& failure) const;
  [[nodiscard]] std::string json(const Failure& failure) const;
  [[nodiscard]] std::string text(const Failure& failure) const;

  CommonOptions options_;
  const Streams& streams_;
  std::string command_;
  std::string format_;
  Language language_;
  Style style_;
  Style err_style_;
};

/// Why the system did not let a file or a stream be written.
[[nodiscard]] Text reason_of(const std::error_code& error);

}  // namespace bcp::cli
