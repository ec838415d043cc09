#include <doctest/doctest.h>

#include "ingest/text_picture.hpp"

namespace kith::text {
namespace {

TEST_CASE("a title before a name ties the holder to the state") {
    const Document document = analysed("Kenyan foreign minister Musalia Mudavadi spoke.");
    REQUIRE(document.claims.size() == 1);
    CHECK(picture(document.claims[0]) == "Musalia Mudavadi -works_for-> Kenya");
    CHECK(document.claims[0].role == "foreign minister");
}

TEST_CASE("a head of state leads, a spokesman speaks for") {
    CHECK(has_claim("Ugandan President Yoweri Museveni smiled.", "Yoweri Museveni -leads-> Uganda"));
    CHECK(has_claim("Pentagon spokesman Patrick Ryder spoke.", "Patrick Ryder -speaks_for-> Pentagon"));
}

TEST_CASE("former holders are former") {
    CHECK(has_claim("Former Malawian president Joyce Banda spoke.", "Joyce Banda -leads-> Malawi former"));
}

TEST_CASE("an apposition tells the post, before and behind the name") {
    CHECK(has_claim("Martin Griffiths, an envoy of the United Nations, left.",
                    "Martin Griffiths -speaks_for-> United Nations"));
    CHECK(has_claim("Kenya's foreign minister, Musalia Mudavadi, left.", "Musalia Mudavadi -works_for-> Kenya"));
}

TEST_CASE("what the ontology does not allow is not claimed") {
    for (const std::string& claim : claims_of("Kisumu, a Kenyan spokesman, Boko Haram leader Lagos.")) {
        CHECK(claim.find("Kisumu -speaks_for->") == std::string::npos);
    }
}

TEST_CASE("a group's leader does not lead the state where the group is at home") {
    const std::string text = "Lebanon's Hezbollah leader Naim Qassem spoke.";
    CHECK(has_claim(text, "Naim Qassem -leads-> Hezbollah"));
    CHECK_FALSE(has_claim(text, "Naim Qassem -leads-> Lebanon"));
}

}  // namespace
}  // namespace kith::text
