// Which lots of units serve which demands?
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "supply/stock.hpp"

namespace bcp {

/// Which lots serve which demands, and what is left of them.
///
/// A demand that grows takes what is left of the lots that reach it, and what others can take from elsewhere instead:
/// augmenting paths, as in a maximum flow. What was tried is undone move by move. A lot that is used up, and whose users
/// cannot turn to another, stays so while demands only grow; searches leave it out.
template <class Amount>
class Serving {
public:
  using Delays = std::vector<std::optional<Seconds>>;  // by source

  /// `delays` by class of access.
  Serving(std::span<const Source> sources, std::vector<Delays> delays, const auto& whole)
      : delays_(std::move(delays)) {
    for (const Source& source : sources) {
      first_lots_.push_back(static_cast<std::uint32_t>(lots_.size()));
      for (const Lot& lot : source.lots) {
        lots_.push_back({lot.ready, whole(lot.units), {}});
        left_ += lots_.back().left;
      }
    }
    first_lots_.push_back(static_cast<std::uint32_t>(lots_.size()));
    is_stuck_.resize(lots_.size());
    was_stuck_ = is_stuck_;
    through_.resize(lots_.size());
  }

  [[nodiscard]] const Amount& left() const { return left_; }

  /// The number of what a class of access demands by an instant.
  std::uint32_t demand(std::uint32_t access, Instant at) {
    const auto fresh = static_cast<std::uint32_t>(demands_.size());
    const auto [known, is_new] = numbers_.try_emplace({access, at}, fresh);
    if (is_new) demands_.push_back({ends_of(access, at), 0, 0});
    return known->second;
  }

  /// Serves so much more of a demand, as far as units reach; how much.
  Amount raise(std::uint32_t demand, const Amount& by) {
    Amount met{0};
    while (met < by) {
      const auto lot = lot_with_units(demand);
      if (!lot) break;
      met += push(demand, *lot, Amount{by - met});
    }
    return met;
  }

  /// Gives units back.
  void lower(std::uint32_t demand, const Amount& by) {
    Amount rest = by;
    for (std::uint32_t lot = 0; lot < lots_.size() && rest > 0; ++lot) {
      const Amount here = std::min(rest, served(lot, demand));
      if (here > 0) move(lot, demand, Amount{-here});
      rest -= here;
    }
    is_stuck_.assign(lots_.size(), false);
  }

  void keep() {
    moves_.clear();
    was_stuck_ = is_stuck_;
  }

  /// Back to what was kept last.
  void undo() {
    while (!moves_.empty()) {
      const Move last = std::move(moves_.back());
      move(last.lot, last.demand, Amount{-last.amount});
      moves_.resize(moves_.size() - 2);
    }
    is_stuck_ = was_stuck_;
  }

private:
  using Share = std::pair<std::uint32_t, Amount>;  // demand and amount
  struct LotOfUnits {
    Instant ready;
    Amount left;
    std::vector<Share> shares;  // by demand, none is 0
  };
  struct Demand {
    std::vector<std::uint32_t> ends;  // by source: its lots up to this one serve the demand
    std::uint32_t seen = 0;           // in which search
    std::uint32_t from = 0;           // through a share of which lot
  };
  struct Move {
    std::uint32_t lot;
    std::uint32_t demand;
    Amount amount;
  };

  [[nodiscard]] std::vector<std::uint32_t> ends_of(std::uint32_t access, Instant at) const {
    std::vector<std::uint32_t> ends;
    for (std::size_t source = 0; source + 1 < first_lots_.size(); ++source) {
      const auto first = lots_.begin() + first_lots_[source];
      const auto last = lots_.begin() + first_lots_[source + 1];
      const auto& delay = delays_[access][source];
      const auto end =
          delay ? std::upper_bound(first, last, at - *delay,
                                   [](Instant by, const LotOfUnits& lot) { return by < lot.ready; })
                : first;
      ends.push_back(static_cast<std::uint32_t>(end - lots_.begin()));
    }
    return ends;
  }

  [[nodiscard]] auto share_of(std::uint32_t lot, std::uint32_t demand) {
    return std::ranges::lower_bound(lots_[lot].shares, demand, {}, &Share::first);
  }

  [[nodiscard]] Amount served(std::uint32_t lot, std::uint32_t demand) {
    const auto share = share_of(lot, demand);
    return share != lots_[lot].shares.end() && share->first == demand ? share->second : Amount{0};
  }

  void move(std::uint32_t lot, std::uint32_t demand, const Amount& amount) {
    auto share = share_of(lot, demand);
    if (share == lots_[lot].shares.end() || share->first != demand)
      share = lots_[lot].shares.insert(share, {demand, 0});
    share->second += amount;
    if (share->second == 0) lots_[lot].shares.erase(share);
    lots_[lot].left -= amount;
    left_ -= amount;
    moves_.push_back({lot, demand, amount});
  }

  /// A lot with units left from which a chain of shares leads to the demand; later lots, of less use to others, first.
  std::optional<std::uint32_t> lot_with_units(std::uint32_t start) {
    ++search_;
    reached_.assign(first_lots_.begin(), first_lots_.end());
    queue_.clear();
    if (const auto lot = reach_from(start)) return lot;
    for (std::size_t head = 0; head < queue_.size(); ++head) {
      for (const Share& share : lots_[queue_[head]].shares) {
        if (demands_[share.first].seen == search_) continue;
        demands_[share.first].from = queue_[head];
        if (const auto lot = reach_from(share.first)) return lot;
      }
    }
    for (const std::uint32_t lot : queue_) is_stuck_[lot] = true;
    return std::nullopt;
  }

  std::optional<std::uint32_t> reach_from(std::uint32_t number) {
    Demand& demand = demands_[number];
    demand.seen = search_;
    for (std::size_t source = 0; source < demand.ends.size(); ++source) {
      for (std::uint32_t lot = demand.ends[source]; lot > reached_[source];) {
        if (is_stuck_[--lot]) continue;
        through_[lot] = number;
        queue_.push_back(lot);
        if (lots_[lot].left > 0) return lot;
      }
      reached_[source] = std::max(reached_[source], demand.ends[source]);
    }
    return std::nullopt;
  }

  /// Hands units on along the chain that the search found; how many.
  Amount push(std::uint32_t start, std::uint32_t lot, const Amount& most) {
    Amount amount = std::min(most, lots_[lot].left);
    for (std::uint32_t at = lot; through_[at] != start; at = demands_[through_[at]].from) {
      amount = std::min(amount, served(demands_[through_[at]].from, through_[at]));
    }
    for (std::uint32_t at = lot; true; at = demands_[through_[at]].from) {
      move(at, through_[at], amount);
      if (through_[at] == start) return amount;
      move(demands_[through_[at]].from, through_[at], Amount{-amount});
    }
  }

  std::vector<Delays> delays_;
  std::vector<std::uint32_t> first_lots_;  // by source, and the number of lots
  std::vector<LotOfUnits> lots_;           // by source, then time
  std::vector<bool> is_stuck_, was_stuck_;
  Amount left_{0};
  std::map<std::pair<std::uint32_t, Instant>, std::uint32_t> numbers_;
  std::vector<Demand> demands_;
  std::vector<Move> moves_;  // since what was kept
  std::uint32_t search_ = 0;
  std::vector<std::uint32_t> through_;  // by lot: the demand by which the search came to it
  std::vector<std::uint32_t> reached_;  // by source
  std::vector<std::uint32_t> queue_;    // of lots
};

}  // namespace bcp
