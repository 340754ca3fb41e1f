#include "render/@snake@_text.hpp"

namespace bcp::cli {

std::string @snake@_text(const Plan&, const Language&, const Style&) { return {}; }

}  // namespace bcp::cli
