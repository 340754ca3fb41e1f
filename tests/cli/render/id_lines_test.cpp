#include "render/id_lines.hpp"

#include <ostream>

#include <doctest/doctest.h>

using namespace bcp::cli;

namespace {

const Style narrow{.width = 24};

}  // namespace

TEST_CASE("a chain of causes is broken before an arrow") {
  CHECK(chain_lines({"payments", "accounting", "database"}, 2, narrow) ==
        "  payments ← accounting\n"
        "    ← database\n");
  CHECK(chain_lines({"payments"}, 2, narrow) == "  payments\n");
  CHECK(chain_lines({"a", "b"}, 0, {.width = 24, .unicode = false}) == "a <- b\n");
}

TEST_CASE("an id that is longer than a line is broken, never shortened") {
  CHECK(chain_lines({"payments", "database-cluster-of-the-north"}, 2, narrow) ==
        "  payments\n"
        "    ← database-cluster-\n"
        "of-the-north\n");
}

TEST_CASE("a list of ids counts those past the most that are shown") {
  CHECK(id_lines({"a", "b", "c", "d"}, 2, 2, narrow) == "  a, b, + 2\n");
  CHECK(id_lines({"a", "b"}, 2, 2, narrow) == "  a, b\n");
}

TEST_CASE("items of a list stand whole on one of its lines") {
  CHECK(item_lines({"12 laptops", "7 VPN sessions"}, 2, narrow) ==
        "  12 laptops,\n"
        "  7 VPN sessions\n");
}
