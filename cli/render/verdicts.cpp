#include "render/verdicts.hpp"

namespace bcp::cli {

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::ok: return "ok";
    case Verdict::late: return "late";
    case Verdict::breach: break;
  }
  return "breach";
}

Text word_of(Verdict verdict, const Service& service) {
  switch (verdict) {
    case Verdict::ok: return tr("in time");
    case Verdict::late: return tr("past RTO");
    case Verdict::breach: break;
  }
  return service.mtpd ? tr("past MTPD") : tr_c("verdict", "never");
}

Ink ink_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::ok: return Ink::none;
    case Verdict::late: return Ink::yellow;
    case Verdict::breach: break;
  }
  return Ink::red;
}

}  // namespace bcp::cli
