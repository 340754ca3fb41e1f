#include "source/text.hpp"

#include <utility>

namespace bcp {

Text tr(std::string_view msgid, std::initializer_list<NamedArgument> arguments) {
  return {.msgid = msgid, .plural = {}, .context = {}, .count = 1, .arguments = arguments};
}

Text tr_n(std::string_view one, std::string_view many, std::uint64_t count,
          std::initializer_list<NamedArgument> arguments) {
  return {.msgid = one, .plural = many, .context = {}, .count = count, .arguments = arguments};
}

Text tr_c(std::string_view context, std::string_view msgid,
          std::initializer_list<NamedArgument> arguments) {
  return {.msgid = msgid, .plural = {}, .context = context, .count = 1, .arguments = arguments};
}

Argument number(std::int64_t value) { return Number{std::to_string(value)}; }

Argument nested(Text text) { return std::make_shared<const Text>(std::move(text)); }

}  // namespace bcp
