// On which day does a period end?
#pragma once

#include "plan/values.hpp"

namespace bcp {

/// The day that lies so many steps of the calendar after `day`. Months and years lead to the same day of the month, or to
/// its last one where it is shorter: a month after 31 January is 28 or 29 February.
[[nodiscard]] Date after(Date day, Period period);

}  // namespace bcp
