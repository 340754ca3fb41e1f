// The process, and nothing else.
#include <csignal>

#include "process.hpp"
#include "run.hpp"

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  const bcp::cli::Streams streams = bcp::cli::process_streams();
  return static_cast<int>(bcp::cli::run({argv + (argc > 0 ? 1 : 0), argv + argc}, streams));
}
