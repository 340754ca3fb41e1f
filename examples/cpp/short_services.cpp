// Which services of a plan fall below their minimum? The library without the command line.
#include <iostream>

#include <bcp/plan/load.hpp>
#include <bcp/source/file_access.hpp>
#include <bcp/supply/gap_report.hpp>

int main(int count, char** words) {
  const auto loaded = bcp::load_plan(count > 1 ? words[1] : "bcp.yaml", bcp::disk_files());
  if (!loaded || !loaded->plan) {
    std::cerr << "no plan without faults of form: ask `bcp validate`\n";
    return 2;
  }
  const bcp::Plan& plan = *loaded->plan;
  const bcp::GapReport report = bcp::gap_report(plan, {});
  for (const bcp::ServiceId service : report.headline.services) {
    std::cout << plan.services[service.value].id << '\n';
  }
  std::cout << report.headline.services.size() << " of " << plan.services.size() << '\n';
}
