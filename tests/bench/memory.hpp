// How much memory has this process used?
#pragma once

#include <fstream>
#include <string>

namespace bcp::bench {

/// The largest resident size in MiB since the last `forget_peak`, or since the start where the system cannot forget.
inline double peak_memory() {
  std::ifstream status{"/proc/self/status"};
  std::string word;
  while (status >> word) {
    double kibibytes = 0;
    if (word == "VmHWM:" && status >> kibibytes) return kibibytes / 1024;
  }
  return 0;
}

/// Counts the peak from what is in use now on.
inline void forget_peak() { std::ofstream{"/proc/self/clear_refs"} << 5; }

}  // namespace bcp::bench
