#include <doctest/doctest.h>

#include "ingest/text_picture.hpp"

namespace kith::text {
namespace {

TEST_CASE("compounds with -backed and -led are ties") {
    CHECK(has_claim("Rwanda-backed M23 advanced.", "Rwanda -backs-> M23"));
}

TEST_CASE("a nationality tells where a body is based") {
    CHECK(has_claim("The Somali militant group Al-Shabaab fled.", "Al-Shabaab -based_in-> Somalia"));
    CHECK(has_claim("Al-Shabaab, a Somali militant group, fled.", "Al-Shabaab -based_in-> Somalia"));
}

}  // namespace
}  // namespace kith::text
