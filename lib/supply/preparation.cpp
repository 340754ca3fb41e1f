#include "supply/preparation.hpp"

#include <algorithm>
#include <deque>
#include <optional>

namespace bcp {

namespace {

/// Units of one order that were begun together.
struct Batch {
  std::size_t order = 0;
  Count units = 0;
  Seconds left{0};
};

class Preparing {
public:
  Preparing(const Plan& plan, const Presence& presence, TeamId team,
            std::vector<PreparationOrder> orders)
      : presence_(presence),
        team_(team),
        open_(calendars_of(plan, team), plan.zone),
        changes_(presence.changes(team)),
        orders_(std::move(orders)),
        prepared_(orders_.size()),
        now_(plan.start) {}

  std::vector<std::vector<Prepared>> run(std::int64_t& steps_left) {
    for (; steps_left > 0 && is_left(); --steps_left) {
      const auto open = open_.next_open(now_);
      if (!open) break;
      now_ = open->begin;
      const Count size = presence_.present(team_, now_);
      begin_units(size);
      if (pass_waves(size, open->end)) continue;
      if (!work_on(size, open->end)) break;
    }
    return std::move(prepared_);
  }

private:
  static std::vector<const OpeningHours*> calendars_of(const Plan& plan, TeamId team) {
    const auto& calendar = plan.teams[team.value].calendar;
    if (!calendar) return {};
    return {&plan.calendars[calendar->value].hours};
  }

  [[nodiscard]] bool is_left() const {
    return !begun_.empty() || std::ranges::any_of(orders_, [](const PreparationOrder& order) {
      return order.units > 0;
    });
  }

  [[nodiscard]] Count begun_units() const {
    Count units = 0;
    for (const Batch& batch : begun_) units += batch.units;
    return units;
  }

  void begin_units(Count size) {
    Count idle = size - begun_units();
    for (std::size_t i = 0; i < orders_.size() && idle > 0; ++i) {
      PreparationOrder& order = orders_[i];
      if (order.units == 0 || order.at_hand > now_) continue;
      const Count units = std::min(idle, order.units);
      order.units -= units;
      idle -= units;
      begun_.push_back({i, units, order.work});
    }
  }

  /// The next instant at which something may begin or someone comes or goes.
  [[nodiscard]] std::optional<Instant> next_change() const {
    std::optional<Instant> next;
    const auto consider = [&](Instant at) {
      if (at > now_ && (!next || at < *next)) next = at;
    };
    for (const PreparationOrder& order : orders_) {
      if (order.units > 0) consider(order.at_hand);
    }
    const auto change = std::ranges::upper_bound(changes_, now_);
    if (change != changes_.end()) consider(*change);
    return next;
  }

  /// Passes over waves of one order, each of the whole team, as far as nothing else begins or changes between them.
  bool pass_waves(Count size, Instant closing) {
    if (begun_.size() != 1 || begun_.front().units != size) return false;
    PreparationOrder& order = orders_[begun_.front().order];
    if (begun_.front().left != order.work) return false;
    const Instant until = std::min(closing, next_change().value_or(closing));
    const Count waves = std::min<Count>(1 + order.units / size, (until - now_) / order.work);
    if (waves < 2) return false;
    prepared_[begun_.front().order].push_back({now_ + order.work, size, order.work, waves});
    order.units -= (waves - 1) * size;
    now_ += order.work * waves;
    begun_.clear();
    return true;
  }

  /// Lets those begun first go on until a unit is done, something changes or the team goes home; false if nothing ever
  /// will.
  bool work_on(Count size, Instant closing) {
    split_at(size);
    std::optional<Seconds> first_done;
    Count working = 0;
    for (const Batch& batch : begun_) {
      if (working == size) break;
      working += batch.units;
      first_done = first_done ? std::min(*first_done, batch.left) : batch.left;
    }
    const std::optional<Instant> change = next_change();
    if (!first_done) {
      if (!change) return false;
      now_ = *change;
      return true;
    }
    Instant until = std::min(closing, now_ + *first_done);
    if (change) until = std::min(until, *change);
    const Seconds worked = until - now_;
    now_ = until;
    Count left = working;
    for (Batch& batch : begun_) {
      if (left == 0) break;
      left -= batch.units;
      batch.left -= worked;
      if (batch.left == Seconds{0}) finish(batch);
    }
    std::erase_if(begun_, [](const Batch& batch) { return batch.left == Seconds{0}; });
    return true;
  }

  /// Splits the batch of which only some units are worked on by `size` people.
  void split_at(Count size) {
    for (std::size_t i = 0; i < begun_.size(); ++i) {
      if (begun_[i].units <= size) {
        size -= begun_[i].units;
        continue;
      }
      if (size == 0) return;
      const Batch waits{begun_[i].order, begun_[i].units - size, begun_[i].left};
      begun_[i].units = size;
      begun_.insert(begun_.begin() + static_cast<std::ptrdiff_t>(i) + 1, waits);
      return;
    }
  }

  void finish(const Batch& batch) {
    std::vector<Prepared>& prepared = prepared_[batch.order];
    if (!prepared.empty() && prepared.back().times == 1 && prepared.back().at == now_) {
      prepared.back().units += batch.units;
    } else {
      prepared.push_back({now_, batch.units});
    }
  }

  const Presence& presence_;
  TeamId team_;
  OpenTimes open_;
  std::vector<Instant> changes_;
  std::vector<PreparationOrder> orders_;
  std::vector<std::vector<Prepared>> prepared_;
  std::deque<Batch> begun_;  // the earliest begun first
  Instant now_;
};

}  // namespace

std::vector<std::vector<Prepared>> prepare(const Plan& plan, const Presence& presence, TeamId team,
                                           std::vector<PreparationOrder> orders,
                                           std::int64_t& steps_left) {
  return Preparing{plan, presence, team, std::move(orders)}.run(steps_left);
}

}  // namespace bcp
