#include "run.hpp"

#include <exception>

#include "command_line.hpp"
#include "commands.hpp"
#include "help.hpp"
#include "reply.hpp"

namespace bcp::cli {

namespace {

ExitStatus respond(const std::vector<std::string>& words, const Streams& streams,
                   const CommonOptions& seen) {
  const auto request = read_command_line(words);
  if (!request) {
    const Command* command = request.error().command;
    return Reply{seen, command == nullptr ? std::string_view{} : command->name, streams}.fail(
        request.error().failure);
  }
  if (request->kind == Request::Kind::run) return request->declared.run(streams);

  Reply reply{{.language = seen.language, .colour = seen.colour}, "", streams};
  switch (request->kind) {
    case Request::Kind::version: return reply.answer("bcp " BCP_VERSION "\n");
    case Request::Kind::help:
      return reply.answer(
          request->command == nullptr
              ? program_help(*request->app, reply.language(), reply.style())
              : command_help(*request->app, *request->command, reply.language(), reply.style()));
    default: break;
  }
  if (seen.format == "json") {
    return Reply{seen, "", streams}.fail(
        usage_failure(tr("no command is named"), tr("`bcp` alone lists the commands")));
  }
  static_cast<void>(reply.answer(short_help(reply.language(), reply.style())));
  return ExitStatus::cannot_run;
}

}  // namespace

ExitStatus run(const std::vector<std::string>& words, const Streams& streams) {
  const CommonOptions seen = first_look(words);
  try {
    return respond(words, streams, seen);
  } catch (const std::exception& fault) {
    return Reply{seen, "", streams}.fail(
        {"internal", tr("internal error: {reason}", {{"reason", std::string{fault.what()}}})});
  }
}

}  // namespace bcp::cli
