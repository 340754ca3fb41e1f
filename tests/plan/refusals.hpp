// What does the grammar say against a text?
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <variant>

#include <doctest/doctest.h>

#include "plan/grammar.hpp"

namespace bcp::test {

/// The English sentence, with its placeholders filled in.
inline std::string said(const Text& text) {
  std::string sentence{text.msgid};
  for (const NamedArgument& argument : text.arguments) {
    const std::string placeholder = "{" + std::string{argument.name} + "}";
    const auto* word = std::get_if<std::string>(&argument.value);
    const std::string value = word != nullptr ? *word : std::get<Number>(argument.value).digits;
    for (std::size_t at = 0; (at = sentence.find(placeholder, at)) != std::string::npos;
         at += value.size()) {
      sentence.replace(at, placeholder.size(), value);
    }
  }
  return sentence;
}

/// What is said against a text; empty: it is accepted.
template <class Value>
std::string refusal(const grammar::Parsed<Value>& parsed) {
  if (parsed) return {};
  CHECK(parsed.error().arguments.front().name == "text");
  return said(parsed.error());
}

/// A text, and the sentence that refuses it.
struct Refused {
  std::string_view text, sentence;
};

template <class Parse, std::size_t Rows>
void check_refusals(Parse parse, const Refused (&rows)[Rows]) {
  for (const Refused& row : rows) {
    CAPTURE(row.text);
    CHECK(refusal(parse(row.text)) == row.sentence);
  }
}

}  // namespace bcp::test
