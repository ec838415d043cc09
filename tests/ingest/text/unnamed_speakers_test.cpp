#include "ingest/text/references/unnamed_speakers.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "ingest/text/text_picture.hpp"

namespace kith::text {
namespace {

// Who says that Rwanda backs M23: words, "[Name]" of somebody named, "itself" of the article; "no claim".
std::string speaker(const std::string& text) {
    for (const ClaimRecord& claim : analysed(text).claims) {
        if (claim.relation != "backs" || claim.subject.name != "Rwanda") continue;
        if (claim.speaker) return "[" + claim.speaker->name + "]" + claim.unnamed_speaker;
        return claim.unnamed_speaker.empty() ? "itself" : claim.unnamed_speaker;
    }
    return "no claim";
}

TEST_CASE("whoever said something without a name is told in the words of the text, before and behind") {
    CHECK(speaker("A senior official said that Rwanda backed M23.") == "a senior official");
    CHECK(speaker("Three diplomats have also warned that Rwanda backed M23.") == "three diplomats");
    CHECK(speaker("Witnesses say Rwanda backed M23.") == "witnesses");
    CHECK(speaker("Rwanda backed M23, a senior official said on Monday.") == "a senior official");
    CHECK(speaker("Rwanda backed M23, two people told Reuters.") == "two people");
    CHECK(speaker("Rwanda, witnesses said, backed M23.") == "witnesses");
    CHECK(speaker("\"Rwanda backed M23,\" said a retired officer.") == "a retired officer");
    CHECK(speaker("According to court documents, Rwanda backed M23.") == "court documents");
    CHECK(speaker("Rwanda backed M23, according to residents.") == "residents");
    CHECK(speaker("After the raid, villagers said Rwanda had backed M23.") == "villagers");
}

TEST_CASE("what more a text tells of an unnamed speaker belongs to his words") {
    CHECK(speaker("Rwanda backed M23, according to three people briefed on the matter.") ==
          "three people briefed on the matter");
    CHECK(speaker("Three people familiar with the talks said Rwanda backed M23.") ==
          "three people familiar with the talks");
    CHECK(speaker("A diplomat with knowledge of the talks said that Rwanda backed M23.") ==
          "a diplomat with knowledge of the talks");
    CHECK(speaker("Dozens of witnesses said Rwanda backed M23.") == "dozens of witnesses");
    CHECK(speaker("Officials and aid workers said Rwanda backed M23.") == "officials and aid workers");
    CHECK(speaker("A source close to M23 said that Rwanda backed M23.") == "a source close to M23");
    CHECK(speaker("Rwanda backed M23, according to diplomats on Monday.") == "diplomats");
    CHECK(speaker("An official who asked not to be named said Rwanda backed M23.") == "an official");
    CHECK(speaker("Diplomats who were familiar with the raid said Rwanda backed M23.") == "diplomats");
    CHECK(speaker("An official, speaking on condition of anonymity, said Rwanda backed M23.") == "an official");
}

TEST_CASE("who has a name, or speaks for somebody known, is no unnamed speaker") {
    CHECK(speaker("Monica Juma said that Rwanda backed M23.") == "[Monica Juma]");
    CHECK(speaker("Monica Juma, a senior official, said that Rwanda backed M23.") == "[Monica Juma]");
    CHECK(speaker("Monica Juma and other officials said that Rwanda backed M23.").find("officials") ==
          std::string::npos);
    CHECK(speaker("Two Kenyan officials said that Rwanda backed M23.").find("officials") == std::string::npos);
    CHECK(speaker("A spokesman for Kenya said that Rwanda backed M23.").find("spokesman") == std::string::npos);
    CHECK(speaker("No official said that Rwanda backed M23.") == "itself");
    CHECK(speaker("Officials would not say whether Rwanda backed M23.") == "itself");
    CHECK(speaker("Rwanda backed M23.") == "itself");
    CHECK(speaker("Rwanda backed M23, according to an official press release.").find("release") == std::string::npos);
    CHECK(speaker("Rwanda backed M23, Monica Juma, an aide, told reporters.").find("reporters") == std::string::npos);
    CHECK(speaker("Monica Juma, who met the rebels, said witnesses saw that Rwanda backed M23.") == "[Monica Juma]");
    CHECK(speaker("Officials said to be near the rebels fled as Rwanda backed M23.") == "itself");
}

TEST_CASE("a speaker says what is his, not what others say in the same sentence") {
    CHECK(speaker("Officials said the raid was over, but Monica Juma said Rwanda backed M23.") == "[Monica Juma]");
    CHECK(speaker("Witnesses said the raid was over, but a diplomat said Rwanda backed M23.") == "a diplomat");
    CHECK(speaker("Rwanda backed M23. Officials said the raid was over.") == "itself");
}

TEST_CASE("a speaker whom the sentence does not name gives way") {
    for (const auto& [text, words] : std::vector<std::pair<std::string, std::string>>{
             {"Rwanda backed M23, a senior official said.", "a senior official"},
             {"Kenya told of it: Rwanda backed M23, a senior official said.", ""}}) {
        Document document = analysed(text + " Kenya met Rwanda.");
        REQUIRE_FALSE(document.ties.empty());
        Tie& tie = document.ties.front();
        REQUIRE(tie.relation == "backs");
        for (const ActorIndex i : document.actors.indices()) {
            if (document.actors[i].name == "Kenya") tie.speaker = i;
        }
        REQUIRE(tie.speaker != none);
        tie.unnamed_speaker.clear();
        UnnamedSpeakers().apply(document);
        CHECK(tie.unnamed_speaker == words);
        CHECK((tie.speaker == none) == !words.empty());
    }
}

TEST_CASE("somebody brought in with an indefinite article is not whom a reference takes him for") {
    for (const char* article : {"A", "The"}) {
        Document document = analysed(std::string(article) + " diplomat said that Rwanda backed M23.");
        REQUIRE_FALSE(document.ties.empty());
        Tie& tie = document.ties.front();
        tie.unnamed_speaker.clear();
        tie.speaker = tie.object;
        document.mentions.insert(document.mentions.begin(), Mention{{0, 2}, MentionForm::nominal, tie.object});
        UnnamedSpeakers().apply(document);
        CHECK(tie.unnamed_speaker == (*article == 'A' ? "a diplomat" : ""));
    }
}

TEST_CASE("a quotation goes on with its unnamed speaker in the same paragraph") {
    CHECK(speaker("\"We saw it,\" a senior official said. \"Rwanda backed M23.\"") == "a senior official");
    CHECK(speaker("\"We saw it,\" a senior official said.\n\n\"Rwanda backed M23.\"") == "itself");
    CHECK(speaker("\"We saw it,\" a senior official said. Rwanda backed M23.") == "itself");
}

TEST_CASE("the official is the one of whom there was talk, and nobody without him") {
    CHECK(speaker("A diplomat denied the raid. Rwanda backed M23, the diplomat said.") == "a diplomat");
    CHECK(speaker("The official said that Rwanda backed M23.") == "itself");
    CHECK(speaker("The documents say that Rwanda backed M23.") == "the documents");
}

TEST_CASE("what stands in the title of somebody is said by the article itself") {
    for (const ClaimRecord& claim :
         analysed("Syrian President Bashar al-Assad met Vladimir Putin, witnesses said.").claims) {
        if (claim.relation == "leads") CHECK(claim.unnamed_speaker.empty());
        if (claim.relation == "meets") CHECK(claim.unnamed_speaker == "witnesses");
    }
}

TEST_CASE("claims of different unnamed speakers are different claims of an article") {
    const Document document = analysed(
        "Witnesses said that Rwanda backed M23. Diplomats said that Rwanda backed M23. Witnesses also said that "
        "Rwanda backed M23.");
    REQUIRE(document.claims.size() == 2);
    CHECK(document.claims[0].unnamed_speaker == "witnesses");
    CHECK(document.claims[1].unnamed_speaker == "diplomats");
}

}  // namespace
}  // namespace kith::text
