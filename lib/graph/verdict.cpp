#include "graph/verdict.hpp"

#include <algorithm>

namespace bcp {

Instant beginning(const Plan& plan, const Service& service) {
  return std::max(plan.start, service.from.value_or(plan.start));
}

Limits limits_of(const Plan& plan, const Service& service) {
  const Seconds zero = beginning(plan, service) - plan.start;
  Limits limits;
  if (service.rto) limits.rto = zero + *service.rto;
  if (service.mtpd) limits.mtpd = zero + *service.mtpd;
  return limits;
}

Verdict verdict_of(const Limits& limits, std::optional<Seconds> covered) {
  if (!limits.rto && !limits.mtpd) return Verdict::ok;
  if (!covered || (limits.mtpd && *covered > *limits.mtpd)) return Verdict::breach;
  return limits.rto && *covered > *limits.rto ? Verdict::late : Verdict::ok;
}

}  // namespace bcp
