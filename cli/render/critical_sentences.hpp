// What is the one thing to say about recoveries?
#pragma once

#include <string>

#include "render/critical_rows.hpp"
#include "render/language.hpp"
#include "source/text.hpp"

namespace bcp::cli {

/// `Cold restart: 3 of 64 services come back too late; the worst is benefit-payments, 6 h past its MTPD.` Escaped.
[[nodiscard]] std::string recovery_headline(const RecoveryView& view, const Language& language);

/// The verdict on one service in a word or two: `in time`, `covered`, `late`, `does not stop`, ….
[[nodiscard]] Text standing(const RecoveryView& view, ServiceId of);

/// `paper-vouchers from 2 h until it is up and phone-line from 1 h to 9 h`; empty where nothing covers it. Escaped.
[[nodiscard]] std::string covers(const ServiceRecovery& recovery, const Service& service,
                                 const Language& language);

/// `1 h faster moves 7 services, 2 of them vital, by 1 h`. Escaped.
[[nodiscard]] std::string gain_sentence(const Bottleneck& bottleneck, const Plan& plan,
                                        const Language& language);

/// That recovery teams are not yet shared out.
[[nodiscard]] Text people_are_unlimited();

}  // namespace bcp::cli
