// Which questions do earlier cuts answer already?
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

namespace bcp {

/// So much more, or less, is demanded.
template <class Amount>
struct DemandChange {
  std::uint32_t demand;
  Amount amount;
};

/// Sets of demands that found too little, each with the room that is left among the lots on which they may draw: whoever
/// asks for more than that of them is refused at once, without a search. Where much is scarce nearly every refusal is one
/// of a few cuts' over and over.
///
/// A set holds every demand whose lots are all among the set's. Demands are described by `ends`, of each source the end of
/// the lots that may serve them, and are numbered as they are made; one that is new demands nothing yet.
template <class Amount>
class KnownCuts {
public:
  using Ends = std::vector<std::uint32_t>;
  using Changes = std::span<const DemandChange<Amount>>;

  /// Whether some set has less room than these changes ask for together; O(changes × cuts).
  [[nodiscard]] bool refuse(Changes changes, const auto& ends_of) {
    for (std::size_t i = 0; i < cuts_.size(); ++i) {
      if (growth(cuts_[i], changes, ends_of) <= cuts_[i].room) continue;
      std::rotate(cuts_.begin(), cuts_.begin() + static_cast<std::ptrdiff_t>(i),
                  cuts_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      return true;
    }
    return false;
  }

  /// These changes were asked for and left so much unmet behind the lots up to `ends`. Without them the set has room for
  /// what they asked of it less that.
  void add(Ends ends, const Amount& unmet, Changes changes, const auto& ends_of) {
    Cut cut{std::move(ends), {}, Amount{0}};
    cut.room = growth(cut, changes, ends_of) - unmet;
    cuts_.insert(cuts_.begin(), std::move(cut));
    if (cuts_.size() > most_cuts) cuts_.pop_back();
  }

  /// These changes hold from now on.
  void keep(Changes changes, const auto& ends_of) {
    for (Cut& cut : cuts_) cut.room -= growth(cut, changes, ends_of);
  }

private:
  static constexpr std::size_t most_cuts = 16;

  struct Cut {
    Ends ends;
    std::vector<bool> demands;  // those known when it was last looked at
    Amount room;
  };

  [[nodiscard]] static Amount growth(Cut& cut, Changes changes, const auto& ends_of) {
    Amount growth{0};
    for (const auto& change : changes) {
      while (cut.demands.size() <= change.demand) {
        const Ends& own = ends_of(static_cast<std::uint32_t>(cut.demands.size()));
        cut.demands.push_back(std::ranges::equal(own, cut.ends, std::ranges::less_equal{}));
      }
      if (cut.demands[change.demand]) growth += change.amount;
    }
    return growth;
  }

  std::vector<Cut> cuts_;
};

}  // namespace bcp
