// How does one say what a service gets, what it lacks, and what would have to give?
#pragma once

#include <string>
#include <vector>

#include "render/language.hpp"
#include "supply/gap_report.hpp"

namespace bcp::cli {

/// `12 remote licences` and `4 people of accountants`, one a shortage. Escaped, as all that follows.
[[nodiscard]] std::vector<std::string> lacking_items(const ServiceLevel& level, const Plan& plan,
                                                     const Language& language);

/// The answer in a sentence: the level that a service reaches, the one that it needs, and what it lacks for that.
[[nodiscard]] std::string service_sentence(const ServiceLevel& level, const Plan& plan,
                                           const Language& language);

/// When its minimum is whole, where that is not by the instant that counts; empty otherwise.
[[nodiscard]] std::string later_sentence(const ServiceLevel& level, const Plan& plan,
                                         const Language& language);

/// Its place among the services, and whether it has a deadline at all.
[[nodiscard]] std::string turn_sentence(const Explanation& explanation, const Plan& plan,
                                        const Language& language);

/// What a service that is down has to be; empty: it is up or covered.
[[nodiscard]] std::string up_again_sentence(const ServiceLevel& level, const Plan& plan,
                                            const Language& language);

/// What would have to give, a sentence for each group and type that stands against it.
[[nodiscard]] std::vector<std::string> ways_out(const Limit& limit, ServiceId service,
                                                const Plan& plan, const Language& language);

/// What the least step more takes; empty: there is none.
[[nodiscard]] std::string next_sentence(const Explanation& explanation, const Plan& plan,
                                        const Language& language);

/// `remote-licence: 200 there in time, 190 held, 64 asked for: 54 missing`
[[nodiscard]] std::string balance_sentence(const UnitsLimit& limit, const Plan& plan,
                                           const Language& language);
[[nodiscard]] std::string balance_sentence(const PeopleLimit& limit, const Plan& plan,
                                           const Language& language);

/// `4 people of accountants`
[[nodiscard]] std::string people_of(const Plan& plan, StaffId staff, const Whole& count,
                                    const Language& language);

}  // namespace bcp::cli
