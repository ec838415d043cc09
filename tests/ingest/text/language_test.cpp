#include "ingest/text/words/language.hpp"

#include <doctest/doctest.h>

#include <string>

#include "ingest/text/words/sentences.hpp"
#include "ingest/text/words/tagger.hpp"
#include "ingest/text/words/tokenizer.hpp"

namespace {

bool is_english(const std::string& text) {
    kith::text::Document document;
    document.article.text = text;
    kith::text::Tokenizer().apply(document);
    kith::text::Sentences().apply(document);
    kith::text::Tagger().apply(document);
    return language_signs(document).english();
}

}  // namespace

TEST_CASE("an English article reads like English, however full of foreign names") {
    CHECK(is_english(
        "Norway and Poland opened a pipeline under the Baltic Sea on Tuesday. Prime Minister Mateusz Morawiecki said "
        "in "
        "Goleniów that the era of Russian gas was over, while Mette Frederiksen of Denmark called it a step towards "
        "independence. The pipeline, which is to carry ten billion cubic metres a year, had been planned since 2016."));
    CHECK(is_english("Gazprom, Rosneft, Lukoil sanctioned"));  // too short to tell
    CHECK(is_english(""));
}

TEST_CASE("articles in other languages do not") {
    CHECK_FALSE(
        is_english("Norwegen und Polen haben gestern eine Leitung unter der Ostsee eröffnet, durch welche jedes "
                   "Jahr zehn Milliarden Kubikmeter Gas befördert werden sollen, sagte Morawiecki."));
    CHECK_FALSE(is_english(
        "Norwegen und Polen haben am Dienstag eine Pipeline unter der Ostsee eröffnet. Ministerpräsident Mateusz "
        "Morawiecki sagte in Goleniów, die Zeit des russischen Gases sei vorbei, und Mette Frederiksen nannte es einen "
        "Schritt in die Unabhängigkeit. Die Leitung, die in jedem Jahr zehn Milliarden Kubikmeter befördern soll, war "
        "seit 2016 geplant worden."));
    CHECK_FALSE(is_english(
        "La Norvège et la Pologne ont inauguré mardi un gazoduc sous la mer Baltique. Le premier ministre Mateusz "
        "Morawiecki a déclaré à Goleniów que l'ère du gaz russe était terminée, et Mette Frederiksen a parlé d'un pas "
        "vers l'indépendance. Le gazoduc, qui doit transporter dix milliards de mètres cubes par an, était prévu "
        "depuis "
        "2016."));
    CHECK_FALSE(is_english(
        "Noruega y Polonia inauguraron el martes un gasoducto bajo el mar Báltico. El primer ministro Mateusz "
        "Morawiecki "
        "dijo en Goleniów que la era del gas ruso había terminado, y Mette Frederiksen habló de un paso hacia la "
        "independencia. El gasoducto, que debe transportar diez mil millones de metros cúbicos al año, estaba previsto "
        "desde 2016."));
    CHECK_FALSE(is_english(
        "Noorwegen en Polen hebben dinsdag een pijpleiding onder de Oostzee geopend. Premier Mateusz Morawiecki zei in "
        "Goleniów dat het tijdperk van Russisch gas voorbij was, en Mette Frederiksen noemde het een stap in de "
        "richting "
        "van onafhankelijkheid. De leiding, die tien miljard kubieke meter per jaar moet vervoeren, was sinds 2016 "
        "gepland."));
    CHECK_FALSE(is_english(
        "Norge og Polen åbnede tirsdag en rørledning under Østersøen. Statsminister Mateusz Morawiecki sagde i "
        "Goleniów, "
        "at den russiske gas hører fortiden til, og Mette Frederiksen kaldte det et skridt mod uafhængighed. "
        "Ledningen, "
        "som hvert år skal føre ti milliarder kubikmeter gas, har været planlagt siden 2016 og er nu færdig."));
    CHECK_FALSE(
        is_english("Норвегия и Польша открыли во вторник газопровод под Балтийским морем, сообщает агентство."));
    CHECK_FALSE(is_english("افتتحت النرويج وبولندا يوم الثلاثاء خط أنابيب تحت بحر البلطيق كما قال رئيس الوزراء"));
}
