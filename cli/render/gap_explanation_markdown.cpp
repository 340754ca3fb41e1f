#include "render/gap_explanation_documents.hpp"
#include "render/gap_explanation_sentences.hpp"
#include "render/markdown.hpp"
#include "render/taken_rows.hpp"

namespace bcp::cli {

namespace {

using Row = std::vector<std::string>;

class Document {
public:
  Document(const GapReport& report, const Plan& plan, const Language& language)
      : explanation_(*report.explanation),
        level_(report.services.front()),
        plan_(plan),
        language_(language),
        page_(language) {}

  [[nodiscard]] std::string text() const {
    std::string text = "**" + markdown_text(service_sentence(level_, plan_, language_)) + "**\n\n";
    const std::string later = later_sentence(level_, plan_, language_);
    text += markdown_text(later + (later.empty() ? "" : " ") +
                          turn_sentence(explanation_, plan_, language_)) +
            '\n';
    if (const std::string up = up_again_sentence(level_, plan_, language_); !up.empty())
      text += '\n' + markdown_text(up) + '\n';
    text += limit(explanation_.minimum, tr("What would have to give for its minimum"),
                  tr("What limits its minimum"));
    text += limit(explanation_.full, tr("What would have to give for its full level"),
                  tr("What limits its full level"));
    if (const std::string next = next_sentence(explanation_, plan_, language_); !next.empty())
      text += '\n' + markdown_text(next) + '\n';
    text += people() + units();
    return text;
  }

private:
  [[nodiscard]] std::string time(Instant at) const {
    return language_.time(wall_time(at, plan_.zone));
  }

  [[nodiscard]] std::string limit(const std::optional<Limit>& limit, const Text& give,
                                  const Text& what) const {
    if (!limit || (limit->people.empty() && limit->units.empty())) return {};
    std::string text = page_.heading(give);
    for (const std::string& way : ways_out(*limit, explanation_.service, plan_, language_))
      text += "- " + markdown_text(way) + '\n';
    text += page_.heading(what);
    std::vector<Row> rows;
    for (const PeopleLimit& one : limit->people) add(rows, one);
    for (const UnitsLimit& one : limit->units) add(rows, one);
    return text + markdown_table({page_.column(tr("of")), page_.column(tr("what")),
                                  page_.column(tr("who or where")),
                                  page_.column(tr("amount"), true), page_.column(tr("from"))},
                                 rows);
  }

  void add_row(std::vector<Row>& rows, const std::string& of, const Text& what,
               const std::string& who, const std::string& amount,
               const std::string& from = {}) const {
    rows.push_back({markdown_text(of), page_.say(what), markdown_text(who), amount, from});
  }

  void add_holders(std::vector<Row>& rows, const std::string& of, const Text& what,
                   const std::vector<Holder>& holders) const {
    for (const Holder& holder : holders) {
      add_row(rows, of, what, plan_.services[holder.service.value].id,
              language_.amount(holder.amount));
    }
  }

  void add(std::vector<Row>& rows, const PeopleLimit& limit) const {
    const std::string& of = plan_.staff[limit.staff.value].id;
    add_row(rows, of, tr_c("column", "present"), {}, language_.number(limit.present));
    add_holders(rows, of, tr("at work for"), limit.held);
    add_row(rows, of, tr("asked for"), {}, language_.number(limit.asked));
    add_row(rows, of, tr("missing"), {}, language_.number(limit.missing));
  }

  void add(std::vector<Row>& rows, const UnitsLimit& limit) const {
    const std::string& of = plan_.resource_types[limit.type.value].id;
    for (const SupplySource& source : limit.there) {
      add_row(rows, of, tr("there in time"), id_of(plan_, source.origin),
              language_.amount(source.units), time(source.first));
    }
    add_holders(rows, of, tr("held by"), limit.held);
    add_row(rows, of, tr("asked for"), {}, language_.amount(limit.asked));
    add_row(rows, of, tr("missing"), {}, language_.amount(limit.missing));
    for (const UnitsElsewhere& one : limit.elsewhere) {
      add_row(rows, of, tr("of no use here"), id_of(plan_, one.origin), language_.amount(one.units),
              one.reach ? time(*one.reach) : page_.say(tr("for others only")));
    }
  }

  [[nodiscard]] std::string people() const {
    if (level_.staff.empty()) return {};
    std::vector<Row> rows;
    for (const CellLevel& cell : level_.staff) {
      rows.push_back({markdown_text(plan_.staff[cell.staff.value].id),
                      language_.number(cell.wanted), language_.number(cell.minimum),
                      language_.number(cell.equipped)});
    }
    return page_.heading(tr("Its people by {time}", {{"time", wall_time(level_.at, plan_.zone)}})) +
           markdown_table(
               {page_.column(tr("group")), page_.column(tr("wanted"), true),
                page_.column(tr("minimum"), true), page_.column(tr_c("column", "can work"), true)},
               rows);
  }

  [[nodiscard]] std::string units() const {
    std::vector<Row> rows;
    for (const TakenRow& row : taken_rows(explanation_)) {
      rows.push_back({markdown_text(plan_.resource_types[row.type.value].id),
                      row.origin ? markdown_text(id_of(plan_, *row.origin))
                                 : page_.say(tr_c("column", "in hand")),
                      language_.amount(row.units), row.origin ? time(row.first) : std::string{},
                      row.origin ? time(row.last) : std::string{}});
    }
    if (rows.empty()) return {};
    return page_.heading(tr("What its people work with")) +
           markdown_table({page_.column(tr("type")), page_.column(tr("source")),
                           page_.column(tr("units"), true), page_.column(tr("from")),
                           page_.column(tr("all by"))},
                          rows);
  }

  const Explanation& explanation_;
  const ServiceLevel& level_;
  const Plan& plan_;
  const Language& language_;
  MarkdownPage page_;
};

}  // namespace

std::string explanation_markdown(const GapReport& report, const Plan& plan,
                                 const Language& language) {
  return Document{report, plan, language}.text();
}

}  // namespace bcp::cli
