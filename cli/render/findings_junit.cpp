#include <map>
#include <sstream>
#include <utility>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "render/escape.hpp"
#include "render/finding_documents.hpp"
#include "render/finding_names.hpp"
#include "render/places.hpp"

namespace bcp::cli {

namespace {

/// Text that XML 1.0 takes: what it forbids is shown escaped.
std::string xml_text(std::string_view text) {
  std::string shown = plain(text);
  for (const auto& [forbidden, escaped] :
       {std::pair{std::string_view{"\uFFFE"}, "\\u{fffe}"}, {"\uFFFF", "\\u{ffff}"}}) {
    for (std::size_t at = shown.find(forbidden); at != std::string::npos;
         at = shown.find(forbidden, at))
      shown.replace(at, forbidden.size(), escaped);
  }
  return shown;
}

void set(pugi::xml_node node, const char* name, std::string_view value) {
  node.append_attribute(name).set_value(xml_text(value).c_str());
}

void set(pugi::xml_node node, const char* name, std::size_t value) {
  node.append_attribute(name).set_value(static_cast<unsigned long long>(value));
}

std::string text_of(const pugi::xml_document& document) {
  std::ostringstream text;
  document.save(text, "  ", pugi::format_indent | pugi::format_skip_control_chars,
                pugi::encoding_utf8);
  return text.str();
}

pugi::xml_node begin(pugi::xml_document& document) {
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version").set_value("1.0");
  declaration.append_attribute("encoding").set_value("UTF-8");
  pugi::xml_node suites = document.append_child("testsuites");
  set(suites, "name", "bcp validate");
  return suites;
}

struct CaseCount {
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t errors = 0;
  std::size_t skipped = 0;
};

void set_counts(pugi::xml_node node, const CaseCount& count) {
  set(node, "tests", count.tests);
  set(node, "failures", count.failures);
  set(node, "errors", count.errors);
  set(node, "skipped", count.skipped);
  set(node, "time", "0");
}

pugi::xml_node add_case(pugi::xml_node suite, std::string_view name) {
  pugi::xml_node node = suite.append_child("testcase");
  set(node, "classname", suite.attribute("name").value());
  set(node, "name", name);
  set(node, "time", "0");
  return node;
}

class JunitReport {
public:
  explicit JunitReport(const FindingsList& list)
      : list_(list),
        places_(list.text.files),
        names_(names_of_findings(list)) {}

  std::string text() {
    pugi::xml_document document;
    pugi::xml_node suites = begin(document);
    CaseCount all;
    std::size_t next = 0;
    for (std::uint32_t file = 0; file < list_.text.files.size(); ++file) {
      const std::size_t first = next;
      while (next < list_.all.size() && list_.all[next].at.file == FileId{file}) ++next;
      const bool is_shown = file == 0 || first < next || list_.text.files[FileId{file}].is_file();
      if (!is_shown) continue;  // a `--set` without fault
      const CaseCount count = add_suite(suites, FileId{file}, first, next);
      all.tests += count.tests;
      all.failures += count.failures;
      all.skipped += count.skipped;
    }
    set_counts(suites, all);
    return text_of(document);
  }

private:
  CaseCount add_suite(pugi::xml_node suites, FileId file, std::size_t first, std::size_t last) {
    pugi::xml_node suite = suites.append_child("testsuite");
    const std::string path = path_from_here(list_.text.files[file].name, list_.working_folder);
    set(suite, "name", path);
    CaseCount count;
    for (std::size_t i = first; i < last; ++i) {
      const Diagnostic& found = list_.all[i];
      ++count.tests;
      if (found.is_suppressed()) {
        ++count.skipped;
      } else if (is_failure(found)) {
        ++count.failures;
      }
    }
    count.tests = std::max<std::size_t>(count.tests, 1);
    set_counts(suite, count);
    if (first == last) set(add_case(suite, "well-formed"), "file", path);
    std::map<std::string, std::size_t> seen;
    for (std::size_t i = first; i < last; ++i) {
      std::string name = code_text(list_.all[i].code);
      if (!names_[i].path.empty()) name += ' ' + names_[i].path;
      const std::size_t repetition = ++seen[name];
      if (repetition > 1) name += fmt::format(" ({})", repetition);
      add_finding(add_case(suite, name), path, list_.all[i]);
    }
    return count;
  }

  [[nodiscard]] bool is_failure(const Diagnostic& found) const {
    return found.severity == Severity::error ||
           (list_.is_strict && found.severity == Severity::warning);
  }

  void add_finding(pugi::xml_node node, const std::string& path, const Diagnostic& found) {
    set(node, "file", path);
    set(node, "line", std::size_t{places_.position(found.at.file, found.at.begin).line});
    const std::string message = list_.language.say(found.message);
    if (found.is_suppressed()) {
      set(node.append_child("skipped"), "message", *found.allowed_because);
    } else if (is_failure(found)) {
      pugi::xml_node failure = node.append_child("failure");
      set(failure, "message", message);
      set(failure, "type", code_text(found.code));
      failure.text().set(xml_text_of(found).c_str());
    } else {
      node.append_child("system-out").text().set(xml_text_of(found).c_str());
    }
  }

  /// The finding as a line, and what to do about it. Nothing of it begins a line but the file's name.
  std::string xml_text_of(const Diagnostic& found) {
    std::string line = short_line(found, places_, list_.language);
    line.pop_back();
    if (found.help) line += " — " + list_.language.say(*found.help);
    return xml_text(line);
  }

  const FindingsList& list_;
  Places places_;
  std::vector<FindingName> names_;
};

}  // namespace

std::string findings_junit(const FindingsList& list) { return JunitReport{list}.text(); }

std::string failure_junit(const std::string& message) {
  pugi::xml_document document;
  pugi::xml_node suites = begin(document);
  set_counts(suites, {.tests = 1, .errors = 1});
  pugi::xml_node suite = suites.append_child("testsuite");
  set(suite, "name", "bcp");
  set_counts(suite, {.tests = 1, .errors = 1});
  pugi::xml_node node = add_case(suite, "run");
  set(node.append_child("error"), "message", message);
  return text_of(document);
}

}  // namespace bcp::cli
