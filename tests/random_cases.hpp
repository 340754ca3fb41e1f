// How many random cases does a long test try?
#pragma once

namespace bcp::test {

#ifdef __has_feature  // clang, by which `./dev asan` compiles
inline constexpr bool is_sanitized = __has_feature(address_sanitizer);
#else
inline constexpr bool is_sanitized = false;
#endif

/// A fifth under the sanitizers, where a case takes some thirty times as long and one like it has been tried before.
constexpr int random_cases(int number) { return is_sanitized ? number / 5 : number; }

}  // namespace bcp::test
