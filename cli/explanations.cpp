#include "explanations.hpp"

#include <algorithm>

namespace bcp::cli {

namespace {

// A code without a row in explanations.def does not compile.
template <int number>
Explanation row() = delete;

#define AREA(number, title)
#define EXPLANATION(number, means, matters, mend) \
  template <>                                     \
  Explanation row<number>() {                     \
    return {means, matters, mend};                \
  }
#include "explanations.def"
#undef EXPLANATION
#undef AREA

int area_number(Code code) { return static_cast<int>(code) / 100; }

}  // namespace

const Explanation& explanation_of(Code code) {
  static const std::vector<Explanation> all = {
#define CODE(number, name, severity, title) row<number>(),
#include "source/codes.def"
#undef CODE
  };
  return all[static_cast<std::size_t>(&info_of(code) - all_codes().data())];
}

const std::vector<Area>& areas() {
  static const std::vector<Area> all = {
#define AREA(number, title) {number, title},
#define EXPLANATION(number, means, matters, mend)
#include "explanations.def"
#undef EXPLANATION
#undef AREA
  };
  return all;
}

const Area& area_of(Code code) {
  const auto area = std::ranges::find(areas(), area_number(code), &Area::number);
  return area == areas().end() ? areas().front() : *area;  // a test asks for all of them
}

}  // namespace bcp::cli
