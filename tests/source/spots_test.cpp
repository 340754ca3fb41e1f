#include "source/spots.hpp"

#include <ostream>

#include <doctest/doctest.h>

#include "source/reading.hpp"

using namespace bcp;
using bcp::test::Reading;

namespace {

/// The spots of all places that `@` would mark, were it there: of these words, in the order of the text.
std::vector<Spot> spots_of(const Reading& reading, const std::vector<std::string>& words) {
  std::vector<std::uint32_t> offsets;
  for (const std::string& word : words)
    offsets.push_back(static_cast<std::uint32_t>(reading.text.find(word)));
  return spots(*reading.document, offsets);
}

}  // namespace

TEST_CASE("a place stands under the keys that lead to it") {
  const Reading reading{"services:\n  pay:\n    rto: 1d\n    requires: [app, {any_of: [one]}]\n"};
  const auto found = spots_of(reading, {"services", "pay", "rto", "1d", "app", "any_of", "one"});
  CHECK(found[0].path == "services");
  CHECK(found[1].path == "services.pay");
  CHECK(found[2].path == "services.pay.rto");
  CHECK(found[3].path == "services.pay.rto");
  CHECK(found[4].path == "services.pay.requires");
  CHECK(found[5].path == "services.pay.requires.any_of");
  CHECK(found[6].path == "services.pay.requires.any_of");
}

TEST_CASE("a key is told from a value, and both from what is around them") {
  const Reading reading{"a: {b: c}\n"};
  const auto found = spots_of(reading, {"a", "b", "c"});
  CHECK(found[0].is_key);
  CHECK(found[1].is_key);
  CHECK_FALSE(found[2].is_key);
  CHECK(found[1].parent == found[2].parent);
  CHECK(reading.document->nodes[found[1].parent].shape == Shape::mapping);
}

TEST_CASE("two places at once have the same spot, and a place behind the last value that value's") {
  const Reading reading{"a: 1\nb: 2\n"};
  const std::vector<std::uint32_t> offsets = {3, 3, 9};
  const auto found = spots(*reading.document, offsets);
  CHECK(found[0].path == "a");
  CHECK(found[1].path == "a");
  CHECK(found[2].path == "b");
}

TEST_CASE("a path stays short whatever the keys are") {
  std::string text;
  for (int level = 0; level < 20; ++level)
    text += std::string(static_cast<std::size_t>(level), ' ') + std::string(900, 'k') + ":\n";
  const Reading reading{text + std::string(20, ' ') + "end: 1\n"};
  CHECK(spots_of(reading, {"end"}).front().path.size() < 1'100);
}

TEST_CASE("an empty document has spots without a path") {
  const Reading reading{"# nothing\n"};
  const std::vector<std::uint32_t> offsets = {0, 5};
  CHECK(spots(*reading.document, offsets).size() == 2);
}
