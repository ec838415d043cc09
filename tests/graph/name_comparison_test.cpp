#include "graph/names/name_comparison.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "graph/names/sound.hpp"
#include "graph/names/spelling_distance.hpp"

using namespace kith;

namespace {

double person(std::string_view one, std::string_view other) {
    return compare_names(one, other, EntityKind::person).score;
}
double body(std::string_view one, std::string_view other) {
    return compare_names(one, other, EntityKind::company).score;
}

std::string joined(const NameWords& name) {
    std::string words;
    for (const NameWord& word : name.words) words += (words.empty() ? "" : " ") + word.text;
    return words;
}

}  // namespace

TEST_CASE("a person's name is read without titles, and with the family name last") {
    CHECK(joined(words_of_person("MIRONOV, Viktor Petrovich")) == "viktor petrovich mironov");
    CHECK(joined(words_of_person("Prof. Dr. Anna Weber")) == "anna weber");
    CHECK(joined(words_of_person("General")) == "general");
    CHECK(joined(words_of_person("President Orlov")) == "orlov");
    CHECK(joined(words_of_person("King Harald")) == "king harald");  // others are called King
    CHECK(joined(words_of_person("Ab0u Musab al-Rawi")) == "aboumusab al rawi");
    CHECK(joined(words_of_person("Abd al-Aziz Omar")) == joined(words_of_person("Abdel Aziz Omar")));
    CHECK(words_of_person("Ahmad bin Hasan").words.back().father);
    CHECK(words_of_person("Boris Petrovich Orlov").words[1].father);
    CHECK(joined(words_of_person("Ben Wallace")) == "ben wallace");  // no father's
    CHECK(words_of_person("D. Brukov").words.front().initial);
    CHECK(words_of_person("KENT, Robert Jr.").numbers == std::vector<int>{2});
    CHECK(words_of_person("Robert Kent Jr.").numbers == std::vector<int>{2});
}

TEST_CASE("a legal form behind a name, or before it, is taken off, and nothing else is") {
    CHECK(without_legal_form("Boeing Co.") == "Boeing");
    CHECK(without_legal_form("Volga Neft, Public Joint Stock Company") == "Volga Neft");
    CHECK(without_legal_form("Volga Trading Co., Ltd.") == "Volga Trading");
    CHECK(without_legal_form("Volga S.A.") == "Volga");
    CHECK(without_legal_form("PJSC Volga") == "Volga");
    CHECK(without_legal_form("AS Roma") == "AS Roma");
    for (const char* whole : {"", " ", "Ltd", "Volga", "Co. Ltd.", "Volga Public", "Limited Edition"})
        CHECK(without_legal_form(whole) == whole);
}

TEST_CASE("a body's name is read without its legal form, in words that translations share") {
    const NameWords name = words_of_body("Volga Neft, Public Joint Stock Company");
    CHECK(joined(name) == "volga neft");
    CHECK(name.legal_forms == std::set<std::string_view>{"jsc"});
    CHECK(words_of_body("Volga LLC").legal_forms == words_of_body("ООО Волга").legal_forms);
    CHECK(words_of_body("Volga GmbH").legal_forms != words_of_body("Volga Ltd").legal_forms);
    CHECK(words_of_body("Volga Joynt Stock Company").legal_forms == std::set<std::string_view>{"jsc"});
    CHECK(joined(words_of_body("The Organisation of the East")) == "organization east");
    CHECK(words_of_body("Brigade Forty-Four").numbers == std::vector<int>{44});
    CHECK(words_of_body("Capital Trust XV").numbers == std::vector<int>{15});
    CHECK(joined(words_of_body("U.S. Mint")) == "united states mint");
    CHECK(joined(words_of_body("Limited")) == "limited");  // nothing else is in it
}

TEST_CASE("names that differ in spelling, initials, titles, order or middle names are one name") {
    const std::vector<std::pair<std::string, std::string>> pairs{{"Volodymyr Zelensky", "Volodymyr Zelenskyy"},
                                                                 {"Wolodymyr Selenskyj", "Volodymyr Zelensky"},
                                                                 {"Donald Trump", "Donald J. Trump"},
                                                                 {"V. Putin", "Vladimir Putin"},
                                                                 {"Putin, Vladimir", "Vladimir Putin"},
                                                                 {"VladimirPutin", "Vladimir Putin"},
                                                                 {"Bill Clinton", "William Clinton"},
                                                                 {"Abdul Rahman Omar", "Abdulrahman Omar"},
                                                                 {"Hsi Chin-ping", "Xi Jinping"},
                                                                 {"Mao Tse-tung", "Mao Zedong"},
                                                                 {"Sergejs Lavrovs", "Sergey Lavrov"},
                                                                 {"Владимир Путин", "Vladimir Putin"},
                                                                 {"محمد بن سلمان", "Mohammed bin Salman"}};
    for (const auto& [one, other] : pairs) {
        CAPTURE(one);
        CAPTURE(other);
        CHECK(person(one, other) >= same_name_score);
        CHECK(person(other, one) == doctest::Approx(person(one, other)));
    }
}

