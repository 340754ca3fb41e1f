// How is text of a plan shown so that it never acts?
#pragma once

#include <string>
#include <string_view>

namespace bcp::cli {

/// Text of the plan, the command line or the disk as one line for people: what would move the cursor, turn the line
/// round or begin a command of a build server is shown escaped (`\n`, `\u{1b}`), bytes that are not UTF-8 as U+FFFD.
[[nodiscard]] std::string plain(std::string_view text);

/// A dumped JSON document with the control characters that JSON would let pass as `\u202e`, and what begins a command
/// of a build server.
[[nodiscard]] std::string json_escaped(std::string_view document);

/// The last look at a whole output: no line of it begins with `::`, which build servers take for a command.
[[nodiscard]] std::string without_commands(std::string output);

}  // namespace bcp::cli
