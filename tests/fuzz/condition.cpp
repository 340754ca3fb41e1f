// Does the reader of conditions stand whatever text it is given?
#include "plan/condition.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <variant>

namespace {

void demand(bool condition) {
  if (!condition) std::abort();
}

/// The steps leave exactly one value on the stack, and each id stands where it is said to stand.
void run(const bcp::Condition& condition, std::string_view text) {
  std::size_t values = 0;
  for (const bcp::Condition::Step& step : condition.steps) {
    if (const auto* comparing = std::get_if<bcp::Comparing>(&step)) {
      demand(text.substr(comparing->id_at, comparing->id.size()) == comparing->id);
      ++values;
    } else {
      const bool takes_two =
          std::get<bcp::Condition::Operator>(step) != bcp::Condition::Operator::negation;
      demand(values >= (takes_two ? 2U : 1U));
      if (takes_two) --values;
    }
  }
  demand(values == 1);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(bytes), size};
  const auto condition = bcp::read_condition(text);
  if (condition) {
    run(*condition, text);
  } else {
    demand(condition.error().begin <= condition.error().end && condition.error().end <= size);
    demand(!condition.error().message.empty());
  }
  return 0;
}
