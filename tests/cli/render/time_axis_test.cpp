#include "render/time_axis.hpp"

#include <ostream>

#include <doctest/doctest.h>

#include "render/width.hpp"

using namespace bcp;
using namespace bcp::cli;
using namespace std::chrono_literals;

namespace {

const Language english{"en"};

}  // namespace

TEST_CASE("an axis names round times from the first to the last that it must show") {
  const TimeAxis axis{{4h, 24h, 72h}, 30, english};
  CHECK(axis.title() == "0   4h  8h  12h 1d  2d  3d");
  CHECK(axis.width() == 28);
  CHECK(TimeAxis({4h, 24h, 72h}, 30, Language{"fr"}).title() == "0   4h  8h  12h 1j  2j  3j");
}

TEST_CASE("an axis with room names times that lie closer together") {
  CHECK(TimeAxis({4h, 24h, 72h}, 60, english).title() ==
        "0      4h     6h     8h     12h    1d     2d     3d");
}

TEST_CASE(
    "a time stands in its stretch in proportion, the last one where the room behind it begins") {
  const TimeAxis axis{{24h, 48h}, 30, english};
  CHECK(axis.title() == "0         1d        2d");
  CHECK(axis.column(0s) == 0);
  CHECK(axis.column(12h) == 5);
  CHECK(axis.column(24h - 1s) == 9);
  CHECK(axis.column(24h) == 10);
  CHECK(axis.column(36h) == 15);
  CHECK(axis.column(48h) == 20);
}

TEST_CASE("an axis ends at the last time itself where no round one is left") {
  const TimeAxis axis{{24h * 1000}, 40, english};
  CHECK(axis.title() == "0            365d         1,000d");
  CHECK(axis.column(24h * 1000) == 26);
}

TEST_CASE(
    "an axis for nothing but its beginning, or without room, has a column for it all the same") {
  CHECK(TimeAxis({}, 10, english).title() == "0");
  CHECK(TimeAxis({0s}, 10, english).column(0s) == 0);
  const TimeAxis narrow{{1h, 24h * 300}, 3, english};
  CHECK(narrow.column(24h * 300) < narrow.width());
}
