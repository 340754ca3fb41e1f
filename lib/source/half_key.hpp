// Is a line of text meant as a key, and lacks the `:` or the space behind it?
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace bcp {

/// `rto:4h` as it is meant, `rto: 4h`; nothing for what is no such text, a time of day or an address among them.
[[nodiscard]] std::optional<std::string> with_space(std::string_view text);

/// `rto 4h` as it is meant, `rto: 4h`, and `payments` as `payments:`; nothing for what does not begin like a key.
[[nodiscard]] std::optional<std::string> with_colon(std::string_view text);

}  // namespace bcp
