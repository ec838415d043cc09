#include <doctest/doctest.h>

#include "ingest/text/actors/actors_in.hpp"

namespace kith::text {
namespace {

TEST_CASE("the kind of an actor is what most of its mentions are read as") {
    CHECK(actors_in("[Azul|company] left. [Azul|party] came. [Azul|company] won.") == List(3, "Azul/company"));
}

TEST_CASE("references get no actor yet") {
    CHECK(actors_in("[Iran|state] spoke. [The group|] left.") == List{"Iran/state", "nobody"});
}

TEST_CASE("ten thousand different names are told apart in time that grows with their number") {
    std::string picture;
    for (int i = 0; i < 10'000; ++i) picture += "[Ann Lee" + std::to_string(i) + "|person], ";
    CHECK(actors_in(picture).size() == 10'000);
}

TEST_CASE("a body that is once read as a person is still the body where nobody bears its name") {
    CHECK(actors_in("[Wagner|person] sold arms.") == List{"Wagner Group/armed_group"});
    CHECK(actors_in("[Azul|company] left. [Azul|company] came. [Azul|person] won.") == List(3, "Azul/company"));
}

}  // namespace
}  // namespace kith::text
