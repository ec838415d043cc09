#include <doctest/doctest.h>

#include "ingest/text_picture.hpp"

namespace kith::text {
namespace {

TEST_CASE("plans, possibilities, demands and denials are told from deeds") {
    CHECK(has_claim("Turkey supplied drones to Mali.", "Turkey -supplies-> Mali"));
    CHECK(has_claim("Turkey is preparing to supply drones to Mali.", "Turkey -supplies-> Mali planned"));
    CHECK(has_claim("Turkey will supply drones to Mali.", "Turkey -supplies-> Mali planned"));
    CHECK(has_claim("Turkey may supply drones to Mali.", "Turkey -supplies-> Mali possible"));
    CHECK(has_claim("Turkey reportedly supplied drones to Mali.", "Turkey -supplies-> Mali possible"));
    CHECK(has_claim("Niger urged Turkey to supply drones to Mali.", "Turkey -supplies-> Mali demanded, says Niger"));
    CHECK(has_claim("Turkey did not supply drones to Mali.", "Turkey -supplies-> Mali denied"));
    CHECK(has_claim("Turkey refused to supply drones to Mali.", "Turkey -supplies-> Mali denied"));
}

TEST_CASE("what is about to happen is planned, and what is called off is not called for") {
    CHECK(has_claim("Turkey is about to supply drones to Mali.", "Turkey -supplies-> Mali planned"));
    CHECK(has_claim("Niger called off its strike after Turkey mediated between Mali and Chad.",
                    "Turkey -mediates_for-> Mali"));
}

TEST_CASE("a plan named by a noun is a plan") {
    CHECK(has_claim("Turkey has a plan to supply drones to Mali.", "Turkey -supplies-> Mali planned"));
}

TEST_CASE("what is feared is possible") {
    CHECK(has_claim("Kenya fears that Somalia is preparing to attack Ethiopia.",
                    "Somalia -attacks-> Ethiopia possible, says Kenya"));
}

}  // namespace
}  // namespace kith::text
