#include "validate/meaning.hpp"

#include "graph/findings/tolerances.hpp"

namespace bcp {

void find_faults_of_meaning(const Plan& plan, const MeaningOptions& /*options*/,
                            Diagnostics& found) {
  find_rtos_above_mtpd(plan, found);
  find_mtpds_past_intolerable(plan, found);
  find_workarounds_below_mbco(plan, found);
}

}  // namespace bcp
