#include "ingest/documents/mojibake.hpp"

#include <doctest/doctest.h>

using kith::repaired_encoding;

TEST_CASE("UTF-8 that was read as Windows-1252 is read as UTF-8, were it so twice") {
    CHECK(repaired_encoding("Enrique PeÃ±a Nieto, GuantÃ¡namo, ErdoÄŸan, MiloÅ¡") ==
          "Enrique Peña Nieto, Guantánamo, Erdoğan, Miloš");
    CHECK(repaired_encoding("He said â€œnoâ€\u009D â€“ and didnâ€™t pay Â£5") == "He said “no” – and didn’t pay £5");
    CHECK(repaired_encoding("\u00C3\u0083\u00C2\u00BA") == "ú");
    CHECK(repaired_encoding("ðŸ˜€") == "😀");
}

TEST_CASE("what is meant so stays") {
    for (const char* text : {"", "plain", "São Paulo, Ångström, naïve", "„Spaß“ und „Ä“", "CAFÉ» – À «",
                             "“AMANHÃ” e “MÃ”", "Â", "â€", "10 €", "Ã", "Мир", "حزب", "日本"})
        CHECK(repaired_encoding(text) == text);
}
