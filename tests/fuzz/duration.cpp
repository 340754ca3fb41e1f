// Do the grammars of times, lengths and numbers stand whatever text they are given?
#include <chrono>
#include <string_view>

#include "fuzz/targets.hpp"
#include "plan/grammar.hpp"

namespace bcp::fuzz {

namespace {

constexpr Seconds ten_thousand_years = std::chrono::years{10'000};

/// What is read lies within bounds; what is not is said to be wrong.
template <class Value, class Holds>
void check(const grammar::Parsed<Value>& parsed, Holds holds) {
  demand(parsed ? holds(*parsed) : !parsed.error().msgid.empty());
}

bool is_length(Seconds seconds) { return seconds >= Seconds{0} && seconds <= ten_thousand_years; }

bool is_exact(const Decimal& decimal) { return decimal.digits >= 0 && decimal.places <= 18; }

}  // namespace

void duration(std::string_view bytes) {
  check(grammar::duration(bytes), is_length);
  check(grammar::lag(bytes), [](Seconds lag) { return is_length(lag) || is_length(-lag); });
  for (const Seconds person_day : {Seconds{1}, Seconds{8 * 3600}, Seconds{100 * 3600}}) {
    check(grammar::effort(bytes, person_day), is_length);
  }
  check(grammar::period(bytes), [](const Period& period) { return period.count > 0; });
  check(grammar::date(bytes), [](Date) { return true; });
  check(grammar::instant(bytes), [](const grammar::InstantText&) { return true; });
  demand(!grammar::instant(bytes) || grammar::is_like_instant(bytes));
  check(grammar::money(bytes), [](const Money& money) { return is_exact(money.value); });
  check(grammar::ratio(bytes), [](const Ratio& ratio) { return is_exact(ratio.value); });
  for (const std::string_view unit : {"", "Mbps", "h", "%"}) {
    check(grammar::quantity(bytes, unit), [](const Quantity& q) { return is_exact(q.value); });
  }
  check(grammar::count(bytes), [](Count count) { return count >= 0; });
  check(grammar::share_or_count(bytes), [](const ShareOrCount&) { return true; });
  if (grammar::is_id(bytes)) demand(!bytes.empty() && bytes.size() <= 100);
}

}  // namespace bcp::fuzz
