#include <CLI/CLI.hpp>

#include "commands.hpp"
#include "plan_input.hpp"
#include "render/@snake@_text.hpp"
#include "reply.hpp"

namespace bcp::cli {

namespace {

struct @Pascal@Options {
  CommonOptions common;
  PlanOptions plan;
};

void add(CLI::App& app, @Pascal@Options& options) {
  add_plan_options(app, options.plan);
  add_common_options(app, options.common);
}

ExitStatus run(const @Pascal@Options& options, const Streams& streams) {
  Reply reply{options.common, "@name@", streams};
  const auto plan = read_plan(options.plan, reply);
  if (!plan) return reply.fail(plan.error());
  return reply.answer(@snake@_text(*plan, reply.language(), reply.style()));
}

}  // namespace

Command @snake@_command() {
  return {
      .name = "@name@",
      .summary = tr("…?"),
      .falls_short = {},
      .formats = {"text"},
      .examples = {"bcp @name@ plans/town", "bcp @name@ plans/town --lang fr"},
      .declare = declared_by<@Pascal@Options>(add, run),
  };
}

}  // namespace bcp::cli
