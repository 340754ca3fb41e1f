// How long does a recovery take, beside a topological order of the same edges?
//
// bcp-bench-recovery FILE [REPETITIONS]: the graph of a file, one JSON line.
// bcp-bench-recovery: graphs drawn at random, up to a million nodes, beside Boost.Graph's topological_sort.
#include "graph/recovery.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/topological_sort.hpp>
#include <fmt/format.h>

#include "memory.hpp"

namespace {

using namespace bcp;
using Clock = std::chrono::steady_clock;

/// What one node requires: at least `needed` of these.
struct Group {
  std::uint32_t needed = 0;
  std::uint32_t first =
      0;  ///< of its nodes in `Graph::nodes`; they end where those of the next group begin
};

/// A graph as a file writes it.
struct Graph {
  std::vector<Seconds> recovery;
  std::vector<std::uint32_t> first_group = {0};  // of each node, and the end
  std::vector<Group> groups;                     // and one behind the last
  std::vector<NodeId> nodes;

  void open(std::uint32_t needed) {
    groups.push_back({needed, static_cast<std::uint32_t>(nodes.size())});
  }
  void end_node() { first_group.push_back(static_cast<std::uint32_t>(groups.size())); }
  void end() { open(0); }
};

double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

[[noreturn]] void refuse(const std::string& why) {
  fmt::print(stderr, "bcp-bench-recovery: {}\n", why);
  std::exit(2);
}

/// Reads numbers and signs one after the other.
class Words {
public:
  explicit Words(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

  /// Whether another word stands in this line.
  bool has_word() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\t' || *at_ == '\r')) ++at_;
    return at_ != end_ && *at_ != '\n';
  }
  /// Goes to the next line that is no comment; false at the end.
  bool next_line() {
    while (at_ != end_) {
      if (*at_ != '#' && *at_ != '\n') return true;
      end_line();
    }
    return false;
  }
  void end_line() {
    at_ = std::find(at_, end_, '\n');
    if (at_ != end_) ++at_;
  }
  std::int64_t number() {
    std::int64_t value = 0;
    const auto read = std::from_chars(at_, end_, value);
    if (read.ec != std::errc{}) refuse("a number is missing");
    at_ = read.ptr;
    return value;
  }
  bool take(char sign) {
    if (at_ == end_ || *at_ != sign) return false;
    ++at_;
    return true;
  }

private:
  const char* at_;
  const char* end_;
};

void read_node(Words& words, std::size_t size, Graph& graph) {
  const auto node = [&](std::int64_t number) {
    if (number < 0 || static_cast<std::size_t>(number) >= size)
      refuse(fmt::format("there is no node {}", number));
    return NodeId{static_cast<std::uint32_t>(number)};
  };
  words.has_word();
  graph.recovery.emplace_back(words.number());
  while (words.has_word()) {
    const std::int64_t number = words.number();
    if (!words.take('/')) {
      graph.open(1);
      graph.nodes.push_back(node(number));
      continue;
    }
    graph.open(static_cast<std::uint32_t>(number));
    do {
      graph.nodes.push_back(node(words.number()));
    } while (words.take(','));
  }
  graph.end_node();
}

Graph read_graph(const std::string& path) {
  std::ifstream file{path, std::ios::binary};
  if (!file) refuse(path + " cannot be read");
  const std::string text{std::istreambuf_iterator<char>{file}, {}};
  Words words{text};
  Graph graph;
  if (!words.next_line()) refuse(path + " is empty");
  const auto size = static_cast<std::size_t>(words.number());
  words.end_line();
  while (graph.recovery.size() < size) {
    if (!words.next_line()) refuse(fmt::format("node {} is missing", graph.recovery.size()));
    read_node(words, size, graph);
    words.end_line();
  }
  graph.end();
  return graph;
}

DependencyGraph built(const Graph& graph) {
  GateList list{graph.recovery.size()};
  for (std::uint32_t node = 0; node < graph.recovery.size(); ++node) {
    for (std::uint32_t i = graph.first_group[node]; i < graph.first_group[node + 1]; ++i) {
      const Group& group = graph.groups[i];
      const std::uint32_t end = graph.groups[i + 1].first;
      Gate gate = node;
      if (group.needed != end - group.first) list.add_gate(node, gate = list.open(group.needed));
      for (std::uint32_t k = group.first; k < end; ++k) list.add_node(gate, graph.nodes[k]);
    }
  }
  return DependencyGraph{list};
}

Restart cold_start(const Graph& graph) {
  Restart restart;
  for (const Seconds recovery : graph.recovery) restart.push_back({.recovery = recovery});
  return restart;
}

template <class Work>
double median_of(int repetitions, Work work) {
  std::vector<double> times;
  for (int i = 0; i < repetitions; ++i) {
    const auto begin = Clock::now();
    work();
    times.push_back(seconds_since(begin));
  }
  std::ranges::sort(times);
  return times[times.size() / 2];
}

struct Measured {
  double build = 0;
  double analysis = 0;
  std::int64_t sum = 0;
  std::int64_t max = 0;
};

Measured measured(const Graph& graph, int repetitions) {
  Measured measured;
  const auto begin = Clock::now();
  const DependencyGraph dependencies = built(graph);
  measured.build = seconds_since(begin);
  const Restart restart = cold_start(graph);
  std::optional<Recovery> recovery;
  measured.analysis = median_of(repetitions, [&] { recovery = recover(dependencies, restart); });
  for (std::uint32_t node = 0; node < graph.recovery.size(); ++node) {
    const auto up = recovery->up(NodeId{node});
    if (!up) continue;
    measured.sum += up->count();
    measured.max = std::max<std::int64_t>(measured.max, up->count());
  }
  return measured;
}

void report(const std::string& path, int repetitions) {
  const Graph graph = read_graph(path);
  const Measured of = measured(graph, repetitions);
  fmt::print(
      "{{\"nodes\": {}, \"edges\": {}, \"build_seconds\": {:.6f}, \"seconds\": {:.6f}, "
      "\"sum_up_s\": {}, "
      "\"max_up_s\": {}}}\n",
      graph.recovery.size(), graph.nodes.size(), of.build, of.analysis, of.sum, of.max);
}

struct Shape {
  std::string_view name;
  bool is_shuffled = false;  ///< requirements do not stand before what requires them
  unsigned votes = 0;        ///< percent of the groups that are alternatives or votes of three
  bool has_loops = false;    ///< some edges lead back
};

/// `size` nodes and four edges for each, of recoveries of up to an hour.
Graph drawn(std::uint32_t size, const Shape& shape) {
  std::mt19937 engine{size};
  std::vector<std::uint32_t> number(size);
  for (std::uint32_t i = 0; i < size; ++i) number[i] = i;
  if (shape.is_shuffled) {
    for (std::uint32_t i = size; i > 1; --i) std::swap(number[i - 1], number[engine() % i]);
  }
  std::vector<std::vector<std::uint32_t>> targets(size);
  for (std::uint32_t i = 1; i < size; ++i) {
    const bool leads_back = shape.has_loops && engine() % 1000 == 0;
    for (int k = 0; k < 4; ++k)
      targets[number[i]].push_back(number[leads_back && k == 0 ? engine() % size : engine() % i]);
  }
  Graph graph;
  for (std::uint32_t node = 0; node < size; ++node) {
    graph.recovery.emplace_back(engine() % 3600);
    const auto& of_node = targets[node];
    std::size_t next = 0;
    if (of_node.size() == 4 && engine() % 100 < shape.votes) {
      graph.open(1 + engine() % 2);
      for (; next < 3; ++next) graph.nodes.push_back(NodeId{of_node[next]});
    }
    for (; next < of_node.size(); ++next) {
      graph.open(1);
      graph.nodes.push_back(NodeId{of_node[next]});
    }
    graph.end_node();
  }
  graph.end();
  return graph;
}

using BoostGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

struct Sorted {
  double build = 0;
  double sort = 0;  ///< 0: there is a loop, so that there is no order
};

Sorted sorted_by_boost(const Graph& graph, bool has_loops) {
  Sorted sorted;
  const auto begin = Clock::now();
  BoostGraph edges(graph.recovery.size());
  for (std::uint32_t node = 0; node < graph.recovery.size(); ++node) {
    const std::uint32_t end = graph.groups[graph.first_group[node + 1]].first;
    for (std::uint32_t k = graph.groups[graph.first_group[node]].first; k < end; ++k)
      boost::add_edge(node, graph.nodes[k].value, edges);
  }
  sorted.build = seconds_since(begin);
  if (has_loops) return sorted;
  sorted.sort = median_of(3, [&] {
    std::vector<BoostGraph::vertex_descriptor> order;
    order.reserve(graph.recovery.size());
    boost::topological_sort(edges, std::back_inserter(order));
  });
  return sorted;
}

void print_row(const Shape& shape, std::uint32_t size) {
  const Graph graph = drawn(size, shape);
  const Sorted boost = sorted_by_boost(graph, shape.has_loops);
  const Measured of = measured(graph, 3);
  const auto ratio = [](double one, double other) {
    return other > 0 ? fmt::format("{:.2f}", one / other) : std::string{"-"};
  };
  fmt::print("{:<22} {:>9} {:>9} {:>9.3f} {:>9.3f} {:>9.3f} {:>9.3f} {:>9} {:>9}\n", shape.name,
             size, graph.nodes.size(), of.build, of.analysis, boost.build, boost.sort,
             ratio(of.analysis, boost.sort),
             ratio(of.build + of.analysis, boost.sort > 0 ? boost.build + boost.sort : 0));
}

void print_table() {
  fmt::print("{:<22} {:>9} {:>9} {:>9} {:>9} {:>9} {:>9} {:>9} {:>9}\n", "graph", "nodes", "edges",
             "build s", "solve s", "b. build", "b. sort", "solve/s.", "all/all");
  const Shape shapes[] = {
      {.name = "in order"},
      {.name = "shuffled", .is_shuffled = true},
      {.name = "shuffled, votes", .is_shuffled = true, .votes = 30},
      {.name = "shuffled, votes, loops", .is_shuffled = true, .votes = 30, .has_loops = true}};
  for (const Shape& shape : shapes) {
    for (const std::uint32_t size : {125'000U, 250'000U, 500'000U, 1'000'000U})
      print_row(shape, size);
  }
  fmt::print("peak memory {:.0f} MiB\n", bench::peak_memory());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    print_table();
    return 0;
  }
  const int repetitions = argc > 2 ? std::atoi(argv[2]) : 5;
  if (repetitions < 1) refuse("REPETITIONS is a whole number from 1 on");
  report(argv[1], repetitions);
  return 0;
}
