// Does the reader of conditions stand whatever text it is given?
#include "plan/condition.hpp"

#include <cstddef>
#include <string_view>
#include <variant>

#include "fuzz/targets.hpp"

namespace bcp::fuzz {

namespace {

/// The steps leave exactly one value on the stack, and each id stands where it is said to stand.
void run(const Condition& condition, std::string_view text) {
  std::size_t values = 0;
  for (const Condition::Step& step : condition.steps) {
    if (const auto* comparing = std::get_if<Comparing>(&step)) {
      demand(text.substr(comparing->id_at, comparing->id.size()) == comparing->id);
      ++values;
    } else {
      const bool takes_two = std::get<Condition::Operator>(step) != Condition::Operator::negation;
      demand(values >= (takes_two ? 2U : 1U));
      if (takes_two) --values;
    }
  }
  demand(values == 1);
}

}  // namespace

void condition(std::string_view bytes) {
  const auto read = read_condition(bytes);
  if (read) {
    run(*read, bytes);
  } else {
    demand(read.error().begin <= read.error().end && read.error().end <= bytes.size());
    demand(!read.error().message.empty());
  }
}

}  // namespace bcp::fuzz
