#include "graph/store/lineage.hpp"

#include <doctest/doctest.h>

using kith::sentence_fingerprint;

TEST_CASE("a fingerprint sees words, not punctuation") {
    CHECK(sentence_fingerprint("“We will not stop the shipments,” she said.") ==
          sentence_fingerprint("\"We will not stop the shipments\", she said"));
    CHECK(sentence_fingerprint("We will not stop the shipments, she said.") !=
          sentence_fingerprint("We will not stop the shipment, she said."));
}

TEST_CASE("a short sentence tells nothing about copying") {
    CHECK_FALSE(sentence_fingerprint("He declined to comment."));
    CHECK_FALSE(sentence_fingerprint(""));
}

TEST_CASE("a fingerprint stays the one that databases hold") {
    CHECK(sentence_fingerprint(
              "Rwanda has backed the M23 rebels in the east of Congo, a senior official said on Tuesday in "
              "Kigali.") == 3134280015464744763);
}
