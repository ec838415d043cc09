#include "ingest/documents/html/classes.hpp"

#include <string>
#include <string_view>

#include "graph/ascii.hpp"
#include "graph/embedded.hpp"
#include "ingest/text/words/word_lists.hpp"

KITH_EMBEDDED(html_classes_tsv)

namespace kith {
namespace {

enum Holds { beside, lead };  // in the order of the lists

bool has_word(std::string names, Holds holds) {
    static const text::WordLists words(html_classes_tsv(), "ingest/documents/data/html_classes.tsv",
                                       {"beside", "lead"});
    std::string word;
    for (const char c : names += ' ') {
        if (ascii::is_letter_or_digit(c)) {
            word += ascii::lower(c);
            continue;
        }
        if (words[holds].contains(word)) return true;
        word.clear();
    }
    return false;
}

}  // namespace

bool is_named_beside_story(const GumboNode* element) {
    return has_word(std::string(attribute(element, "class")).append(" ").append(attribute(element, "id")), beside);
}

bool is_named_lead(const GumboNode* element) {
    return has_word(std::string(attribute(element, "class")), lead);
}

}  // namespace kith
