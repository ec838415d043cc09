#include "ingest/text/references/antecedents.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <vector>

#include "ingest/text/actors/actors.hpp"
#include "ingest/text/marked_text.hpp"
#include "ingest/text/words/tagger.hpp"

namespace kith::text {
namespace {

// Whom the last mention that is no name stands for; `shares` of the names before it in their order. It begins
// `words_before` tokens before where it is marked, so that it can have a name in it.
std::string referent(const std::string& picture, double nobody, const std::vector<double>& shares,
                     std::size_t words_before = 0) {
    Document document = marked(picture);
    std::size_t last = document.mentions.size() - 1;
    while (!document.mentions[MentionIndex(last)].kind.empty()) --last;
    Mention& mention = document.mentions[MentionIndex(last)];
    mention.tokens.begin -= words_before;
    Tagger().apply(document);
    Actors().apply(document);
    Reference reference{MentionIndex(last), nobody, {}};
    for (std::size_t m = 0; m < shares.size(); ++m) reference.names.push_back({MentionIndex(m), shares[m]});
    document.references.push_back(reference);
    Antecedents().apply(document);
    const ActorIndex actor = mention.actor;
    return actor == none ? "nobody" : document.actors[actor].name;
}

TEST_CASE("all names of an actor count together") {
    CHECK(referent("[Iran|state] and [Oman|state] and [Iranian|nationality] men. [It|] left.", 0.2,
                   {0.28, 0.22, 0.28}) == "Iran");
}

TEST_CASE("a reference that is as likely somebody else's has no actor") {
    CHECK(referent("[Iran|state] and [Oman|state]. [It|] left.", 0.1, {0.45, 0.4}) == "nobody");
    CHECK(referent("[Iran|state] and [Oman|state]. [It|] left.", 0.1, {0.55, 0.3}) == "Iran");
}

TEST_CASE("a reference that most likely stands for nobody has no actor") {
    CHECK(referent("[Iran|state] and [Oman|state]. [It|] left.", 0.6, {0.3, 0.1}) == "nobody");
}

TEST_CASE("a reference stands for nobody whom its noun cannot mean") {
    CHECK(referent("[Iran|state] and [Ada Krumm|person]. [He|] left.", 0.0, {0.7, 0.3}) == "nobody");
    CHECK(referent("[Ada Krumm|person] wrote. [The statement|] is long.", 0.0, {0.9}) == "nobody");
    CHECK(referent("[Lodva|place] burns. [The town|] was quiet.", 0.0, {0.9}) == "Lodva");
    CHECK(referent("[Azul|company] grows. [The firm|] hires.", 0.0, {0.9}) == "Azul");
    CHECK(referent("[Azul|company] grows. [The town|] hires.", 0.0, {0.9}) == "nobody");
}

TEST_CASE("what a sentence introduces is nobody whom the text has named, whatever it is") {
    CHECK(referent("[Azul|company] grew. It sold to [a firm|].", 0.0, {0.9}) == "nobody");
    CHECK(referent("[Azul|company] is known as [a firm|].", 0.0, {0.9}) == "Azul");
    CHECK(referent("[Bo Ott|person] spoke. He met [a|] party secretary.", 0.0, {0.9}) == "nobody");
    CHECK(referent("[Bo Ott|person] spoke. [The|] US fixer smiled.", 0.0, {0.9}) == "Bo Ott");
}

TEST_CASE("that is no person, and the latter nobody, unless the net has cut what follows") {
    CHECK(referent("[Bo Ott|person] spoke. [That|] was new.", 0.0, {0.9}) == "nobody");
    CHECK(referent("[Bo Ott|person] met [Ada Krumm|person]. [The latter|] left.", 0.0, {0.1, 0.9}) == "nobody");
    CHECK(referent("[Bo Ott|person] left. [The former|] senator smiled.", 0.0, {0.9}) == "Bo Ott");
    CHECK(referent("[Bo Ott|person] left. [former senator|] smiled.", 0.0, {0.9}) == "Bo Ott");
    CHECK(referent("[Bo Ott|person] left. [That|] senator smiled.", 0.0, {0.9}) == "Bo Ott");
    CHECK(referent("[Bo Ott|person] left. [That|] statement is new.", 0.0, {0.9}) == "nobody");
}

TEST_CASE("a prince is somebody who is called so, where the article has one") {
    CHECK(referent("Prince [Harry Ott|person] met [Ada Krumm|person]. [The prince|] left.", 0.0, {0.2, 0.8}) ==
          "nobody");
    CHECK(referent("Prince [Harry Ott|person] met [Bo Krumm|person]. [The prince|] left.", 0.0, {0.8, 0.2}) ==
          "Harry Ott");
    CHECK(referent("[Harry Ott|person] met [Bo Krumm|person]. [The prince|] left.", 0.0, {0.2, 0.8}) == "Bo Krumm");
}

TEST_CASE("somebody's party is the one that he is named with") {
    const std::string named = "[Lib Dems|party] asked. [Azul Party|party] leader [Bo Ott|person] said ";
    CHECK(referent(named + "[his party|] would pay.", 0.0, {0.9, 0.1, 0.0}) == "nobody");
    CHECK(referent(named + "[his party|] would pay.", 0.0, {0.2, 0.8, 0.0}) == "Azul Party");
}

TEST_CASE("we are no single person") {
    CHECK(referent("[Ada Krumm|person] of [Azul|company]. [We|] grow.", 0.0, {0.6, 0.3}) == "nobody");
    CHECK(referent("[Ada Krumm|person] of [Azul|company]. [We|] grow.", 0.0, {0.3, 0.6}) == "Azul");
}

TEST_CASE("a leader's government is he or his state, and nobody else") {
    const std::string names =
        "[Russia|state], [Syria|state] and [Ada Krumm|person]. The [Assad|person] [regime|] fell.";
    CHECK(referent(names, 0.0, {0.9, 0.1, 0.0, 0.0}, 2) == "Bashar al-Assad");
    CHECK(referent(names, 0.0, {0.1, 0.9, 0.0, 0.0}, 2) == "Syria");
    CHECK(referent(names, 0.0, {0.0, 0.0, 0.9, 0.1}, 2) == "Bashar al-Assad");
    CHECK(referent(names, 0.0, {0.1, 0.0, 0.0, 0.9}, 2) == "Bashar al-Assad");
    // Nobody knows of what state he is.
    CHECK(referent("[Syria|state]. The [Krumm|person] [regime|] fell.", 0.0, {0.9, 0.0}, 2) == "Syria");
}

TEST_CASE("what a sentence tells with an article is nobody whom it names later, unless it goes on with the name") {
    CHECK(referent("[Bo Ott|person] slept. [An oaf|] raised a cup to [Bo Ott|person].", 0.0, {0.9}) == "nobody");
    CHECK(referent("[Bo Ott|person] slept. [Ott|person] was seen by [an oaf|].", 0.0, {0.5, 0.5}) == "Bo Ott");
}

TEST_CASE("a state before the noun says where somebody is at home") {
    const std::string two = "[Vladimir Putin|person] spoke in [Iran|state]. ";
    CHECK(referent(two + "He met [the|] U.S. president.", 0.0, {0.9}) == "Vladimir Putin");
}

TEST_CASE("an adjective says where the group is at home") {
    const std::string both = "[Hamas|armed_group] and [Hezbollah|armed_group]. ";
    CHECK(referent(both + "The [Lebanese|nationality] [group|] left.", 0.0, {0.6, 0.4}, 2) == "nobody");
    CHECK(referent(both + "The [Lebanese|nationality] [group|] left.", 0.0, {0.4, 0.6}, 2) == "Hezbollah");
    CHECK(referent(both + "The [Iranian|nationality]-backed [group|] left.", 0.0, {0.6, 0.4}, 4) == "Hamas");
    CHECK(referent(both + "The [Iranian|nationality] [proxy|] left.", 0.0, {0.4, 0.6}, 2) == "Hezbollah");
}

TEST_CASE("a spokesman is nobody whom the text has named, but in his sentence, and a family no person") {
    CHECK(referent("[Ada Krumm|person] left. [A spokeswoman|] told it.", 0.0, {0.9}) == "nobody");
    CHECK(referent("[Ada Krumm|person], [a spokeswoman|] for it, left.", 0.0, {0.9}) == "Ada Krumm");
    CHECK(referent("[Ada Krumm|person] left. [The spokeswoman|] told it.", 0.0, {0.9}) == "Ada Krumm");
    CHECK(referent("[Azul|company] left. [An official|] told it.", 0.0, {0.9}) == "nobody");
    CHECK(referent("[Ada Krumm|person] left. [The family|] stayed.", 0.0, {0.9}) == "nobody");
}

TEST_CASE("things and events are no state and no company") {
    CHECK(referent("[Iran|state] flies. [The drone|] fell.", 0.0, {0.9}) == "nobody");
    CHECK(referent("[Azul|company] flies. [The airliner|] fell.", 0.0, {0.9}) == "nobody");
    CHECK(referent("[Iran|state] fights. [The conflict|] goes on.", 0.0, {0.9}) == "nobody");
    CHECK(referent("[Lodva|weapon] flies. [The drone|] fell.", 0.0, {0.9}) == "Lodva");
}

TEST_CASE("each of several, one of many and another are nobody") {
    CHECK(referent("[Iran|state] left. [Each side|] stayed.", 0.0, {0.9}) == "nobody");
    CHECK(referent("[Red Front|armed_group] left. [Another group|] stayed.", 0.0, {0.9}) == "nobody");
    CHECK(referent("[Red Front|armed_group] left. [One of the groups|] stayed.", 0.0, {0.9}) == "nobody");
    CHECK(referent("[Red Front|armed_group] left. One of [the groups|] stayed.", 0.0, {0.9}) == "nobody");
    CHECK(referent("[Red Front|armed_group] left. [One group|] stayed.", 0.0, {0.9}) == "Red Front");
}

TEST_CASE("whose host or ally somebody is, he is not") {
    CHECK(referent("[Ada Krumm|person] met [Bo Lund|person]. [Krumm|person]'s [host|] left.", 0.0, {0.8, 0.1, 0.0},
                   2) == "nobody");
    CHECK(referent("[Ada Krumm|person] met [Bo Lund|person]. [Krumm|person]'s [host|] left.", 0.0, {0.1, 0.8, 0.0},
                   2) == "Bo Lund");
    CHECK(referent("[Iran|state] left. [Iran|state]'s [ally|] stayed.", 0.0, {0.9, 0.0}, 2) == "nobody");
    CHECK(referent("[Iran|state] left. [Iran|state]'s [army|] stayed.", 0.0, {0.9, 0.0}, 2) == "Iran");
}

TEST_CASE("an institution is one whose name says so, where the article has any") {
    CHECK(referent("[Azul|company] sued at the [High Court|government_body]. [The court|] agreed.", 0.0, {0.7, 0.3}) ==
          "nobody");
    CHECK(referent("[Azul|company] sued at the [High Court|government_body]. [The court|] agreed.", 0.0, {0.3, 0.7}) ==
          "High Court");
    CHECK(referent("[Lodva Tribunal|government_body] met. [The court|] agreed.", 0.0, {0.9}) == "Lodva Tribunal");
}

TEST_CASE("a party's spokesman is one of those whom the article names with the party, where it does") {
    const std::string both = "[Ada Krumm|person] met [Blue List|party] member [Bo Lund|person]. ";
    CHECK(referent(both + "The [Blue List|party] [spokesman|] left.", 0.0, {0.9, 0.0, 0.1}, 3) == "nobody");
    CHECK(referent(both + "The [Blue List|party] [spokesman|] left.", 0.0, {0.3, 0.0, 0.7}, 3) == "Bo Lund");
    CHECK(referent("[Ada Krumm|person], the [Blue List|party] leader, left. The [Blue List|party] [spokesman|] stayed.",
                   0.0, {0.9}, 3) == "Ada Krumm");
    CHECK(referent("[Ada Krumm|person] met the [Blue List|party]. The [Blue List|party] [spokesman|] left.", 0.0, {0.9},
                   3) == "Ada Krumm");
    CHECK(referent(both + "The [Red List|party] [spokesman|] left.", 0.0, {0.9, 0.0, 0.1}, 3) == "Ada Krumm");
}

TEST_CASE("whom the article calls Mr. is no she") {
    CHECK(referent("Mr. [Krumm|person] met [Ada Lund|person]. [She|] left.", 0.0, {0.6, 0.4}) == "nobody");
    CHECK(referent("Ms [Krumm|person] met [Bo Lund|person]. [She|] left.", 0.0, {0.6, 0.4}) == "Krumm");
    CHECK(referent("[Krumm|person] met [Bo Lund|person]. [She|] left.", 0.0, {0.6, 0.4}) == "Krumm");
}

TEST_CASE("a given name and a noun tell a man from a woman") {
    const std::string names = "[Mary Krumm|person] and [Robert Ott|person]. ";
    CHECK(referent(names + "[He|] left.", 0.0, {0.6, 0.4}) == "nobody");
    CHECK(referent(names + "[He|] left.", 0.0, {0.4, 0.6}) == "Robert Ott");
    CHECK(referent(names + "[The spokeswoman|] left.", 0.0, {0.1, 0.9}) == "nobody");
    CHECK(referent("[Kelly Krumm|person] and [Robert Ott|person]. [He|] left.", 0.0, {0.9, 0.1}) == "Kelly Krumm");
}

TEST_CASE("whose father somebody is, of whom the text spoke just before, he is not; and two are not one") {
    CHECK(referent("[Ada Krumm|person] and [Bo Ott|person]. [Bo Ott|person] thanked [his father|].", 0.0,
                   {0.0, 0.3, 0.7}) == "nobody");
    CHECK(referent("[Bo Ott|person] spoke. [His father|] came.", 0.0, {0.9}) == "nobody");
    CHECK(referent("[Ada Krumm|person] fell. [Bo Ott|person] thanked [his child|].", 0.0, {0.9, 0.1}) == "Ada Krumm");
    CHECK(referent("[Ada Krumm|person] and [Bo Ott|person]. [The two rivals|] met.", 0.0, {0.9, 0.1}) == "nobody");
}

TEST_CASE("who stands before a comma may be whose lawyer he is told to be") {
    CHECK(referent("[Ada Krumm|person] met [Bo Ott|person], [his lawyer|].", 0.0, {0.1, 0.9}) == "Bo Ott");
    CHECK(referent("[Mary Ott|person] met [Bo Ott|person] and [his mother|].", 0.0, {0.9, 0.1}) == "Mary Ott");
}

TEST_CASE("a man is whom the text has not named yet, or names there") {
    CHECK(referent("[Bo Ott|person] spoke. He feared [a gunman|].", 0.0, {0.9}) == "nobody");
    CHECK(referent("[Bo Ott|person] shot [a gunman|].", 0.0, {0.9}) == "Bo Ott");
    CHECK(referent("[Bo Ott|person] spoke. He is [a gunman|].", 0.0, {0.9}) == "Bo Ott");
}

TEST_CASE("an article that was cut off stands for what its noun does") {
    CHECK(referent("[Azul|company] grows. [The|] Lodva-based firm hires.", 0.0, {0.9}) == "Azul");
    CHECK(referent("[Azul|company] grows. [The|] Foreign Minister left.", 0.0, {0.9}) == "nobody");
}

TEST_CASE("several are not one person, and not one state") {
    CHECK(referent("[Ada Krumm|person] met [Bo Lund|person]. [They|] left.", 0.0, {0.3, 0.7}) == "nobody");
    CHECK(referent("[Ada Krumm|person] left. [These officials|] stayed.", 0.0, {0.9}) == "nobody");
    CHECK(referent("[Iran|state] left. [Both countries|] came back.", 0.0, {0.9}) == "nobody");
    CHECK(referent("[Red Front|armed_group] left. [The fighters|] came back.", 0.0, {0.9}) == "Red Front");
}

TEST_CASE("the noun of a reference stands before what tells more of it, or behind where it was cut off") {
    CHECK(referent("[Ada Krumm|person] left. [Members of the party|] stayed.", 0.0, {0.9}) == "nobody");
    CHECK(referent("[Ada Krumm|person] left. [The foreign|] minister came back.", 0.0, {0.9}) == "Ada Krumm");
    CHECK(referent("[Azul|company] left. [The foreign|] minister came back.", 0.0, {0.9}) == "nobody");
}

TEST_CASE("who has an ally or a counterpart is not that") {
    CHECK(referent("[Oman|state] left. [Iran|state] spoke. [Our|] old ally [Iran|state] stays.", 0.0, {0.3, 0.7}) ==
          "nobody");
    CHECK(referent("[Oman|state] left. [Iran|state] spoke. [Our|] old ally [Iran|state] stays.", 0.0, {0.6, 0.4}) ==
          "Oman");
    CHECK(referent("[Iran|state] spoke. [Its|] talks with [Oman|state] failed.", 0.0, {0.7, 0.3}) == "Iran");
    CHECK(referent("[Ali Khamenei|person] spoke. [His|] [Iranian|nationality] counterpart left.", 0.0, {0.9}) ==
          "nobody");
    CHECK(referent("[Ali Khamenei|person] spoke. [His|] [Iranian|nationality] house fell.", 0.0, {0.9}) ==
          "Ali Khamenei");
}

}  // namespace
}  // namespace kith::text