TEST_CASE("names of two people are two: another given name, another father, the younger of two") {
    CHECK(person("Barack Obama", "Michelle Obama") < same_name_score);
    CHECK(person("Shamil Magomedovich Orlov", "Shamil Petrovich Orlov") < same_name_score);
    CHECK(person("Salman bin Muhammad Al-Rawi", "Muhammad bin Salman Al-Rawi") < same_name_score);
    CHECK(person("Ann Lee", "Bo Ray") < 0.05);
    CHECK(person("Umm Yusuf", "Yusuf") < same_name_score);  // his mother
    CHECK(person("A. B.", "Anna Brandt") < same_name_score);
    CHECK_FALSE(compare_names("Ann Alee", "Anna Lee", EntityKind::person).same_words);
    CHECK_FALSE(compare_names("Robert Kent", "Robert Kent Jr.", EntityKind::person).same_words);
    CHECK(person("James Mattis", "James M. Inhofe") <
          person("James Mattis", "J. Mattis"));  // a family name is no initial's
}

TEST_CASE("bodies are one by the words that tell, not by legal forms and letters run together") {
    CHECK(body("OAO Gazprom", "Gasprom JSC") >= same_name_score);
    CHECK(body("SiemensAG", "Siemens AG") == 1.0);
    CHECK(body("9/11", "911") < same_name_score);
    CHECK(body("PLA", "People's Liberation Army") >= same_name_score);
    CHECK(body("Gazprom", "Gazprom Neft") < same_name_score);
    CHECK(body("Volga Bank AG", "Volga Bank (Schweiz) AG") < same_name_score);
    CHECK(body("JSC Volga Corporation", "Volga Joint Stock Company") >= same_name_score);
    CHECK(body("Bowne Business Solutions", "Bowne Business Enterprises") < same_name_score);
    CHECK(body("Saudi Arabian Oil Company", "Saudi Arabian Gas Company") < same_name_score);
    CHECK(compare_names("World Health Organisation", "World Health Organization", EntityKind::ngo).same_words);
}

TEST_CASE("names in Han or Hangul are one only where they are written alike, however alike they sound") {
    CHECK(person("高市早苗", "高市早苗") == 1.0);
    CHECK(person("高石早苗", "高市早苗") == 0.0);
    CHECK(person("김종은", "김정은") == 0.0);
}

TEST_CASE("what differs is told in words") {
    CHECK(in_words(compare_names("Donald Trump", "Donald J. Trump", EntityKind::person)) == "a word more");
    CHECK(in_words(compare_names("Bill Clinton", "William Clinton", EntityKind::person)) ==
          "another form of the given name");
    CHECK(in_words(compare_names("Ann Lee", "Ann Lee", EntityKind::person)).empty());
}

TEST_CASE("names that may be one's share a sound, all letters, or one may be the other's acronym") {
    const auto alike = [](const char* one, const char* other) {
        return may_be_alike(sounds_of(words_of_body(one)), sounds_of(words_of_body(other)));
    };
    CHECK(alike("Qaddafi Trust", "Gadhafi Holdings"));
    CHECK(alike("Alpha Bank", "Alphabank"));
    CHECK(alike("PLA", "People's Liberation Army"));
    CHECK_FALSE(alike("PLA", "Swiss Guard"));
    CHECK_FALSE(alike("Blue Lantern", "Red Harbour"));
}

TEST_CASE("spellings are near where transliterations confuse letters, and the distance is a metric's in its symmetry") {
    CHECK(spelling_distance("kadafi", "kadafi") == 0.0);
    CHECK(spelling_distance("qaddafi", "gaddafi") < spelling_distance("qaddafi", "maddafi"));
    CHECK(spelling_distance("muhammad", "mohamed") == doctest::Approx(spelling_distance("mohamed", "muhammad")));
    CHECK(spelling_distance("tsetung", "zedong") == doctest::Approx(spelling_distance("zedong", "tsetung")));
    CHECK(spelling_distance("hsi", "xi") < spelling_distance("hki", "xi"));
    CHECK(spelling_distance("", "abc") > 2.0);
    CHECK(spelling_distance(std::string(500, 'a'), std::string(500, 'b')) > 10.0);
}

TEST_CASE("any bytes are a name") {
    for (const char* name : {"", "\xff\xfe", ",", ", ,", "The", "...", "\xd8\xa8", "Jr.", "Sir",
                             "a b c d e f g h i j k l m n o p q r s t u v w x y z"}) {
        for (const EntityKind kind : {EntityKind::person, EntityKind::company}) {
            const double score = compare_names(name, name, kind).score;
            CHECK(score >= 0.0);
            CHECK(score <= 1.0);
            compare_names(name, "Ann Lee", kind);
        }
    }
}
