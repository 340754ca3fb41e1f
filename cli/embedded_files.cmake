# cmake -D FOLDER=… -D NAME=… -D OUTPUT=… -P embedded_files.cmake: writes the files under FOLDER into a source whose
# function NAME lists them, byte by byte.
file(GLOB_RECURSE paths LIST_DIRECTORIES false RELATIVE ${FOLDER} ${FOLDER}/*)
list(SORT paths)

set(rows "")
foreach(path IN LISTS paths)
  file(READ ${FOLDER}/${path} bytes HEX)
  string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${bytes}")
  # A literal of many short ones: compilers limit the length of one.
  string(REGEX REPLACE "((\\\\x..)(\\\\x..)?(\\\\x..)?(\\\\x..)?(\\\\x..)?(\\\\x..)?(\\\\x..)?(\\\\x..)?)" "\"\\1\"\n" bytes "${bytes}")
  string(APPEND rows "    EmbeddedFile{\"${path}\"sv, ${bytes}\"\"sv},\n")
endforeach()

file(WRITE ${OUTPUT} "#include <array>

#include \"embedded_files.hpp\"

namespace bcp::cli {

using namespace std::string_view_literals;

std::span<const EmbeddedFile> ${NAME}() {
  static constexpr auto files = std::to_array<EmbeddedFile>({
${rows}  });
  return files;
}

}  // namespace bcp::cli
")
