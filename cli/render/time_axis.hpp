// Where on a line of text does an instant stand?
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "plan/values.hpp"
#include "render/language.hpp"

namespace bcp::cli {

/// An axis from 0 on, through round times that lie ever further apart, to one that is not before the last time that it
/// must show, with as much room again behind it. All stretches between two times of the axis are equally wide.
class TimeAxis {
public:
  /// In at most `width` columns, for these times (none negative).
  TimeAxis(const std::vector<Seconds>& times, std::size_t width, const Language& language);

  [[nodiscard]] std::size_t width() const { return ticks_.size() * stretch_; }

  /// The column of a time that the axis was made for or of an earlier one; rounded down within its stretch.
  [[nodiscard]] std::size_t column(Seconds time) const;

  /// `0   4h  1d  3d`, each above the column where its stretch begins.
  [[nodiscard]] std::string title() const;

private:
  std::vector<Seconds> ticks_;
  std::vector<std::string> labels_;
  std::size_t stretch_ = 1;
};

}  // namespace bcp::cli
