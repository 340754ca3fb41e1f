#include "validate/validation.hpp"

#include "validate/suppression.hpp"

namespace bcp {

namespace {

/// What only a day can tell.
const std::vector<Code> of_a_day = {Code::review_overdue, Code::exercise_overdue,
                                    Code::contract_ended, Code::action_overdue};

}  // namespace

Diagnostics validation(const LoadedPlan& loaded, const MeaningOptions& options) {
  Diagnostics found = loaded.found;
  if (loaded.plan) {
    find_faults_of_meaning(*loaded.plan, options, found);
  } else if (loaded.readable) {
    find_contradicting_tolerances(*loaded.readable, found);
  }
  found.sort();
  suppress(loaded, options.as_of ? std::vector<Code>{} : of_a_day, found);
  return found;
}

Diagnostics findings_of_form(const LoadedPlan& loaded) {
  Diagnostics found = loaded.found;
  suppress(loaded, codes_of_meaning(), found);
  return found;
}

}  // namespace bcp
