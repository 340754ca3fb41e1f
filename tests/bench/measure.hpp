// How long does a piece of work take?
#pragma once

#include <algorithm>
#include <chrono>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace bcp::bench {

/// Does the work at least three times and for about a second, and prints its median time and its least as a row. What the
/// work returns is kept until the clock has stopped, so that its end is not counted.
template <class Work>
void measure(std::string_view name, Work work) {
  using Clock = std::chrono::steady_clock;
  std::vector<double> milliseconds;
  const auto end = Clock::now() + std::chrono::seconds{1};
  while (milliseconds.size() < 3 || Clock::now() < end) {
    const auto start = Clock::now();
    const auto result = work();
    [[maybe_unused]] const void* volatile seen = &result;  // so that nothing of it is left out
    const auto stop = Clock::now();
    milliseconds.push_back(std::chrono::duration<double, std::milli>(stop - start).count());
  }
  std::ranges::sort(milliseconds);
  fmt::print("{:<50} {:>10.2f} ms  least {:>10.2f} ms  {:>6} times\n", name,
             milliseconds[milliseconds.size() / 2], milliseconds.front(), milliseconds.size());
}

}  // namespace bcp::bench
