#include "failure.hpp"

#include <utility>

#include "source/spelling.hpp"

namespace bcp::cli {

Failure usage_failure(Text message, Text help) {
  return {.code = "usage", .message = std::move(message), .help = std::move(help)};
}

Text did_you_mean(std::string_view word, std::span<const std::string_view> candidates,
                  Text otherwise) {
  const auto near = nearest(word, candidates);
  return near ? tr("did you mean `{word}`?", {{"word", std::string{near->word}}})
              : std::move(otherwise);
}

}  // namespace bcp::cli
