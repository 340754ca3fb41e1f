#include "people/findings/overdue.hpp"

#include <string>

#include <fmt/format.h>

#include "plan/entities.hpp"
#include "plan/period.hpp"
#include "plan/places.hpp"

namespace bcp {

namespace {

/// As plans write it: `2020-03-16`.
std::string written(Date day) {
  const std::chrono::year_month_day date{day};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), unsigned{date.month()},
                     unsigned{date.day()});
}

class Overdue {
public:
  Overdue(const Plan& plan, Date as_of, Diagnostics& found)
      : plan_(plan),
        as_of_(as_of),
        found_(found) {}

  void look_at_review(const Entity& entity) {
    if (!entity.review) return;
    const auto due = due_after(entity.review->last, entity.review->every);
    if (!due) return;
    found_
        .add(Code::review_overdue, place_of(entity, {"review", "last"}),
             tr("the review of `{id}` was due on {day}",
                {{"id", entity.id}, {"day", written(*due)}}))
        .help = tr("review it, and write the day under `last`");
  }

  void look_at_exercise(const Exercise& exercise) {
    const auto due = due_after(exercise.last, exercise.every);
    if (!due) return;
    found_
        .add(Code::exercise_overdue, place_of(exercise, {exercise.last ? "last" : "every"}),
             tr("the exercise `{id}` was due on {day}",
                {{"id", exercise.id}, {"day", written(*due)}}))
        .help = tr("hold it, and write the day under `last`");
  }

  void look_at_contract(const Supplier& supplier) {
    if (!supplier.contract || !supplier.contract->ends || *supplier.contract->ends >= as_of_)
      return;
    found_
        .add(Code::contract_ended, place_of(supplier, {"contract", "ends"}),
             tr("the contract with `{id}` ended on {day}",
                {{"id", supplier.id}, {"day", written(*supplier.contract->ends)}}))
        .help = tr("renew it, and write its new end under `ends`");
  }

  void look_at_action(const Action& action) {
    if (!action.due || action.done || *action.due >= as_of_) return;
    found_
        .add(Code::action_overdue, place_of(action, {"due"}),
             tr("the action `{id}` was due on {day}",
                {{"id", action.id}, {"day", written(*action.due)}}))
        .help = tr("finish it and add `done: …` with the day, or write a later `due`");
  }

private:
  /// The day by which it should have happened again, if that has passed.
  [[nodiscard]] std::optional<Date> due_after(std::optional<Date> last, Period every) const {
    if (!last && plan_.approval) last = plan_.approval->on;
    if (!last) return std::nullopt;
    const Date due = after(*last, every);
    return due < as_of_ ? std::optional{due} : std::nullopt;
  }

  const Plan& plan_;
  Date as_of_;
  Diagnostics& found_;
};

}  // namespace

void find_overdue(const Plan& plan, Date as_of, Diagnostics& found) {
  Overdue overdue{plan, as_of, found};
  for_each_entity(plan, [&](const Entity& entity) { overdue.look_at_review(entity); });
  for (const Exercise& exercise : plan.programme) overdue.look_at_exercise(exercise);
  for (const Supplier& supplier : plan.suppliers) overdue.look_at_contract(supplier);
  for (const Action& action : plan.actions) overdue.look_at_action(action);
}

}  // namespace bcp
