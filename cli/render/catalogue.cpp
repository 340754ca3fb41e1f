#include "render/catalogue.hpp"

#include <locale>
#include <vector>

#include <boost/locale.hpp>
#include <boost/locale/gnu_gettext.hpp>

// The linker makes these two out of fr.mo.
extern const char catalogue_begin[] asm("_binary_fr_mo_start");
extern const char catalogue_end[] asm("_binary_fr_mo_end");

namespace bcp::cli {

namespace {

std::locale french_sentences() {
  boost::locale::gnu_gettext::messages_info catalogue;
  catalogue.language = "fr";
  catalogue.encoding = "UTF-8";
  catalogue.paths = {""};
  catalogue.domains = {boost::locale::gnu_gettext::messages_info::domain{"bcp"}};
  catalogue.callback = [](const std::string& path, const std::string&) {
    return path == "/fr/LC_MESSAGES/bcp.mo" ? std::vector<char>{catalogue_begin, catalogue_end}
                                            : std::vector<char>{};
  };
  return {std::locale::classic(),
          boost::locale::gnu_gettext::create_messages_facet<char>(catalogue)};
}

}  // namespace

std::string in_french(const Text& text) {
  static const std::locale french = french_sentences();
  const std::string context{text.context};
  const std::string one{text.msgid};
  if (text.plural.empty()) {
    return context.empty() ? boost::locale::translate(one).str(french)
                           : boost::locale::translate(context, one).str(french);
  }
  // The plural rule takes an int; which form it chooses does not depend on what is above a million.
  const int count = static_cast<int>(text.count < 1'000'000 ? text.count : 1'000'000);
  return boost::locale::translate(one, std::string{text.plural}, count).str(french);
}

std::string in_english(const Text& text) {
  return std::string{text.plural.empty() || text.count == 1 ? text.msgid : text.plural};
}

}  // namespace bcp::cli
