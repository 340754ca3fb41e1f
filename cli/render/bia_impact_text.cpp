#include <algorithm>
#include <array>
#include <optional>

#include "render/bia_rows.hpp"
#include "render/bia_text.hpp"
#include "render/escape.hpp"
#include "render/names.hpp"
#include "render/sections.hpp"
#include "render/table.hpp"
#include "render/time_axis.hpp"
#include "render/width.hpp"

namespace bcp::cli {

namespace {

constexpr std::size_t id_width = 28;
constexpr std::size_t narrow_id_width = 14;
constexpr std::size_t category_width = 14;
constexpr std::size_t margins = 2 + 2 + 2;  // before the id, and between the columns

/// How levels of impact look: shades where there are few, digits where there are many.
class Marks {
public:
  Marks(std::vector<std::string> levels, const Plan& plan, const Style& style)
      : levels_(std::move(levels)),
        style_(style) {
    if (!plan.impact_scale) return;
    const auto found = std::ranges::find(levels_, plan.impact_scale->intolerable);
    if (found != levels_.end()) intolerable_ = static_cast<std::size_t>(found - levels_.begin());
  }

  [[nodiscard]] Piece none() const { return {style_.unicode ? "·" : ".", Ink::faint}; }
  [[nodiscard]] Piece mtpd() const { return {style_.unicode ? "┃" : "|", Ink::strong}; }
  [[nodiscard]] Piece of(const std::string& level) const {
    return of(static_cast<std::size_t>(std::ranges::find(levels_, level) - levels_.begin()));
  }

  [[nodiscard]] std::string legend(const Language& language) const {
    std::string legend;
    const auto add = [&](const Piece& mark, const std::string& meaning) {
      if (!legend.empty()) legend += "  ";
      legend += painted(mark.text, mark.ink, style_) + "\u00a0" + meaning;
    };
    add(none(), language.say(tr_c("impact", "none")));
    for (std::size_t i = 0; i < levels_.size(); ++i) {
      add(of(i), intolerable_ == i
                     ? language.say(tr("{level} (intolerable)", {{"level", levels_[i]}}))
                     : plain(levels_[i]));
    }
    add(mtpd(), "MTPD");
    return legend;
  }

private:
  [[nodiscard]] Piece of(std::size_t level) const {
    const Ink ink = intolerable_ && level >= *intolerable_ ? Ink::red : Ink::yellow;
    static constexpr std::array<std::array<const char*, 4>, 5> shades = {
        {{}, {"█"}, {"░", "█"}, {"░", "▓", "█"}, {"░", "▒", "▓", "█"}}};
    if (style_.unicode && levels_.size() < shades.size())
      return {shades[levels_.size()][level], ink};
    return {level < 9 ? std::to_string(level + 1) : "9", ink};
  }

  std::vector<std::string> levels_;
  std::optional<std::size_t> intolerable_;
  const Style& style_;
};

/// From each step on its mark, the MTPD over it.
Cell drawn(const Impact& impact, std::optional<Seconds> mtpd, const TimeAxis& axis,
           const Marks& marks) {
  Cell columns(axis.width(), marks.none());
  for (const ImpactStep& step : impact.steps) {
    std::fill(columns.begin() + static_cast<std::ptrdiff_t>(axis.column(step.after)), columns.end(),
              marks.of(step.level));
  }
  if (mtpd) columns[axis.column(*mtpd)] = marks.mtpd();
  Cell cell;  // equal neighbours as one piece
  for (const Piece& piece : columns) {
    if (!cell.empty() && cell.back().ink == piece.ink) {
      cell.back().text += piece.text;
    } else {
      cell.push_back(piece);
    }
  }
  return cell;
}

std::vector<Seconds> times_of(const std::vector<const ServiceTolerances*>& services,
                              const BiaPage& page) {
  std::vector<Seconds> times;
  for (const ServiceTolerances* service : services) {
    const auto rows = impacts_of(service->service, page.analysis);
    for (const ImpactRow* row : rows) {
      for (const ImpactStep& step : impact_at(*row, page.plan).steps) times.push_back(step.after);
    }
    if (service->mtpd && !rows.empty()) times.push_back(*service->mtpd);
  }
  return times;
}

std::size_t most_id_columns(const BiaPage& page) {
  return page.style.width < 80 ? narrow_id_width : id_width;
}

/// Columns that are left for the axis beside the ids and categories.
std::size_t axis_width(const std::vector<const ServiceTolerances*>& services, const BiaPage& page) {
  std::size_t id = 0;
  std::size_t category = 0;
  for (const ServiceTolerances* service : services) {
    id = std::max(id, display_width(page.plan.services[service->service.value].id));
    for (const ImpactRow* row : impacts_of(service->service, page.analysis))
      category = std::max(category, display_width(plain(impact_at(*row, page.plan).category)));
  }
  const std::size_t taken =
      std::min(id, most_id_columns(page)) + std::min(category, category_width) + margins;
  return page.style.width > taken + 20 ? page.style.width - taken : 20;
}

void add_rows(Table& table, const ServiceTolerances& service, const TimeAxis& axis,
              const Marks& marks, const BiaPage& page) {
  std::string id = id_cell(table, page.plan.services[service.service.value].id, 2,
                           most_id_columns(page), page.style);
  for (const ImpactRow* row : impacts_of(service.service, page.analysis)) {
    const Impact& impact = impact_at(*row, page.plan);
    table.add({{{std::exchange(id, {})}},
               {{plain(impact.category)}},
               drawn(impact, service.mtpd, axis, marks)});
    if (row->intolerable && service.mtpd && *service.mtpd > *row->intolerable) {
      add_wrapped(table,
                  page.language.say(tr("the MTPD, {mtpd}, lies past the first intolerable impact, "
                                       "at {intolerable}",
                                       {{"mtpd", TimeLength{service.mtpd->count()}},
                                        {"intolerable", TimeLength{row->intolerable->count()}}})),
                  4);
    }
  }
}

}  // namespace

std::string bia_impact_section(const BiaPage& page) {
  auto services = shown_services(page);
  const std::size_t all = services.size();
  std::erase_if(services, [&](const ServiceTolerances* service) {
    return impacts_of(service->service, page.analysis).empty();
  });
  if (services.empty()) return {};
  const TimeAxis axis{times_of(services, page), axis_width(services, page), page.language};
  const Marks marks{impact_levels(page.analysis, page.plan), page.plan, page.style};
  Table table{{{}, {.title = {}, .shrinks_to = category_width}, {.title = axis.title()}}};
  for (const ServiceTolerances* service : services) add_rows(table, *service, axis, marks, page);

  std::string text =
      section_title(tr("Impact of an interruption over time"), {}, page.language, page.style) +
      wrapped(marks.legend(page.language), page.style.width) + '\n' + table.text(page.style);
  if (const std::uint64_t silent = all - services.size(); silent > 0) {
    text += sentence(tr_n("{count} of these services states no impact.",
                          "{count} of these services state no impact.", silent,
                          {{"count", number(static_cast<std::int64_t>(silent))}}),
                     page.language, page.style);
  }
  return text;
}

}  // namespace bcp::cli
