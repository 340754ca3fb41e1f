#include "people/findings/waivers.hpp"

namespace bcp {

void find_unapproved_waivers(const Plan& plan, Diagnostics& found) {
  for (const Waiver& waiver : plan.waivers) {
    if (!waiver.approved_by.empty()) continue;
    found
        .add(Code::unapproved_waiver, waiver.named,
             tr("nobody has approved the waiver `{waiver}`, so that `{waived}` holds all the same",
                {{"waiver", waiver.id}, {"waived", waiver.waives}}))
        .help = tr("have it approved, and add `approved_by: …`");
  }
}

}  // namespace bcp
