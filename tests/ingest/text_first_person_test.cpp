#include <doctest/doctest.h>

#include "ingest/text_picture.hpp"

namespace kith::text {
namespace {

TEST_CASE("we in a quotation is the state whose office the speaker holds") {
    const std::string text = "\"We attacked Fano in Gondar,\" said Ethiopian Defence Minister Aisha Mohammed.";
    CHECK(has_claim(text, "Ethiopia -attacks-> Fano, says Aisha Mohammed"));
}

TEST_CASE("what we say, the speaker says") {
    const std::string text = "\"We condemn Rwanda,\" said Congolese spokesman Patrick Muyaya.";
    CHECK(has_claim(text, "Patrick Muyaya -criticizes-> Rwanda"));
}

TEST_CASE("who announces a hostile deed of his own side threatens") {
    const std::string text = "\"We will impose sanctions on Rwanda,\" said British Foreign Minister David Lammy.";
    CHECK(has_claim(text, "United Kingdom -sanctions-> Rwanda planned, says David Lammy"));
    CHECK(has_claim(text, "David Lammy -threatens-> Rwanda"));
}

TEST_CASE("sanctions powers used against somebody are sanctions") {
    CHECK(has_claim("Canada plans to use its sanctions powers against Haitian companies.",
                    "Canada -sanctions-> Haiti planned"));
}

}  // namespace
}  // namespace kith::text
