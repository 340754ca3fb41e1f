#include "render/critical_documents.hpp"
#include "render/csv.hpp"
#include "render/verdicts.hpp"

namespace bcp::cli {

namespace {

CsvCell seconds(const std::optional<Seconds>& time) {
  if (!time) return std::string{};
  return Whole{time->count()};
}

void add(std::string& list, const std::string& id) { list += (list.empty() ? "" : " ") + id; }

std::string row_of(ServiceId of, const RecoveryView& view) {
  const Service& service = view.service(of);
  const ServiceRecovery& recovery = view.recovery(of);
  std::string path;
  for (const NodeId node : view.result.path_of(recovery)) add(path, node_of(view.plan, node).id);
  std::string workarounds;
  for (const WorkaroundRun& run : recovery.covered_by)
    add(workarounds, service.workarounds[run.workaround].id);
  const std::string tier =
      view.plan.tiers.empty() ? std::string{} : view.plan.tiers[tier_of(view.plan, service).value];
  return csv_row({service.id, tier, seconds(recovery.up), seconds(service.rto),
                  seconds(service.mtpd), seconds(recovery.margin),
                  std::string{name_of(recovery.verdict)}, path, workarounds});
}

}  // namespace

std::string recovery_csv(const RecoveryView& view) {
  std::vector<CsvCell> titles;
  for (const char* title : {"service", "tier", "up_s", "rto_s", "mtpd_s", "margin_s", "verdict",
                            "path", "covered_by"}) {
    titles.emplace_back(std::string{title});
  }
  std::string table = csv_row(titles);
  for (const ServiceId service : view.listed) table += row_of(service, view);
  return table;
}

}  // namespace bcp::cli
