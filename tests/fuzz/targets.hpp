// Which readers must stand whatever bytes they are given?
#pragma once

#include <stdexcept>
#include <string_view>

namespace bcp::fuzz {

// Each takes bytes from a stranger, and throws where something does not hold that always has to. The fuzzer gives them
// bytes of its own (entry/libfuzzer.cpp), the unit tests those of the corpus (fuzz_test.cpp).
void calendar(std::string_view bytes);
void condition(std::string_view bytes);
void duration(std::string_view bytes);
void loader(std::string_view bytes);
void set_option(std::string_view bytes);
void yaml_reader(std::string_view bytes);

inline void demand(bool condition) {
  if (!condition) throw std::logic_error{"what always has to hold does not"};
}

}  // namespace bcp::fuzz
