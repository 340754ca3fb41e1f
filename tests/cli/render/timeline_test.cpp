#include "render/timeline.hpp"

#include <ostream>
#include <string>

#include <doctest/doctest.h>

using namespace bcp;
using namespace bcp::cli;
using std::chrono::hours;

namespace {

std::string drawn(Seconds from, Seconds until, const Timeline& axis, bool unicode = true) {
  std::string text;
  for (const Piece& piece : stretch(from, until, axis, 10, {.unicode = unicode}))
    text += piece.text;
  return text;
}

}  // namespace

TEST_CASE("stretches that follow each other stand where the one before ends") {
  const Timeline axis{hours(10)};
  CHECK(drawn(hours(0), hours(3), axis) == "███");
  CHECK(drawn(hours(3), hours(10), axis) == "   ███████");
  CHECK(drawn(hours(3), hours(10), axis, false) == "   #######");
}

TEST_CASE("time past a limit is drawn in another sign") {
  const Timeline axis{hours(10), hours(4), hours(8)};
  CHECK(drawn(hours(0), hours(10), axis) == "████▓▓▓▓░░");
  CHECK(drawn(hours(5), hours(9), axis) == "     ▓▓▓░");
  CHECK(drawn(hours(0), hours(10), {hours(10), {}, hours(8)}) == "████████░░");
  CHECK(drawn(hours(0), hours(10), {hours(10), hours(10), hours(12)}) == "██████████");
}

TEST_CASE("what is short is still seen, what takes no time is a thin line") {
  const Timeline axis{hours(1000)};
  CHECK(drawn(hours(0), hours(1), axis) == "█");
  CHECK(drawn(hours(999), hours(1000), axis) == "         █");
  CHECK(drawn(hours(500), hours(500), axis) == "     ▏");
  CHECK(drawn(hours(1000), hours(1000), axis, false) == "         |");
}

TEST_CASE("on an axis without length nothing is drawn") {
  CHECK(drawn(hours(0), hours(0), {}).empty());
}
