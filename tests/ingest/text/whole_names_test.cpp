#include "ingest/text/reading/whole_names.hpp"

#include <doctest/doctest.h>

#include "ingest/text/marked_text.hpp"
#include "ingest/text/words/tagger.hpp"

namespace kith::text {
namespace {

// The marked names of a sentence once they are whole; each token is a piece.
std::vector<std::string> whole(const std::string& picture) {
    Document document = marked(picture);
    Tagger().apply(document);
    Window window;
    window.sentences = window.body = {0, document.sentences.size()};
    for (const SentenceIndex s : document.sentences.indices()) {
        const Range tokens = document.sentences[s].tokens;
        for (std::size_t i = tokens.begin; i < tokens.end; ++i)
            window.pieces.push_back({document.tokens[i].span, s, true});
    }
    std::vector<TaggedMention> found;
    for (const Mention& mention : document.mentions) {
        const auto first = static_cast<std::uint32_t>(mention.tokens.begin);
        const auto last = static_cast<std::uint32_t>(mention.tokens.end - 1);
        found.push_back({{{first, last}, mention.kind.empty() ? 0U : 1U}, SentenceIndex(0)});
    }
    std::vector<std::string> names;
    for (const TaggedMention& mention : whole_names(found, document, window))
        names.emplace_back(document.text(tokens_of(document, window, mention.input.span)));
    return names;
}

using List = std::vector<std::string>;

TEST_CASE("a name that was cut off takes the words that the gazetteer has behind it, and the name that lay there") {
    CHECK(whole("The [Islamic State in Iraq|armed_group] and [Syria|state] fell.") ==
          List{"Islamic State in Iraq and Syria"});
    CHECK(whole("The [Popular Mobilization|armed_group] Forces left.") == List{"Popular Mobilization Forces"});
}

TEST_CASE("what stands in brackets or behind a dash spells where a name begins and ends") {
    CHECK(whole("The [Office|government_body] of the [Ox Harbor|place] Minister ([OOHM|government_body]) said.") ==
          List{"Office of the Ox Harbor Minister", "OOHM"});
    CHECK(whole("([Union|ngo] of Ox Fishers, [Sailors y Porters|ngo] - [UOFSP|ngo])") ==
          List{"Union of Ox Fishers, Sailors y Porters", "UOFSP"});
    CHECK(whole("([Mision|ngo] de [Apoyo|product] contra la Pesca - [MACP|ngo])") ==
          List{"Mision de Apoyo contra la Pesca", "MACP"});
    CHECK(whole("([Ada Krumm|person] in Berlin - [AFP|media])") == List{"Ada Krumm", "AFP"});
    CHECK(whole("[Sen. Ada B. Krumm - TXA|person]") == List{"Sen. Ada B. Krumm - TXA"});
    CHECK(whole("([Instituto del Puerto - IDP|ngo]) and [Twin - Otter|product]") ==
          List{"Instituto del Puerto", "IDP", "Twin - Otter"});
    CHECK(whole("The [Sheikh|person] Said families and a [Sheikh|person] left.") == List{"Sheikh"});
    CHECK(whole("Then [King|person] Monday told them. A [Latin|nationality] American left.") == List{"King", "Latin"});
    CHECK(whole("The [Iranian Students|ngo]' News Agency.") == List{"Iranian Students' News Agency"});
    CHECK(whole("[Union|ngo] of \"Ox\" Fishers ([UOF|ngo])") == List{"Union", "UOF"});
    CHECK(whole("The [Harbor|place] fell ([UOF|ngo]).") == List{"Harbor", "UOF"});
}

TEST_CASE("a party that is called after a state is one name with it, its army is not") {
    CHECK(whole("He left the [UK|state] [Independence Party|party].") == List{"UK Independence Party"});
    CHECK(whole("The [UK|state] [Defence Ministry|government_body] fell.") == List{"UK", "Defence Ministry"});
}

TEST_CASE("a name that was cut at a nickname is one") {
    CHECK(whole("So [Ilya \"|person][Old Fox\" Lodvin Berg|person] fled.") == List{"Ilya \"Old Fox\" Lodvin Berg"});
    CHECK(whole("So [Ilya|person] \"[Old Fox|person]\" fled.") == List{"Ilya", "Old Fox"});
}

TEST_CASE("a town behind a direction is another, an American of some origin at home nowhere else, an initial no name") {
    CHECK(whole("In [West|place] [Miami|place] and [Miami|place].") == List{"West Miami", "Miami"});
    CHECK(whole("An [African|nationality]-[American|nationality] and [Cuban|nationality]-[Americans|nationality].") ==
          List{"African-American", "Cuban-Americans"});
    CHECK(whole("[Cuban|nationality]-[American|nationality] talks.") == List{"Cuban", "American"});
    CHECK(whole("[W.|person] [Neil Krumm|person] of [I|party]-Vt.") == List{"W. Neil Krumm"});
}

TEST_CASE("a title is no name of its own before one") {
    CHECK(whole("[King|person] [Abe Krumm|person] and [King|person] left.") == List{"Abe Krumm", "King"});
}

TEST_CASE("a ship has what stands before its name") {
    CHECK(whole("The [USS|vehicle] Abe Krumm and USS [Boxer|place] left.") == List{"USS Abe Krumm", "USS Boxer"});
    CHECK(whole("The [USS|vehicle] Boxer Officer [Abe Krumm|person] left.") == List{"USS Boxer Officer", "Abe Krumm"});
    CHECK(whole("The USS [Georgia|state] left.") == List{"USS Georgia"});
    CHECK(whole("The [USS Boxer|vehicle], USS [Krumm|person] and others.") == List{"USS Boxer", "USS Krumm"});
    CHECK(whole("In Helena, MT [Republicans|party] met.") == List{"Republicans"});
    CHECK(whole("The [USS|vehicle] left. A uss [Boxer|place] is none.") == List{"USS", "Boxer"});
}

TEST_CASE("a language is not the state that it is called after; a mark and an adjective are no names") {
    CHECK(whole("She spoke [Spanish|nationality] with [Spanish|nationality] troops.") == List{"Spanish"});
    CHECK(whole("[Spanish|nationality]-language media wrote it in [French|nationality].") == List{});
    CHECK(whole("[Spanish|nationality]-backed rebels in [Iranian|nationality], in [Iraqi|nationality] hands.") ==
          List{"Spanish", "Iranian", "Iraqi"});
    CHECK(whole("A [Roman|nationality] [Catholic|nationality] priest spoke in [English|nationality], he said.") ==
          List{"Roman Catholic"});
    CHECK(whole("Told in [Arabic|nationality], in [Iranian|nationality] through a friend, in "
                "[Iranian|nationality] hands.") == List{"Iranian"});
    CHECK(whole("The [Allied|international_body] troops of [NATO|international_body] [@|person] work.") ==
          List{"NATO"});
}

TEST_CASE("a point of the compass or a view in small letters is no name") {
    CHECK(whole("They met in the [Cabinet|government_body] Room.") == List{});
    CHECK(whole("In his [New|event] Year's address he spoke of anti-[Semitism|population_group].") == List{});
    CHECK(whole("So [Semitism|product] is none.") == List{"Semitism"});
    CHECK(whole("The [conservative|party] minister, a [Conservative|party].") == List{"Conservative"});
    CHECK(whole("In [eastern|place] [Ghouta|place] and the [West|place].") == List{"Ghouta", "West"});
}

TEST_CASE("a name that is whole, a state, and what a mark or a possessive ends stay as they were found") {
    CHECK(whole("[Hamas|armed_group] and [Iran|state] met.") == List{"Hamas", "Iran"});
    CHECK(whole("The [U.S.|state] [Navy|military_unit] sailed.") == List{"U.S.", "Navy"});
    CHECK(whole("The [World|media], [Bank|company] and all.") == List{"World", "Bank"});
    CHECK(whole("[Islamic State|armed_group]'s [Somalia|state] branch left.") == List{"Islamic State", "Somalia"});
}

TEST_CASE("a nickname in brackets and a university's town are in the name") {
    CHECK(whole("It is run by [Abe R.|person] (\"Bo\") Krumm, who left.") == List{"Abe R. (\"Bo\") Krumm"});
    CHECK(whole("It is run by [Abe R.|person] (Bo) Krumm, who left.") == List{"Abe R."});
    CHECK(whole("Shares of [Krumm Aircraft|company] (\"Krumm\") Chairman left.") == List{"Krumm Aircraft"});
    CHECK(whole("The [Commission Against Krumm|ngo] in [Peru|state] (CAK) met.") ==
          List{"Commission Against Krumm in Peru"});
    CHECK(whole("The [Commission Against Krumm|ngo] in [Peru|state] met.") == List{"Commission Against Krumm", "Peru"});
    CHECK(whole("At the [University of Texas|ngo], [El Paso|place], he spoke.") ==
          List{"University of Texas, El Paso"});
    CHECK(whole("At the [University of Texas|ngo], [Krumm|person] spoke.") == List{"University of Texas", "Krumm"});
}

TEST_CASE("a word in small letters that says how something is, is no name; nor is what is said of the next") {
    CHECK(whole("The [national|government_body] assembly met.").empty());
    CHECK(whole("Land mines and [un|international_body]-exploded bombs.").empty());
    CHECK(whole("A [democratic|party] socialist left.").empty());
    CHECK(whole("The [112th|government_body] [Congress|government_body] met.") == List{"Congress"});
    CHECK(whole("The [82nd|military_unit] left.") == List{"82nd"});
    CHECK(whole("[International aid organization|ngo] [Doctors Without Borders|ngo] left.") ==
          List{"Doctors Without Borders"});
}

TEST_CASE("American Indians are one people, and a province has its country's name") {
    CHECK(whole("[American|nationality] [Indians|nationality] left.") == List{"American Indians"});
    CHECK(whole("In [Mexico|state] State.") == List{"Mexico State"});
}

}  // namespace
}  // namespace kith::text
