// The paragraphs of a plain text, whether a line is a paragraph or lines are broken to fit a page.
//
//     split_paragraphs("Kirby told reporters that\nWagner was ready.\n\nMoscow denied it.")
//     // {"Kirby told reporters that Wagner was ready.", "Moscow denied it."}
//
// A text counts as broken to width w (the length that nine in ten of its lines keep) where most of its lines end just
// where the next line's first word would have crossed w. In such a text a paragraph ends at an empty line, before an
// indented line, and after a line that ends a sentence short of the width. Elsewhere a line is a paragraph, unless it
// breaks off in the midst of a sentence and the next goes on in lower case.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kith {

// Takes valid UTF-8. White space of all kinds becomes single blanks; control and invisible formatting characters go.
std::vector<std::string> split_paragraphs(std::string_view utf8);

}  // namespace kith
