// Text that may be HTML, as the fields of records hold it.
//
//     text_without_html("<p>Talks <b>open</b> in Athens.</p>", "a.jsonl")   // "\n\nTalks open in Athens."
//     text_without_html("Talks open in Athens &amp; Ankara.", "a.jsonl")    // "Talks open in Athens & Ankara."
//     text_without_html("The price is <5 euros.", "a.jsonl")                // as it is
#pragma once

#include <string>

namespace kith {

// The text without elements, and with letters for character references, where it has any; else as it is. Of a whole
// page it is the story. Throws UnusableInput for HTML built to exhaust a parser.
std::string text_without_html(std::string text, const std::string& file);

}  // namespace kith
