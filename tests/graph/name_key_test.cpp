#include "graph/name_key.hpp"

#include <doctest/doctest.h>

using kith::name_key;
using kith::term_key;
using kith::unnamed_speaker_key;

TEST_CASE("spellings of one name have one key") {
    CHECK(name_key("Hezbollah") == "hezbollah");
    CHECK(name_key("the Hezbollah's") == "hezbollah");
    CHECK(name_key("Erdoğan") == name_key("Erdogan"));
    CHECK(name_key("Ḥizbu 'llāh") == "hizbu llah");
    CHECK(name_key("U.S.") == "us");
    CHECK(name_key("U.S. Navy") == "us navy");
    CHECK(name_key("Al-Qaida") == name_key("al Qa'ida"));
    CHECK(name_key("Wagner  Group") == "wagner group");
}

TEST_CASE("names in other scripts are transliterated") {
    CHECK(name_key("Путин") == "putin");
    CHECK_FALSE(name_key("حزب الله").empty());
}

TEST_CASE("a typographic apostrophe is an apostrophe") {
    CHECK(name_key("Syria’s") == "syria");
}

TEST_CASE("what has no letters has no key") {
    CHECK(name_key("").empty());
    CHECK(name_key("– … !").empty());
}

TEST_CASE("words for an unnamed speaker are one with any determiner, in capitals or not") {
    CHECK(unnamed_speaker_key("A senior official") == unnamed_speaker_key("the Senior Official"));
    CHECK(unnamed_speaker_key("some officials") == "officials");
    CHECK(unnamed_speaker_key("two officials") != unnamed_speaker_key("officials"));
    CHECK(unnamed_speaker_key("").empty());
}

TEST_CASE("goods in the plural are the same goods") {
    CHECK(term_key("air-defense capabilities") == term_key("air defense capability"));
    CHECK(term_key("drones") == term_key("drone"));
    CHECK(term_key("gas") == "gas");
    CHECK(term_key("30mm ammunition") == "30mm ammunition");
}
