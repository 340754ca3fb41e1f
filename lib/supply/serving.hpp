// Which lots of units serve which demands?
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
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
/// cannot turn to another, stays so while demands only grow; searches leave it out. `Amount` is any exact whole number.
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
        ready_.emplace_back(lot.ready, lots_.back().left);
      }
    }
    std::ranges::stable_sort(ready_, {}, &Ready::first);
    Amount so_far{0};
    for (Ready& one : ready_) one.second = so_far += one.second;
    first_lots_.push_back(static_cast<std::uint32_t>(lots_.size()));
    is_stuck_.resize(lots_.size());
    was_stuck_ = is_stuck_;
    through_.resize(lots_.size());
  }

  [[nodiscard]] const Amount& left() const { return left_; }

  /// What all lots hold that are ready by then, whoever is served.
  [[nodiscard]] Amount ready_by(Instant by) const {
    const auto later = std::ranges::upper_bound(ready_, by, {}, &Ready::first);
    return later == ready_.begin() ? Amount{0} : std::prev(later)->second;
  }

  /// The number of what a class of access demands by an instant.
  std::uint32_t demand(std::uint32_t access, Instant at) {
    const auto fresh = static_cast<std::uint32_t>(demands_.size());
    const auto [known, is_new] = numbers_.try_emplace({access, at}, fresh);
    if (is_new) demands_.push_back({ends_of(access, at)});
    return known->second;
  }

  /// Of each source, which of all lots is the first that comes too late for a demand.
  [[nodiscard]] const std::vector<std::uint32_t>& ends(std::uint32_t demand) const {
    return demands_[demand].ends;
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

  /// What limits a greatest serving in which these demands are not wholly met: all demands that draw, perhaps over
  /// several others, on the same lots as they do, and those lots, of each source the first so many. Together they demand
  /// what the lots hold and what is unmet; a unit more in any of the lots meets one more. O(lots + shares).
  struct Cut {
    std::vector<bool> demands;
    std::vector<std::uint32_t> lots;
    std::vector<std::uint32_t> ends;  ///< the same lots, as `ends`
  };
  [[nodiscard]] Cut cut_behind(std::vector<std::uint32_t> unmet) const {
    Cut cut{std::vector<bool>(demands_.size()), {}, {}};
    std::vector<std::uint32_t> ends(first_lots_.begin(), first_lots_.end() - 1);
    for (const std::uint32_t demand : unmet) cut.demands[demand] = true;
    for (std::size_t head = 0; head < unmet.size(); ++head) {
      const std::vector<std::uint32_t> own_ends = demands_[unmet[head]].ends;
      for (std::size_t source = 0; source < ends.size(); ++source) {
        for (; ends[source] < own_ends[source]; ++ends[source]) {
          for (const auto& [demand, amount] : lots_[ends[source]].shares) {
            if (cut.demands[demand]) continue;
            cut.demands[demand] = true;
            unmet.push_back(demand);
          }
        }
      }
    }
    for (std::size_t source = 0; source < ends.size(); ++source)
      cut.lots.push_back(ends[source] - first_lots_[source]);
    cut.ends = std::move(ends);
    return cut;
  }

  /// Has a demand draw on the earliest lots, those of one time in the order of the sources, as far as all others stay
  /// served and those for whom this was asked before keep what they have.
  void draw_early(std::uint32_t demand) {
    std::vector<std::uint32_t> order = lots_for(demand);
    while (!order.empty() && served(order.back(), demand) == 0) order.pop_back();
    for (std::size_t first = 0; first < order.size(); ++first) {
      while (first + 1 < order.size() && take_over(demand, std::span{order}.subspan(first))) {
        while (served(order.back(), demand) == 0) order.pop_back();
      }
    }
    demands_[demand].is_settled = true;
    settled_.push_back(demand);
  }

  /// The lots that serve a demand, by time, then source, and how much each: source and position in it.
  struct Served {
    std::uint32_t source;
    std::uint32_t lot;
    Amount amount;
  };
  [[nodiscard]] std::vector<Served> served_to(std::uint32_t demand) {
    std::vector<Served> all;
    for (const std::uint32_t lot : lots_for(demand)) {
      Amount amount = served(lot, demand);
      if (amount == 0) continue;
      const auto after = std::ranges::upper_bound(first_lots_, lot);
      const auto source = static_cast<std::uint32_t>(after - first_lots_.begin() - 1);
      all.push_back({source, lot - first_lots_[source], std::move(amount)});
    }
    return all;
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
    for (const std::uint32_t demand : settled_) demands_[demand].is_settled = false;
    settled_.clear();
  }

private:
  using Ready = std::pair<Instant, Amount>;
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
    bool is_settled = false;          // keeps the lots it has
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

  /// By time, then source.
  [[nodiscard]] std::vector<std::uint32_t> lots_for(std::uint32_t demand) const {
    std::vector<std::uint32_t> lots;
    for (std::size_t source = 0; source + 1 < first_lots_.size(); ++source) {
      for (std::uint32_t lot = first_lots_[source]; lot < demands_[demand].ends[source]; ++lot)
        lots.push_back(lot);
    }
    std::ranges::stable_sort(lots, {}, [&](std::uint32_t lot) { return lots_[lot].ready; });
    return lots;
  }

  /// Brings some of what the demand draws on later lots of `order`, on the last of which it draws, to its first one;
  /// false: others need all of that.
  bool take_over(std::uint32_t demand, std::span<const std::uint32_t> order) {
    ++search_;
    demands_[demand].seen = search_;
    const auto may_end = [&](std::uint32_t lot) {
      if (lots_[lot].left > 0) return true;
      return std::ranges::find(order.subspan(1), lot) != order.end() && served(lot, demand) > 0;
    };
    std::vector<bool> is_reached(lots_.size());
    queue_.assign(1, order.front());
    is_reached[order.front()] = true;
    for (std::size_t head = 0; head < queue_.size(); ++head) {
      if (may_end(queue_[head])) {
        hand_over(demand, order, queue_[head]);
        return true;
      }
      for (const Share& share : lots_[queue_[head]].shares) {
        Demand& other = demands_[share.first];
        if (other.is_settled || other.seen == search_) continue;
        other.seen = search_;
        other.from = queue_[head];
        for (std::size_t source = 0; source < other.ends.size(); ++source) {
          for (std::uint32_t lot = first_lots_[source]; lot < other.ends[source]; ++lot) {
            if (is_reached[lot]) continue;
            is_reached[lot] = true;
            through_[lot] = share.first;
            queue_.push_back(lot);
          }
        }
      }
    }
    return false;
  }

  /// Along the chain that the search found from the first lot of `order` to `end`.
  void hand_over(std::uint32_t demand, std::span<const std::uint32_t> order, std::uint32_t end) {
    const std::uint32_t later = lots_[end].left > 0 ? order.back() : end;
    Amount amount = served(later, demand);
    if (lots_[end].left > 0) amount = std::min(amount, lots_[end].left);
    for (std::uint32_t at = end; at != order.front(); at = demands_[through_[at]].from)
      amount = std::min(amount, served(demands_[through_[at]].from, through_[at]));
    for (std::uint32_t at = end; at != order.front();) {
      const std::uint32_t before = demands_[through_[at]].from;
      move(at, through_[at], amount);
      move(before, through_[at], Amount{-amount});
      at = before;
    }
    move(later, demand, Amount{-amount});
    move(order.front(), demand, amount);
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
  std::vector<Ready> ready_;  // by time: what is there up to then
  std::map<std::pair<std::uint32_t, Instant>, std::uint32_t> numbers_;
  std::vector<Demand> demands_;
  std::vector<Move> moves_;             // since what was kept
  std::vector<std::uint32_t> settled_;  // demands, since then
  std::uint32_t search_ = 0;
  std::vector<std::uint32_t> through_;  // by lot: the demand by which the search came to it
  std::vector<std::uint32_t> reached_;  // by source
  std::vector<std::uint32_t> queue_;    // of lots
};

}  // namespace bcp
