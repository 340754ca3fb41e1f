#include "supply/explanation.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "supply/commitments.hpp"

namespace bcp {

namespace {

class Explaining {
public:
  Explaining(const Plan& plan, const Presence& presence, const std::vector<Source>& sources,
             const Allotment& allotment, ServiceId service)
      : plan_(plan),
        presence_(presence),
        sources_(sources),
        made_(allotment.commitments),
        share_(*std::ranges::find(allotment.services, service, &ServiceShare::service)),
        commitments_(plan, presence, sources) {
    result_.service = service;
    result_.services = allotment.services.size();
    result_.served_before = static_cast<std::size_t>(&share_ - allotment.services.data());
  }

  Explanation run() {
    make_until(share_.before_minimum);
    if (share_.whole_at != share_.at) {
      result_.minimum = limit(up_to_minimum(), share_.at);
      make_own_from(share_.at);
      result_.next = limit(next_step(), share_.at);
    }
    make_until(share_.before_full);
    if (share_.whole_at && !is_full()) {
      result_.full = limit(up_to_full(), *share_.whole_at);
      make_own_from(*share_.whole_at);
      if (!result_.next) result_.next = limit(next_step(), *share_.whole_at);
    }
    make_until(made_.size());
    result_.units = units_of(plan_, presence_, sources_, made_, commitments_, share_.service);
    return std::move(result_);
  }

private:
  using People = std::vector<Count>;  // as the cells of the service

  void make_until(std::size_t count) {
    for (; done_ < count; ++done_) {
      const Commitment& one = made_[done_];
      commitments_.commit({{one.staff, one.people}}, one.from);
    }
  }

  /// The commitments of the service that come next, as far as they begin then.
  void make_own_from(Instant at) {
    std::size_t end = done_;
    while (end < made_.size() && made_[end].service == share_.service && made_[end].from == at)
      ++end;
    make_until(end);
  }

  [[nodiscard]] People got(std::size_t count) const {
    People got(share_.cells.size(), 0);
    for (const Commitment& one : std::span{made_}.first(count)) {
      if (one.service != share_.service) continue;
      const auto cell = std::ranges::find(share_.cells, one.staff, &ServiceShare::Cell::staff);
      got[static_cast<std::size_t>(cell - share_.cells.begin())] += one.people;
    }
    return got;
  }

  [[nodiscard]] bool is_full() const {
    return std::ranges::equal(
        got(made_.size()), share_.cells,
        [](Count people, const ServiceShare::Cell& cell) { return people >= cell.wanted; });
  }

  /// The people who are asked for beyond those committed up to now.
  [[nodiscard]] MorePeople beyond_now(const People& people) const {
    const People now = got(done_);
    MorePeople more;
    for (std::size_t i = 0; i < people.size(); ++i) {
      if (people[i] > now[i]) more[share_.cells[i].staff] = people[i] - now[i];
    }
    return more;
  }

  [[nodiscard]] MorePeople up_to_minimum() const {
    People people;
    for (const ServiceShare::Cell& cell : share_.cells) people.push_back(cell.minimum);
    return beyond_now(people);
  }

  [[nodiscard]] MorePeople up_to_full() const {
    People people;
    for (const ServiceShare::Cell& cell : share_.cells) people.push_back(cell.wanted);
    return beyond_now(people);
  }

  /// Just above the level that the scarcest group allows, ⌈level × wanted⌉ of every group: the least step that was not
  /// feasible.
  [[nodiscard]] MorePeople next_step() const {
    const People now = got(done_);
    Exact level{1};
    for (std::size_t i = 0; i < now.size(); ++i) {
      if (const Count wanted = share_.cells[i].wanted; wanted > 0)
        level = std::min(level, Exact{now[i], wanted});
    }
    People people;
    for (const ServiceShare::Cell& cell : share_.cells) {
      const Count above = static_cast<Count>(floor(level * cell.wanted)) + 1;
      people.push_back(std::min(above, cell.wanted));
    }
    return beyond_now(people);
  }

  [[nodiscard]] Limit limit(const MorePeople& more, Instant by) {
    return limit_of(plan_, presence_, sources_, std::span{made_}.first(done_), commitments_, more,
                    by);
  }

  const Plan& plan_;
  const Presence& presence_;
  const std::vector<Source>& sources_;
  const std::vector<Commitment>& made_;
  const ServiceShare& share_;
  Commitments commitments_;
  std::size_t done_ = 0;  // commitments made again
  Explanation result_;
};

}  // namespace

Explanation explanation(const Plan& plan, const Presence& presence,
                        const std::vector<Source>& sources, const Allotment& allotment,
                        ServiceId service) {
  return Explaining{plan, presence, sources, allotment, service}.run();
}

}  // namespace bcp
