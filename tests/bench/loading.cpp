// How long does loading take, beside what yaml-cpp takes for the same bytes? And how long the program, start to exit?
//
// Without arguments for generated plans of 1,000, 10,000 and 100,000 entities, for one of sixty files on one thread and on
// two, and for the program on the reference plan; else for the folders named.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <numeric>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <malloc.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
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

constexpr std::string_view head =
    "bcp: 1\nplan:\n  name: a generated plan\n  timezone: Europe/Paris\n  start: 2026-03-14T08:00\n"
    "tiers: [vital, normal]\nresource_types:\n  laptop: {name: Laptop, unit: each}\n"
    "profiles:\n  teleworker: {remote: true, needs: {laptop: 1}}\n";

/// Five sections, the entities numbered from `begin` to `end` in each of `each` in all, in the proportions that plans have.
std::string sections(std::size_t begin, std::size_t end, std::size_t each) {
  std::ostringstream text;
  text << "infrastructure:\n";
  for (std::size_t i = begin; i < end; ++i) {
    text << "  server-" << i << ":\n    name: {en: Server " << i << ", fr: Serveur " << i
         << "}\n    recovery: " << 1 + i % 9 << "h\n";
    if (i > 0) text << "    requires: [server-" << i / 2 << "]\n";
  }
  text << "applications:\n";
  for (std::size_t i = begin; i < end; ++i) {
    text << "  application-" << i << ":\n    name: Application number " << i
         << "\n    recovery: 45m\n    requires: [server-" << i << ", {any_of: [server-" << i / 2
         << ", server-" << (i + 7) % each << "]}]\n";
  }
  text << "staff:\n";
  for (std::size_t i = begin; i < end; ++i) {
    text << "  group-" << i << ":\n    name: \"Group number " << i
         << "\"\n    headcount: " << 5 + i % 40
         << "\n    profile: teleworker\n    equipped: {laptop: " << i % 5
         << "}\n    assumption: supposed, from what such groups have elsewhere\n";
  }
  text << "equipment:\n";
  for (std::size_t i = begin; i < end; ++i) {
    text << "  stock-" << i << ": {type: laptop, count: " << i % 12 << ", lead_time: " << i % 70
         << "h}\n";
  }
  text << "services:\n";
  for (std::size_t i = begin; i < end; ++i) {
    text << "  service-" << i << ":\n    name: Service number " << i
         << "\n    tier: " << (i % 3 == 0 ? "vital" : "normal") << "\n    rto: " << 4 + i % 60
         << "h\n    mtpd: 5d\n    mbco: 60%\n    requires: [application-" << i
         << "]\n    staff: {group-" << i << ": " << 1 + i % 5 << "}\n";
  }
  return text.str();
}

FileAccess plan_of(std::size_t entities) {
  return bcp::memory_files(
      {{"bcp.yaml", std::string{head} + sections(0, entities / 5, entities / 5)}});
}

FileAccess plan_in_files(std::size_t entities, std::size_t count) {
  std::vector<bcp::MemoryFile> files = {
      {"bcp.yaml", std::string{head} + "include: [\"parts/*.yaml\"]\n"}};
  const std::size_t each = entities / 5;
  for (std::size_t i = 0; i + 1 < count; ++i) {
    files.push_back({fmt::format("parts/{:03}.yaml", i),
                     sections(each * i / (count - 1), each * (i + 1) / (count - 1), each)});
  }
  return bcp::memory_files(std::move(files));
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

bcp::LoadedPlan loaded(const std::string& path, const FileAccess& files, unsigned threads = 1) {
  auto plan = bcp::load_plan(path, files, {.threads = threads});
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
             bytes, plan, events, tree, plan / events, plan / tree,
             memory * 1024 * 1024 / static_cast<double>(bytes));
}

/// One thread and two take turns as well.
void print_threads(const std::string& name, const FileAccess& files) {
  std::vector<double> one;
  std::vector<double> two;
  for (int round = 0; round < 5; ++round) {
    one.push_back(milliseconds([&] { static_cast<void>(loaded("bcp.yaml", files, 1)); }));
    two.push_back(milliseconds([&] { static_cast<void>(loaded("bcp.yaml", files, 2)); }));
  }
  fmt::print("{:<28} {:>10.1f} {:>10.1f} {:>8.2f}\n", name, least(one), least(two),
             least(two) / least(one));
}

/// Runs `bcp`, the program beside this one, and waits for its end.
void run_program(const std::vector<std::string>& words) {
  const std::string program =
      (std::filesystem::read_symlink("/proc/self/exe").parent_path() / "bcp").string();
  std::vector<std::string> all = {program};
  all.insert(all.end(), words.begin(), words.end());
  std::vector<char*> pointers;
  for (std::string& word : all) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (const int stream : {STDOUT_FILENO, STDERR_FILENO})
    posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  if (posix_spawn(&child, program.c_str(), &actions, nullptr, pointers.data(), environ) != 0) {
    fmt::print(stderr, "`{}` cannot be run\n", program);
    std::exit(2);
  }
  int status = 0;
  waitpid(child, &status, 0);
  posix_spawn_file_actions_destroy(&actions);
}

void print_program(const std::string& folder) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
    if (entry.path().extension() == ".yaml") paths.push_back(entry.path().string());
  }
  std::array<std::vector<double>, 3> times;
  for (int round = 0; round < 15; ++round) {
    times[0].push_back(milliseconds([] { run_program({"--help"}); }));
    times[1].push_back(milliseconds([&] { run_program({"gap-report", folder}); }));
    times[2].push_back(milliseconds([&] {
      for (const std::string& path : paths) static_cast<void>(YAML::LoadAllFromFile(path));
    }));
  }
  fmt::print("{:<40} {:>8.1f} ms\n{:<40} {:>8.1f} ms\n{:<40} {:>8.1f} ms\n", "bcp --help",
             least(times[0]), "bcp gap-report " + folder, least(times[1]),
             "its files as trees of nodes", least(times[2]));
}

}  // namespace

int main(int argc, char** argv) {
  fmt::print("{:<28} {:>10} {:>10} {:>10} {:>10} {:>8} {:>8} {:>9}\n", "plan", "bytes", "load ms",
             "events ms", "tree ms", "/events", "/tree", "mem/byte");
  const std::vector<std::string> paths(argv + 1, argv + argc);
  for (const std::string& path : paths) print_row(path, path, bcp::disk_files());
  if (!paths.empty()) return 0;
  for (const std::size_t entities : std::initializer_list<std::size_t>{1'000, 10'000, 100'000})
    print_row(fmt::format("{} entities", entities), "bcp.yaml", plan_of(entities));
  fmt::print("\n{:<28} {:>10} {:>10} {:>8}\n", "plan in files", "1 thread", "2 threads", "2/1");
  print_threads("20000 entities in 60 files", plan_in_files(20'000, 60));
  fmt::print("\n");
  print_program("plans/loire-atlantique");
}
