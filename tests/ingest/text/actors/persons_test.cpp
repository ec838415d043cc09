#include "ingest/text/actors/actors.hpp"

#include <doctest/doctest.h>

#include "ingest/text/actors/actors_in.hpp"
#include "ingest/text/marked_text.hpp"
#include "ingest/text/words/tagger.hpp"

namespace kith::text {
namespace {

TEST_CASE("a person is one by his last name, by any one of his names, and with a letter between them") {
    CHECK(actors_in("[Donald J. Trump|person] left. [Trump|person] and [Donald Trump|person] and [Donald|person].") ==
          List(4, "Donald Trump/person"));  // as the gazetteer calls him
    CHECK(actors_in("[Ronald J. Krumm|person] left. [Krumm|person] and [Ronald Krumm|person] and [Ronald|person].") ==
          List(4, "Ronald J. Krumm/person"));
    CHECK(actors_in("[Ronald W. Krumm|person] is the son of [Ronald H. W. Krumm|person].") ==
          List{"Ronald W. Krumm/person", "Ronald H. W. Krumm/person"});
    CHECK(actors_in("[Joe Biden|person] met [Joe Manchin|person].") == List{"Joe Biden/person", "Joe Manchin/person"});
}

TEST_CASE("somebody well known goes by his full name where a text gives only the last one") {
    CHECK(actors_in("[Putin|person] left.") == List{"Vladimir Putin/person"});
    CHECK(actors_in("[Anna Putin|person] met [Putin|person].") == List(2, "Anna Putin/person"));
    CHECK(actors_in("[Vladimir Putin|person] met [Anna Putin|person]. [Putin|person] left.").back() ==
          "Vladimir Putin/person");
}

TEST_CASE("of namesakes the one named first is meant by the last name alone, unless one is known by it") {
    CHECK(actors_in("[Ana Krumm|person] met [Bo Krumm|person]. [Bo Krumm|person] left. [Krumm|person] spoke.").back() ==
          "Ana Krumm/person");
    CHECK(actors_in("[Hunter Biden|person] met [Joe Biden|person]. [Joe Biden|person] left. [Biden|person] spoke.")
              .back() == "Joe Biden/person");
    CHECK(actors_in("[Krumm Solis|person] met [Ana Krumm|person]. [Krumm|person] spoke.").back() == "Ana Krumm/person");
}

TEST_CASE("a title tells of which of a family a mention is") {
    const std::string couple = "[Mary Krumm|person] met [Robert Krumm|person]. ";
    CHECK(actors_in(couple + "Mr. [Krumm|person] left. Mrs. [Krumm|person] and [Krumm|person] stayed.") ==
          List{"Mary Krumm/person", "Robert Krumm/person", "Robert Krumm/person", "Mary Krumm/person",
               "Mary Krumm/person"});
    CHECK(actors_in("President [Clinton|person] spoke. [Clinton|person] left.") == List(2, "Bill Clinton/person"));
    CHECK(actors_in("[Hafez al-Assad|person] ruled. President [Assad|person] died.") ==
          List(2, "Hafez al-Assad/person"));
    CHECK(actors_in("[Hillary Clinton|person] praised President [Clinton|person].").back() == "Bill Clinton/person");
    CHECK(actors_in(
              "[Michelle Obama|person] met Mr. [Obama|person]. President [Obama|person] spoke to [Obama|person].") ==
          List{"Michelle Obama/person", "Barack Obama/person", "Barack Obama/person", "Michelle Obama/person"});
    CHECK(actors_in("[Michelle Obama|person] spoke. The [Obama|person] administration did not.").back() ==
          "Barack Obama/person");
}

TEST_CASE("somebody known by a last name is meant by the first one, where no other has it") {
    CHECK(actors_in("[Rubio|person] spoke. [Marco|person] left.") == List(2, "Marco Rubio/person"));
    CHECK(actors_in("[Rubio|person] spoke. [Marco|person], 34, fled.").back() == "Marco/person");
    CHECK(actors_in("[Rubio|person] met [Marco Krumm|person]. [Marco|person] left.").back() == "Marco Krumm/person");
}

TEST_CASE("a person is not the body that bears his name") {
    CHECK(actors_in("[Wagner|armed_group] hired [Robert Wagner|person]. [Wagner|person] left.") ==
          List{"Wagner Group/armed_group", "Robert Wagner/person", "Robert Wagner/person"});
}

TEST_CASE("a name that is read as a person and as something else is what most of its mentions are") {
    CHECK(actors_in("[Ali Qanbar|person] fled. [Qanbar|place] was seen.") == List(2, "Ali Qanbar/person"));
    CHECK(actors_in("[Ada Blue|company] sold. [Ada Blue|company] bought. [Ada Blue|person] rose.") ==
          List(3, "Ada Blue/company"));
}

TEST_CASE("a mother is not her son") {
    CHECK(actors_in("[Umm Yunus|person] wept. [Yunus|person] left.") == List{"Umm Yunus/person", "Yunus/person"});
}

TEST_CASE("somebody is the same with a second last name, but not with what tells the generation") {
    CHECK(actors_in("[Ana Solis Ortega|person] fled. [Ana Solis|person] was seen.") ==
          List(2, "Ana Solis Ortega/person"));
    CHECK(actors_in("[Ana Solis Jr.|person] fled. [Ana Solis|person] was seen.") ==
          List{"Ana Solis Jr./person", "Ana Solis/person"});
}

TEST_CASE("initials are one by one, a given name may be short, and a known one's middle letter is not told") {
    CHECK(actors_in("[C. V. Krumm & Company|company] sold. [C.V. Krumm|company] bought.") ==
          List(2, "C. V. Krumm & Company/company"));
    CHECK(actors_in("[Peter Krumm|person] met [Pete Krumm|person].") == List(2, "Peter Krumm/person"));
    CHECK(actors_in("[Edward G. Krumm|person] met [Ed Krumm|person].") == List(2, "Edward G. Krumm/person"));
    CHECK(actors_in("Justice [Samuel A. Alito Jr.|person] and [Samuel Alito|person]") ==
          List(2, "Samuel Alito/person"));
    CHECK(actors_in("[Metro-Krumm-Adler|company] sold. [MKA|company] bought.") == List(2, "Metro-Krumm-Adler/company"));
}

TEST_CASE("a last name that comes again or has a title is that of the main state's leader, if only one bears it") {
    const std::string mexico = "[Mexico|state] wept. [Mexican|nationality] towns burned. [Cancun|place] fell. ";
    CHECK(actors_in(mexico + "President [Calderon|person] left.").back() == "Felipe Calderon/person");
    CHECK(actors_in(mexico + "[Calderon|person] left. [Calderon|person] came.").back() == "Felipe Calderon/person");
    CHECK(actors_in(mexico + "[Calderon|person] left.").back() == "Calderon/person");
    CHECK(actors_in(mexico + "The [Calderon|person] government fell.").back() == "Felipe Calderon/person");
    CHECK(actors_in(mexico + "Senators [Ott|person] and [Calderon|person] left.").back() == "Felipe Calderon/person");
    CHECK(actors_in(mexico + "[Ana Calderon|person] met President [Calderon|person].").back() == "Ana Calderon/person");
    CHECK(actors_in("President [Calderon|person] left.").back() == "Calderon/person");
}

TEST_CASE("a part of somebody's other name is he") {
    CHECK(
        actors_in(
            "[Jan Dairo Molina Reyes|person], also known as [Karim Qanbar|person], fled. [Qanbar|person] was seen.") ==
        List(3, "Jan Dairo Molina Reyes/person"));
}

TEST_CASE("who leads a state where family names come first goes by that name") {
    const std::string text =
        "[North Korea|state], [North Korea|state] and [North Korean|state] men. [Kim|person] spoke. ";
    CHECK(actors_in(text + "[Kim|person] left. [Kim|person] wept.").back() == "Kim Jong Un/person");
    CHECK(actors_in(text + "[Kim|person] left.").back() == "Kim/person");  // a shopkeeper as easily
    CHECK(actors_in("In [North Korea|state] [Kim|person] met [Kim|person] and [Kim|person].").back() == "Kim/person");
}

TEST_CASE("what is written as one word is no body of two where it is somebody") {
    CHECK(actors_in("[Ada Whitehouse|person] spoke. [Whitehouse|person] left. \"Go\", [Whitehouse|government_body] "
                    "said.") == List(3, "Ada Whitehouse/person"));
}

TEST_CASE(
    "a name that is as often a person as something else is what comes first, and an abbreviation opens its name") {
    CHECK(actors_in("[Rahim Corps|armed_group] fled. [Rahim Corps|person] did.") == List(2, "Rahim Corps/armed_group"));
    CHECK(actors_in("[ACAN Skies|ngo] sued. [ACAN Skies|ngo] lost. [ACAN|media] won.") == List(3, "ACAN Skies/ngo"));
}

TEST_CASE("a mister is the son whom the article has in full, where it names the better known one nowhere else") {
    const std::string son = "[Donald Trump Jr.|person] left. ";
    CHECK(actors_in(son + "Mr. [Trump|person] spoke.").back() == "Donald Trump Jr./person");
    CHECK(actors_in(son + "[Trump|person] spoke.").back() == "Donald Trump/person");
    CHECK(actors_in("The [Trump|person] administration met. " + son + "Mr. [Trump|person] spoke.").back() ==
          "Donald Trump/person");
    CHECK(actors_in(son + "President [Trump|person] spoke. Mr. [Trump|person] left.").back() == "Donald Trump/person");
}

TEST_CASE("somebody well known who is named before others of the name is not they, but for headings") {
    CHECK(actors_in("[Putin|person] spoke of it. He met [Anna Putin|person]. [Putin|person] left.").front() ==
          "Vladimir Putin/person");
    CHECK(actors_in("[Putin|person] Wins Prize\n\n[Anna Putin|person] won. [Putin|person] left.").back() ==
          "Anna Putin/person");
}

TEST_CASE("a given name's short form is whose given name it is, where only one has it") {
    CHECK(actors_in("[David Krumm|person] left. They called [Dave|person] back.").back() == "David Krumm/person");
    CHECK(actors_in("[David Krumm|person] met [David Ott|person]. [Dave|person] left.").back() == "Dave/person");
    CHECK(actors_in("[David Krumm|person] left. [Dave|person], 34, saw it.").back() == "Dave/person");
    CHECK(actors_in("[John Krumm|person] left. They called [Juan|person] back.").back() == "Juan/person");
    CHECK(actors_in("[George Krumm|person] left. They called [Yuri|person] back.").back() == "Yuri/person");
    CHECK(actors_in("[David Krumm|person] left. [Dave|person], a miner, saw it.").back() == "Dave/person");
    CHECK(actors_in("[Edward Krumm|person] left. They called [Ted|person] back.").back() == "Edward Krumm/person");
}

TEST_CASE("the second given name and the father's are a name of somebody who has four") {
    CHECK(actors_in("[Miguel Leonel Rivero Perez|person] left. [Leonel Rivero|person] and [Miguel Perez|person].")[1] ==
          "Miguel Leonel Rivero Perez/person");
}

TEST_CASE("a word that an article has for a person and for another is what it has more often, or first") {
    CHECK(actors_in("[Helna|person] wept. [Helna|person] left. In [Helna|place]'s case.") == List(3, "Helna/person"));
    CHECK(actors_in("[Spartex|company] and [Spartex|person] met.") == List(2, "Spartex/company"));
    CHECK(actors_in("[Abe Krumm|person] -- better known locally as \"[Foot|person]\" -- left.") ==
          List(2, "Abe Krumm/person"));
}

TEST_CASE("whose government it is, of those who led a state under one name, the year of the text tells") {
    const auto bush_in = [](const std::string& year) {
        Document document =
            marked("The [Bush|person] administration asked [Iraq|state] and the [United States|state].");
        document.article.published = year;
        Tagger().apply(document);
        Actors().apply(document);
        return document.actors[document.mentions[MentionIndex(0)].actor].name;
    };
    CHECK(bush_in("1990-05") == "George H. W. Bush");
    CHECK(bush_in("2004") == "George W. Bush");
    CHECK(bush_in("") == "George W. Bush");
    CHECK(actors_in("[Johnson|person] left the [United States|state].").front() == "Johnson/person");
    CHECK(actors_in("Vice President [Johnson|person] left the [United States|state].").front() == "Johnson/person");
    CHECK(actors_in("[Johnson|person]-era laws of the [United States|state].", "1975").front() ==
          "Lyndon B. Johnson/person");
    CHECK(actors_in("The [Johnson|person] White House of the [United States|state].", "1975").front() ==
          "Lyndon B. Johnson/person");
    CHECK(actors_in("Foreign Minister [Kim|person] left [North Korea|state].").front() == "Kim/person");
    CHECK(actors_in("The [Gandhi|person] government of [India|state] fell.").front() == "Gandhi/person");
    CHECK(
        actors_in("[Hillary Clinton|person] of the [United States|state] recalled the [Clinton|person] administration. "
                  "[Clinton|person] left.") ==
        List{"Hillary Clinton/person", "United States/state", "Bill Clinton/person", "Hillary Clinton/person"});
    CHECK(
        actors_in("[Hillary Clinton|person] of the [United States|state] would lead a [Clinton|person] administration.")
            .back() == "Hillary Clinton/person");
    CHECK(actors_in("[Kim Jong Un|person] met [Ada Kim|person]. [Kim|person] left.").back() == "Kim Jong Un/person");
    CHECK(actors_in("The dictator [Kim|person] of [North Korea|state] left.").front() == "Kim Jong Un/person");
}

TEST_CASE("a title tells who is known by it, and a nickname cut in quotation marks is no given name") {
    CHECK(actors_in("The prophet [Muhammad|person] wept.").back() == "Prophet Muhammad/person");
    CHECK(actors_in("\"[Loco\" Krumm|person] hid. [Abe Krumm|person] did, too. [Krumm|person] fell.") ==
          List(3, "Abe Krumm/person"));
    CHECK(
        actors_in("The [Salt Ministry|government_body] ([Secretaria de Sal|government_body], [SESAL|government_body]) "
                  "met.") == List(3, "Salt Ministry/government_body"));
    CHECK(actors_in("\"[Loco\"|person] hid. [Loco|person] fell.").size() == 2);  // and has a word to be told by
}

TEST_CASE("somebody well known is not the son of whom the article has the longer name") {
    CHECK(actors_in("[Trump|person] hunts. [Eric Trump Jr.|person] does.").front() == "Donald Trump/person");
    CHECK(actors_in("[Krumm|person] hunts. [Eric Krumm Jr.|person] does.").front() == "Eric Krumm Jr./person");
}

TEST_CASE("a last name that nearly everybody gives one person is that one's, of texts of the right years") {
    CHECK(actors_in("[Bush|person] left.", "2012") == List{"George W. Bush/person"});
    CHECK(actors_in("[Bush|person] left.", "1991-02-03") == List{"George H. W. Bush/person"});
    CHECK(actors_in("[Clinton|person] left.", "1995") == List{"Bill Clinton/person"});
    CHECK(actors_in("[Clinton|person] left.", "2015") == List{"Hillary Clinton/person"});
    CHECK(actors_in("[Clinton|person] left.", "") == List{"Hillary Clinton/person"});
    CHECK(actors_in("Senator [Clinton|person] left.", "2003") == List{"Hillary Clinton/person"});
    CHECK(actors_in("Mrs. [Clinton|person] left.", "1995") == List{"Hillary Clinton/person"});
    CHECK(actors_in("Mrs. [Bush|person] left.", "2003") == List{"Bush/person"});
    CHECK(actors_in("Gov. [Bush|person] left.", "2003") == List{"Bush/person"});
    CHECK(actors_in("[Mueller|person] left [Germany|state].").front() == "Mueller/person");
    CHECK(actors_in("[Mueller|person] left the [United States|state].").front() == "Robert Mueller/person");
    CHECK(actors_in("[Sophia Bush|person] left. [Bush|person] came.", "2012") == List(2, "Sophia Bush/person"));
}

TEST_CASE("a president's last name in a row with another's of the state is his") {
    CHECK(actors_in("Presidents [Eisenhower|person], [Kennedy|person] and [Johnson|person] left.") ==
          List{"Dwight D. Eisenhower/person", "John F. Kennedy/person", "Lyndon B. Johnson/person"});
    CHECK(actors_in("The [Kennedy|person]-[Nixon|person] race").front() == "John F. Kennedy/person");
    CHECK(actors_in("[Blair|person], [Howard|person] and [Kennedy|person] left.").back() == "Kennedy/person");
    CHECK(actors_in("The [Obama|person] and [Carter|person] administrations left.").back() == "Jimmy Carter/person");
    CHECK(actors_in("[Nixon|person] met [Kennedy|person].").back() == "Kennedy/person");
    CHECK(actors_in("After meeting [Obama|person], [Carter|person] left.").back() == "Carter/person");
    CHECK(actors_in("[Trump|person], [Johnson|person] and [Macron|person] met.")[1] == "Johnson/person");
}

TEST_CASE("somebody goes by his first given name and his father's last one") {
    CHECK(actors_in("[Miguel Angel Otero Perez|person] left. [Miguel Otero|person] spoke.") ==
          List(2, "Miguel Angel Otero Perez/person"));
    CHECK(actors_in("[Miguel Angel Otero Perez|person] left. [Miguel Angeles|person] spoke.").back() ==
          "Miguel Angeles/person");
}

TEST_CASE("somebody is the same by a form of a given name, and by a slip in it that tells no other") {
    CHECK(actors_in("[Nicholas Beale|person] fell ill. [Nick Beale|person] is well.") ==
          List(2, "Nicholas Beale/person"));
    CHECK(actors_in("[Frederick Beale|person] fell ill. [Freddie Beale|person] is well. [Freddie|person] wrote.") ==
          List(3, "Frederick Beale/person"));
    CHECK(actors_in("[Sergei Lodvin|person] left. [Sergeir Lodvin|person] and [Sergej Lodvin|person] too.") ==
          List(3, "Sergei Lodvin/person"));
    CHECK(actors_in("[Charles Lodvar|person] left. [Charles Lodvare|person] stayed.") ==
          List(2, "Charles Lodvar/person"));
    CHECK(actors_in("[Bo El Lodvin|person] left. The [El Lodvins|person] stayed.").back() == "El Lodvins/person");
    CHECK(actors_in("[Daniel Lodva|person] left. [Daniela Lodva|person] stayed.") ==
          List{"Daniel Lodva/person", "Daniela Lodva/person"});
}

TEST_CASE("whose father somebody is he is called by where he is called so as often") {
    CHECK(actors_in("[Abu Lodva|person] left. [Lodva|person] fled.") == List(2, "Abu Lodva/person"));
    CHECK(actors_in("[Abu Lodva|person] and [Abu Lodva|person] left. [Lodva|person] fled.").back() == "Lodva/person");
}

TEST_CASE(
    "somebody goes by his father's name with its particles, and a fighter by the group's name without its plural") {
    CHECK(actors_in("[Ana Luz de la Torre Ortega|person] left. [De la Torre|person] spoke.") ==
          List(2, "Ana Luz de la Torre Ortega/person"));
    CHECK(actors_in("A [Zeta|armed_group] cell.") == List{"Los Zetas/armed_group"});
}

TEST_CASE("somebody goes by his father's name, and by a nickname told with \"or\"") {
    CHECK(actors_in("[Ana Maria Quispe|person] left. [Maria|company] mines.").back() == "Maria/company");
    CHECK(actors_in("[Ana Otero Quispe|person] left. She lives in [Otero|place].").back() == "Otero/place");
    CHECK(actors_in("[Ana Otero Quispe|person] left. [Otero|company] mines.") == List(2, "Ana Otero Quispe/person"));
    CHECK(actors_in("[Jose Luna Quispe|person], or \"[Chepe Osorio|person],\" left.") ==
          List(2, "Jose Luna Quispe/person"));
    CHECK(actors_in("[Jose Luna Quispe|person], or [Ana Osorio|person], left.").back() == "Ana Osorio/person");
}

TEST_CASE("who leads a state is known by the last name behind the title, and by the given name without the initial") {
    CHECK(actors_in("[Kim Jong Un|person] met President [Moon|person] in [South Korea|state].")[1] ==
          "Moon Jae-in/person");
    CHECK(actors_in("The [Abe|person] government of [Japan|state] fell.").front() == "Shinzo Abe/person");
    CHECK(actors_in("President [Moon|person] of the club met [Putin|person].").front() == "Moon/person");
    CHECK(actors_in("[George Bush|person] spoke to the [United States|state].").front() == "George W. Bush/person");
    CHECK(actors_in("[Ada Bush|person] spoke to the [United States|state].").front() == "Ada Bush/person");
}

TEST_CASE("of several of a last name who speaks is whoever was named before; the leader of a family is meant else") {
    const std::string two = "[Abe Krumm|person] left. [Bo Krumm|person], an expert, stayed. ";
    CHECK(actors_in(two + "[Krumm|person] said so.").back() == "Bo Krumm/person");
    CHECK(actors_in(two + "\"It is so,\" said [Krumm|person].").back() == "Bo Krumm/person");
    CHECK(actors_in(two + "They met [Krumm|person].").back() == "Abe Krumm/person");
    CHECK(actors_in(two + "President [Krumm|person] said so.").back() == "Abe Krumm/person");
    CHECK(actors_in("[Abe Krumm|person] met his brother [Bo Krumm|person]. [Krumm|person] said so.").back() ==
          "Abe Krumm/person");
    CHECK(actors_in("[Sung Kim|person] met [Kim Jong Un|person] of [North Korea|state]. It feared [Kim|person].")
              .back() == "Kim Jong Un/person");
    CHECK(actors_in("[Kim Jong Un|person] left. [Kim Dong-ott|person] is here. [Kim|person] added this.").back() ==
          "Kim Dong-ott/person");
    CHECK(actors_in("[Wang Yi|person] left. [Wang Ott|person] is here. [Wang|person] added this.").back() ==
          "Wang Ott/person");
}

TEST_CASE("\"Mrs Krumm\" is Mr Krumm's wife, or somebody else, and \"Krumm\" is who has \"Jr.\" behind it") {
    const std::string couple = "[Robert Krumm|person] left with his wife, [Mary|person]. ";
    CHECK(actors_in(couple + "Mr [Krumm|person] spoke. Mrs [Krumm|person] did not.") ==
          List{"Robert Krumm/person", "Mary/person", "Robert Krumm/person", "Mary/person"});
    CHECK(actors_in("[Robert Krumm|person] left. Mr [Krumm|person] met Mrs [Krumm|person].").back() ==
          "Mrs Krumm/person");
    CHECK(actors_in("[Robert Krumm|person] left. Mrs [Krumm|person] stayed.").back() == "Robert Krumm/person");
    CHECK(actors_in("[Abe Krumm Jr.|person] left. His father, [Abe B. Krumm|person], did. Mr. [Krumm|person] wept.")
              .back() == "Abe Krumm Jr./person");
}

TEST_CASE("who is read as a body or a place is the known person of that name") {
    CHECK(actors_in("Special Counsel [Robert Mueller|government_body] left.").front() == "Robert Mueller/person");
    CHECK(
        actors_in("[Soleimani|person] and [Soleimani|person] died. The strike on [Soleimani|place] was new.").back() ==
        "Qassem Soleimani/person");
    CHECK(actors_in("[Islamist|nationality] rebels met [Islamists|nationality].") ==
          List(2, "Islamists/population_group"));
}

TEST_CASE("a son is not who is known by his last name, and a relative's last name is whose relative that is") {
    CHECK(actors_in("[Donald Trump Jr.|person] met [Trump Jr.|person] and [Trump|person]'s men.")[1] ==
          "Donald Trump Jr./person");
    CHECK(actors_in("His mother, [Ada Krumm|person], wept. [Bo Krumm|person] did not. They asked [Krumm|person].")
              .back() == "Bo Krumm/person");
    CHECK(actors_in("His mother, [Ada Krumm|person], wept. They asked [Krumm|person].").back() == "Ada Krumm/person");
}

TEST_CASE("a daughter is nobody's wife, and a wife that of whom her sentence names") {
    const std::string mayor = "[Robert Krumm|person] spoke. ";
    CHECK(actors_in(mayor + "[Tom Ott|person] came with his daughter, [Mary|person]. Mr [Krumm|person] met Mrs "
                            "[Krumm|person].")
              .back() == "Mrs Krumm/person");
    CHECK(actors_in(mayor + "[Tom Ott|person] came with his wife, [Mary|person]. Mr [Krumm|person] met Mrs "
                            "[Krumm|person].")
              .back() == "Mrs Krumm/person");
    CHECK(actors_in("Mr. [Krumm|person] met Mrs. [Krumm|person] and [Robert Krumm|person].")[1] == "Mrs Krumm/person");
}

TEST_CASE("who is named in passing, or as a wife behind the name, does not speak by the last name") {
    const std::string mayor = "[Robert Krumm|person] won. ";
    CHECK(actors_in(mayor + "It was run by [Angela Krumm|person]. [Krumm|person] said so.").back() ==
          "Robert Krumm/person");
    CHECK(actors_in(mayor + "[Angela Krumm|person], his wife, left. [Krumm|person] said so.").back() ==
          "Robert Krumm/person");
}

TEST_CASE("families end in \"es\", and an Arabic article tells no family's name") {
    CHECK(actors_in("The [Hughes|person] family left.").front() == "Hugheses/person");
    CHECK(actors_in("[Kerimov Ahmad|person] met [Omar al-krumm|person]. [Omar|person] left.").back() ==
          "Omar al-krumm/person");
}

TEST_CASE("a mister is not the soldier of the name, where the text names one other man") {
    const std::string family =
        "Sgt. [Bowe Krumm|person] is the son of [Robert Krumm|person]. Sgt. [Krumm|person] fled. ";
    CHECK(actors_in(family + "Mr. [Krumm|person] wept.").back() == "Robert Krumm/person");
    CHECK(actors_in(family + "[Krumm|person] wept.").back() == "Bowe Krumm/person");
    CHECK(actors_in(family + "[Peter Krumm|person] came. Mr. [Krumm|person] wept.").back() == "Bowe Krumm/person");
    CHECK(actors_in(
              "[Abe Krumm|person] sued. [Ben Krumm|person] left. Sgt. [Krumm|person] fled. Mr. [Krumm|person] wept.")
              .back() == "Abe Krumm/person");
}

TEST_CASE("of several who led states under a family name the one in office is meant") {
    const std::string both = "[Kim Dae-jung|person] had won it. [Kim Jong Un|person] came. ";
    CHECK(actors_in(both + "[Kim|person] spoke.", "2018-04-30").back() == "Kim Jong Un/person");
    CHECK(actors_in(both + "[Kim|person] spoke.", "2000").back() == "Kim Dae-jung/person");
}

}  // namespace
}  // namespace kith::text
