#include <doctest/doctest.h>

#include "ingest/text_picture.hpp"

namespace kith::text {
namespace {

TEST_CASE("a place with its state behind a comma lies in it") {
    CHECK(has_claim("It happened in Kisumu, Kenya, at noon.", "Kisumu -located_in-> Kenya"));
    CHECK(has_claim("They took the Syrian town of Azaz.", "Azaz -located_in-> Syria"));
}

TEST_CASE("forces that act in a place operate in it") {
    CHECK(has_claim("Wagner forces operated in Mali.", "Wagner Group -operates_in-> Mali"));
}

}  // namespace
}  // namespace kith::text
