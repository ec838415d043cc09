#include "ingest/evaluation/compared_name.hpp"

#include <doctest/doctest.h>

namespace kith::evaluation {
namespace {

bool same(const char* one, const char* other) {
    const bool result = ComparedName(one).same_as(ComparedName(other));
    CHECK(ComparedName(other).same_as(ComparedName(one)) == result);
    return result;
}

TEST_CASE("names are compared by their words, without case, marks, articles, titles and possessive s") {
    CHECK(same("the Wagner Group's", "WAGNER GROUP"));
    CHECK(same("Wagner Group’s", "Wagner Group"));
    CHECK(same("President Bashar al-Assad", "Bashar al Assad"));
    CHECK(same("Bank of England", "the England bank") == false);  // words stand in a row
    CHECK(same("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"));
    CHECK(same("Straße", "STRASSE"));
    CHECK(same("ﬁnland", "Finland"));  // NFKD takes the ligature apart
    CHECK(same("هيئة", "هيئه") == false);
    CHECK(same("Guard²", "Guard 2") == false);
    CHECK(same("Guard²", "Guard2"));
    CHECK_FALSE(same("Qatar", "Qatari"));
}

TEST_CASE("initials are one word") {
    CHECK(same("U.S.", "US"));
    CHECK(same("the U.S. Navy", "US Navy"));
    CHECK(same("U. S.", "us") == false);  // a blank keeps them apart
    CHECK(same("John F. Kennedy", "John F Kennedy"));
    CHECK(same("E.ON", "EON") == false);  // the second is no initial
    CHECK(same("u.s", "us") == false);
}

TEST_CASE("a name is the same as its part where that is half of its words, in a row") {
    CHECK(same("Kirby", "John Kirby"));
    CHECK(same("Islamic State", "Islamic State of Iraq and Syria") == false);
    CHECK(same("Free Syrian Army", "Free Syrian Army Northern Command"));
    CHECK_FALSE(same("Iran", "Islamic Republic Iran"));
    CHECK_FALSE(same("John Brown", "John Quincy Brown"));
}

TEST_CASE("a name without words is the same as none, not even itself") {
    CHECK_FALSE(same("the", "the"));
    CHECK_FALSE(same("", ""));
    CHECK_FALSE(same("—", "—"));
    CHECK_FALSE(ComparedName("Iran").same_as_any({}));
    CHECK(ComparedName("Iran").same_as_any({ComparedName("Tehran"), ComparedName("Iran")}));
}

TEST_CASE("bytes that are no UTF-8 do no harm") {
    CHECK(same("Iran\xff", "Iran"));
}

}  // namespace
}  // namespace kith::evaluation
