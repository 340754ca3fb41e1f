// How many random cases does a long test try?
#pragma once

namespace bcp::test {

#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool is_sanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr bool is_sanitized = true;
#else
inline constexpr bool is_sanitized = false;
#endif
#else
inline constexpr bool is_sanitized = false;
#endif

/// A fifth under the sanitizers, where a case takes some thirty times as long and one like it has been tried before.
constexpr int random_cases(int number) { return is_sanitized ? number / 5 : number; }

}  // namespace bcp::test
