#include "query/nearest_word.hpp"

#include <doctest/doctest.h>

using namespace kith;

TEST_CASE("a misspelt word has the nearest known one as its suggestion") {
    const std::vector<std::string> words = {"funds", "supplies", "supplied_by", "support"};
    CHECK(nearest_word("suplies", words) == "supplies");
    CHECK(nearest_word("supprot", words) == "support");
    CHECK(nearest_word("supplies", words) == "supplies");
    CHECK(nearest_word("fundss", words) == "funds");
}

TEST_CASE("a word that looks like none has no suggestion") {
    CHECK(nearest_word("teleports", {"funds", "supplies"}) == std::nullopt);
    CHECK(nearest_word("x", {}) == std::nullopt);
}
