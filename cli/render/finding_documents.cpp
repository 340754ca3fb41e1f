#include "render/finding_documents.hpp"

namespace bcp::cli {

std::string failure_document(std::string_view format, const std::string& message) {
  if (format == "github") return failure_github(message);
  if (format == "sarif") return failure_sarif(message);
  if (format == "junit") return failure_junit(message);
  if (format == "gitlab") return "[]\n";
  return {};
}

}  // namespace bcp::cli
