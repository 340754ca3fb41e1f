// The keys of services and of the other nodes that have nothing to do with stock or people.
#include "plan/reading/kinds.hpp"

namespace bcp {

using namespace kind;  // NOLINT(google-build-using-namespace): tables of kinds

template <>
const Keys<Review>& keys_of<Review>() {
  static const Keys<Review> keys = {
      "review",
      {required<CalendarPeriod, &Review::every>("every"), optional<Day, &Review::last>("last")}};
  return keys;
}

template <>
const Keys<TestedRecovery>& keys_of<TestedRecovery>() {
  static const Keys<TestedRecovery> keys = {
      "tested",
      {required<Duration, &TestedRecovery::recovery>("recovery"),
       optional<Day, &TestedRecovery::on>("on")}};
  return keys;
}

template <>
const Keys<Backup>& keys_of<Backup>() {
  static const Keys<Backup> keys = {
      "backup",
      {required<Duration, &Backup::every>("every"), optional<Duration, &Backup::restore>("restore"),
       optional<ListOf<AnyNode>, &Backup::copies>("copies"),
       optional<Day, &Backup::restored>("restored")}};
  return keys;
}

template <>
const Keys<Workaround>& keys_of<Workaround>() {
  static const Keys<Workaround> keys = {
      "workaround", joined(entity_keys<Workaround>(),
                           {required<Share, &Workaround::level>("level"),
                            optional<Duration, &Workaround::ready>("ready"),
                            optional<Duration, &Workaround::lasts>("lasts"),
                            optional<StaffNeeds, &Workaround::staff>("staff"),
                            optional<Requirements, &Workaround::requirements>("requires")})};
  return keys;
}

template <>
const Keys<Service>& keys_of<Service>() {
  static const Keys<Service> keys = {
      "service",
      joined(
          node_keys<Service>(),
          {optional<Tier, &Service::tier>("tier"), optional<MomentInTime, &Service::from>("from"),
           optional<Duration, &Service::mtpd>("mtpd"), optional<Duration, &Service::rto>("rto"),
           optional<Duration, &Service::rpo>("rpo"), optional<Share, &Service::mbco>("mbco"),
           optional<StaffNeeds, &Service::staff>("staff"),
           optional<Impacts, &Service::impact>("impact"),
           optional<EntitiesOf<Workaround>, &Service::workarounds>("workarounds")})};
  return keys;
}

template <>
const Keys<Application>& keys_of<Application>() {
  static const Keys<Application> keys = {
      "application",
      joined(node_keys<Application>(), {optional<MapOf<Backup>, &Application::backup>("backup")})};
  return keys;
}

template <>
const Keys<Infrastructure>& keys_of<Infrastructure>() {
  static const Keys<Infrastructure> keys = {
      "infrastructure", joined(node_keys<Infrastructure>(),
                               {optional<Amounts, &Infrastructure::provides>("provides"),
                                optional<MapOf<Backup>, &Infrastructure::backup>("backup")})};
  return keys;
}

template <>
const Keys<Site>& keys_of<Site>() {
  static const Keys<Site> keys = {"site", node_keys<Site>()};
  return keys;
}

template <>
const Keys<Contract::Promises>& keys_of<Contract::Promises>() {
  static const Keys<Contract::Promises> keys = {
      "promises", {optional<Duration, &Contract::Promises::recovery>("recovery")}};
  return keys;
}

template <>
const Keys<Contract>& keys_of<Contract>() {
  static const Keys<Contract> keys = {
      "contract",
      {optional<Day, &Contract::ends>("ends"),
       optional<MapOf<Contract::Promises>, &Contract::promises>("promises")}};
  return keys;
}

template <>
const Keys<Supplier>& keys_of<Supplier>() {
  static const Keys<Supplier> keys = {
      "supplier", joined(node_keys<Supplier>(),
                         {optional<NamedParts, &Supplier::contact>("contact"),
                          optional<MapOf<Contract>, &Supplier::contract>("contract"),
                          optional<ListOf<AnyNode>, &Supplier::alternatives>("alternatives")})};
  return keys;
}

template <>
const Keys<Channel>& keys_of<Channel>() {
  static const Keys<Channel> keys = {
      "channel", joined(node_keys<Channel>(), {optional<Reaches, &Channel::reaches>("reaches")})};
  return keys;
}

}  // namespace bcp
