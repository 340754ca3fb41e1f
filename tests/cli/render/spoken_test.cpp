#include "render/spoken.hpp"

#include <ostream>

#include <doctest/doctest.h>

using bcp::cli::spoken;

TEST_CASE("an English name takes its plural at the end of its noun") {
  CHECK(spoken("Remote licence", true, "en") == "remote licences");
  CHECK(spoken("Seat of the gateway", true, "en") == "seats of the gateway");
  CHECK(spoken("remote licences", true, "en") == "remote licences");
  CHECK(spoken("battery", true, "en") == "batteries");
  CHECK(spoken("key", true, "en") == "keys");
  CHECK(spoken("Box", true, "en") == "boxes");
  CHECK(spoken("Remote licence", false, "en") == "remote licence");
}

TEST_CASE("a French name takes its plural before the first preposition") {
  CHECK(spoken("Ordinateur portable", true, "fr") == "ordinateurs portables");
  CHECK(spoken("Licence d'accès distant", true, "fr") == "licences d'accès distant");
  CHECK(spoken("Poste fixe à forte puissance", true, "fr") == "postes fixes à forte puissance");
  CHECK(spoken("Clé de signature", true, "fr") == "clés de signature");
  CHECK(spoken("Terminal mobile", true, "fr") == "terminaux mobiles");
  CHECK(spoken("Bureau virtuel", true, "fr") == "bureaux virtuels");
  CHECK(spoken("Écran", false, "fr") == "écran");
}

TEST_CASE("abbreviations and numbers stay as they are") {
  CHECK(spoken("Session VPN simultanée", true, "fr") == "sessions VPN simultanées");
  CHECK(spoken("VPN session", true, "en") == "VPN sessions");
  CHECK(spoken("4G", true, "en") == "4G");
  CHECK(spoken("", true, "en").empty());
}
