// How is a value kept that most owners lack, so that it costs them no more than a pointer?
#pragma once

#include <memory>
#include <utility>

namespace bcp {

/// An optional value in memory of its own; a copy copies the value.
template <class T>
class Boxed {
public:
  Boxed() = default;
  Boxed(T value)
      : value_(std::make_unique<T>(std::move(value))) {
  }  // NOLINT(google-explicit-constructor): as std::optional
  Boxed(const Boxed& other) : value_(other ? std::make_unique<T>(*other) : nullptr) {}
  Boxed(Boxed&&) noexcept = default;
  Boxed& operator=(const Boxed& other) {
    if (this != &other) value_ = other ? std::make_unique<T>(*other) : nullptr;
    return *this;
  }
  Boxed& operator=(Boxed&&) noexcept = default;
  ~Boxed() = default;

  [[nodiscard]] bool has_value() const { return value_ != nullptr; }
  explicit operator bool() const { return has_value(); }

  [[nodiscard]] T& operator*() { return *value_; }
  [[nodiscard]] const T& operator*() const { return *value_; }
  [[nodiscard]] T* operator->() { return value_.get(); }
  [[nodiscard]] const T* operator->() const { return value_.get(); }

private:
  std::unique_ptr<T> value_;
};

}  // namespace bcp
