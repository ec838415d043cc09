#include <doctest/doctest.h>

#include "ingest/text_picture.hpp"

namespace kith::text {
namespace {

TEST_CASE("what somebody said has its speaker, before and behind") {
    CHECK(has_claim("Monica Juma said that Rwanda backed M23.", "Rwanda -backs-> M23, says Monica Juma"));
    CHECK(has_claim("Rwanda backed M23, Monica Juma said on Monday.", "Rwanda -backs-> M23, says Monica Juma"));
    CHECK(has_claim("\"Rwanda backed M23,\" said Monica Juma.", "Rwanda -backs-> M23, says Monica Juma"));
    CHECK(has_claim("According to the Pentagon, Rwanda backed M23.", "Rwanda -backs-> M23, says Pentagon"));
}

TEST_CASE("without a verb of speech the article itself speaks") {
    CHECK(has_claim("Rwanda backed M23.", "Rwanda -backs-> M23"));
}

TEST_CASE("a quotation goes on with its speaker in the same paragraph") {
    CHECK(
        has_claim("\"We saw it,\" Monica Juma said. \"Rwanda backed M23.\"", "Rwanda -backs-> M23, says Monica Juma"));
}

TEST_CASE("I and we in a quotation are the speaker") {
    CHECK(has_claim("\"We condemn Rwanda,\" Monica Juma said.", "Monica Juma -criticizes-> Rwanda"));
}

TEST_CASE("a denial makes what is said denied") {
    CHECK(
        has_claim("Vincent Biruta denied that Rwanda backed M23.", "Rwanda -backs-> M23 denied, says Vincent Biruta"));
}

}  // namespace
}  // namespace kith::text
