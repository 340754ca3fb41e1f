// What does the program say about itself?
#pragma once

#include <string>

#include "commands.hpp"
#include "render/language.hpp"
#include "render/style.hpp"

namespace bcp::cli {

/// What `bcp` alone prints.
[[nodiscard]] std::string short_help(const Language& language, const Style& style);

/// `bcp --help`. `app` holds the options that may stand before a command.
[[nodiscard]] std::string program_help(const CLI::App& app, const Language& language,
                                       const Style& style);

/// `bcp help COMMAND`. `app` holds the command's options.
[[nodiscard]] std::string command_help(const CLI::App& app, const Command& command,
                                       const Language& language, const Style& style);

}  // namespace bcp::cli
