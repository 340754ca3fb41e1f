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

Text word_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::ok: return tr("in time");
    case Verdict::late: return tr_c("verdict", "late");
    case Verdict::breach: break;
  }
  return tr_c("verdict", "breach");
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
