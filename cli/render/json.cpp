#include "render/json.hpp"

#include "render/escape.hpp"

namespace bcp::cli {

using nlohmann::ordered_json;

ordered_json json_document(std::string_view command) {
  ordered_json document;
  document["bcp"] = {{"version", BCP_VERSION},
                     {"command", command.empty() ? ordered_json{} : ordered_json(command)},
                     {"schema", 1}};
  return document;
}

ordered_json json_number(const Whole& value) {
  static const Whole largest = Whole{1} << 53;
  if (value > largest || value < -largest) return value.str();
  return static_cast<std::int64_t>(value);
}

ordered_json json_number(const Exact& value) {
  if (boost::multiprecision::denominator(value) == 1)
    return json_number(boost::multiprecision::numerator(value));
  return value.convert_to<double>();
}

ordered_json json_seconds(const std::optional<Seconds>& length) {
  return length ? ordered_json(length->count()) : ordered_json{};
}

std::string json_text(const ordered_json& document) {
  return json_escaped(document.dump(2, ' ', false, ordered_json::error_handler_t::replace)) + '\n';
}

}  // namespace bcp::cli
