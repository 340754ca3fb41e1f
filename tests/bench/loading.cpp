// How long does loading take, beside what yaml-cpp takes for the same bytes?
//
// Without arguments for generated plans of 1,000, 10,000 and 100,000 entities, else for the folders named.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <numeric>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <malloc.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include "memory.hpp"
#include "plan/load.hpp"

namespace {

using bcp::FileAccess;

/// Takes the events of the library's parser, and keeps nothing.
struct NoEvents : YAML::EventHandler {
  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& /*mark*/, YAML::anchor_t /*anchor*/) override {}
  void OnAlias(const YAML::Mark& /*mark*/, YAML::anchor_t /*anchor*/) override {}
  void OnScalar(const YAML::Mark& /*mark*/, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                const std::string& /*value*/) override {}
  void OnSequenceStart(const YAML::Mark& /*mark*/, const std::string& /*tag*/,
                       YAML::anchor_t /*anchor*/, YAML::EmitterStyle::value /*style*/) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark& /*mark*/, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                  YAML::EmitterStyle::value /*style*/) override {}
  void OnMapEnd() override {}
};

/// A plan with as many entities, of the kinds and in the proportions that plans have.
std::string plan_of(std::size_t entities) {
  std::ostringstream text;
  text << "bcp: 1\nplan:\n  name: a generated plan\n  timezone: Europe/Paris\n"
          "  start: 2026-03-14T08:00\n"
          "tiers: [vital, normal]\nresource_types:\n  laptop: {name: Laptop, unit: each}\n"
          "profiles:\n  teleworker: {remote: true, needs: {laptop: 1}}\n";
  const std::size_t each = std::max<std::size_t>(1, entities / 5);
  text << "infrastructure:\n";
  for (std::size_t i = 0; i < each; ++i) {
    text << "  server-" << i << ":\n    name: {en: Server " << i << ", fr: Serveur " << i
         << "}\n    recovery: " << 1 + i % 9 << "h\n";
    if (i > 0) text << "    requires: [server-" << i / 2 << "]\n";
  }
  text << "applications:\n";
  for (std::size_t i = 0; i < each; ++i) {
    text << "  application-" << i << ":\n    name: Application number " << i
         << "\n    recovery: 45m\n    requires: [server-" << i << ", {any_of: [server-" << i / 2
         << ", server-" << (i + 7) % each << "]}]\n";
  }
  text << "staff:\n";
  for (std::size_t i = 0; i < each; ++i) {
    text << "  group-" << i << ":\n    name: \"Group number " << i
         << "\"\n    headcount: " << 5 + i % 40
         << "\n    profile: teleworker\n    equipped: {laptop: " << i % 5
         << "}\n    assumption: supposed, from what such groups have elsewhere\n";
  }
  text << "equipment:\n";
  for (std::size_t i = 0; i < each; ++i) {
    text << "  stock-" << i << ": {type: laptop, count: " << i % 12 << ", lead_time: " << i % 70
         << "h}\n";
  }
  text << "services:\n";
  for (std::size_t i = 0; i < each; ++i) {
    text << "  service-" << i << ":\n    name: Service number " << i
         << "\n    tier: " << (i % 3 == 0 ? "vital" : "normal") << "\n    rto: " << 4 + i % 60
         << "h\n    mtpd: 5d\n    mbco: 60%\n    requires: [application-" << i
         << "]\n    staff: {group-" << i << ": " << 1 + i % 5 << "}\n";
  }
  return text.str();
}

template <class Work>
double milliseconds(Work work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
      .count();
}

struct Columns {
  std::vector<double> plan, events, tree;
};

double least(const std::vector<double>& times) { return *std::ranges::min_element(times); }

bcp::LoadedPlan loaded(const std::string& path, const FileAccess& files) {
  auto plan = bcp::load_plan(path, files, {.threads = 1});
  if (plan && plan->plan) return std::move(*plan);
  fmt::print(stderr, "the plan `{}` cannot be loaded\n", path);
  std::exit(2);
}

/// The three take turns, so that a busy machine slows all of them down alike.
void print_row(const std::string& name, const std::string& path, const FileAccess& files) {
  std::vector<std::string> texts;
  {
    const bcp::LoadedPlan plan = loaded(path, files);
    for (std::size_t i = 0; i < plan.text->files.size(); ++i) {
      texts.push_back(plan.text->files[bcp::FileId{static_cast<std::uint32_t>(i)}].text);
    }
  }
  const auto bytes = std::transform_reduce(texts.begin(), texts.end(), std::size_t{0}, std::plus{},
                                           [](const std::string& text) { return text.size(); });
  malloc_trim(0);
  bcp::bench::forget_peak();
  const double before = bcp::bench::peak_memory();
  static_cast<void>(loaded(path, files));
  const double memory = bcp::bench::peak_memory() - before;
  Columns times;
  const int rounds = bytes > 1'000'000 ? 3 : 9;
  for (int round = 0; round < rounds; ++round) {
    times.plan.push_back(milliseconds([&] { static_cast<void>(loaded(path, files)); }));
    times.events.push_back(milliseconds([&] {
      for (const std::string& text : texts) {
        std::istringstream stream{text};
        YAML::Parser parser{stream};
        NoEvents events;
        while (parser.HandleNextDocument(events)) continue;
      }
    }));
    times.tree.push_back(milliseconds([&] {
      for (const std::string& text : texts) static_cast<void>(YAML::LoadAll(text));
    }));
  }
  const double plan = least(times.plan);
  const double events = least(times.events);
  const double tree = least(times.tree);
  fmt::print("{:<28} {:>10} {:>10.1f} {:>10.1f} {:>10.1f} {:>8.2f} {:>8.2f} {:>9.1f}\n", name,
             bytes, plan, events, tree, plan / events, plan / tree, memory);
}

}  // namespace

int main(int argc, char** argv) {
  fmt::print("{:<28} {:>10} {:>10} {:>10} {:>10} {:>8} {:>8} {:>9}\n", "plan", "bytes", "load ms",
             "events ms", "tree ms", "/events", "/tree", "peak MiB");
  const std::vector<std::string> paths(argv + 1, argv + argc);
  for (const std::string& path : paths) print_row(path, path, bcp::disk_files());
  if (!paths.empty()) return 0;
  for (const std::size_t entities : std::initializer_list<std::size_t>{1'000, 10'000, 100'000}) {
    const FileAccess files = bcp::memory_files({{"bcp.yaml", plan_of(entities)}});
    print_row(fmt::format("{} entities", entities), "bcp.yaml", files);
  }
}
