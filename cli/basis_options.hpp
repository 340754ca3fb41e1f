// By which of a recovery's numbers does the reader want to count?
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "graph/basis.hpp"
#include "reply.hpp"

namespace CLI {
class App;
}  // namespace CLI

namespace bcp::cli {

/// `--estimate` and `--believe`. Empty: not given.
struct BasisOptions {
  std::string estimate;
  std::string believe;
};

void add_basis_options(CLI::App& app, BasisOptions& options);

/// `likely` and `promised` where nothing is said.
[[nodiscard]] tl::expected<RecoveryBasis, Failure> basis_of(const BasisOptions& options);

}  // namespace bcp::cli
