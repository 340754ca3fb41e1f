// Is what libFuzzer calls: the target that the build names.
#include <cstddef>
#include <cstdint>

#include "fuzz/targets.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  bcp::fuzz::BCP_FUZZ_TARGET({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
