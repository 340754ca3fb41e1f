// What does the program do with these words?
#pragma once

#include <string>
#include <vector>

#include "exit_status.hpp"
#include "streams.hpp"

namespace bcp::cli {

/// The whole program as a function: the words after its name and the world that it sees, to its exit status.
[[nodiscard]] ExitStatus run(const std::vector<std::string>& words, const Streams& streams);

}  // namespace bcp::cli
