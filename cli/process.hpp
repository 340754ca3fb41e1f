// How do streams, files and the environment of a real process look to a run?
#pragma once

#include "streams.hpp"

namespace bcp::cli {

[[nodiscard]] Streams process_streams();

/// Files on the disk: written beside their place under another name, then moved there. A device or a pipe is written
/// to as it is, and a symbolic link stays one.
[[nodiscard]] FileOutput disk_output();

}  // namespace bcp::cli
