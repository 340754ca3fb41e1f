#include "validate/validation.hpp"

#include "validate/suppression.hpp"

namespace bcp {

Diagnostics validation(const LoadedPlan& loaded) {
  Diagnostics found = loaded.found;
  suppress(loaded, {}, found);
  return found;
}

}  // namespace bcp
