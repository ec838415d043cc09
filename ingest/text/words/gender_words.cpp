#include "ingest/text/words/gender_words.hpp"

#include "graph/ascii.hpp"
#include "graph/embedded.hpp"
#include "ingest/text/words/reference_words.hpp"
#include "ingest/text/words/word_lists.hpp"

KITH_EMBEDDED(gender_words_tsv)

namespace kith::text {
namespace {

enum GenderList : std::size_t {
    male_pronoun,
    female_pronoun,
    male_title,
    female_title,
    male_noun,
    female_noun,
    male_given,
    female_given
};

Gender gender(std::string_view word, GenderList male, GenderList female) {
    static const WordLists lists(gender_words_tsv(), "ingest/text/data/gender_words.tsv",
                                 {"male_pronoun", "female_pronoun", "male_title", "female_title", "male_noun",
                                  "female_noun", "male_given", "female_given"});
    return lists[male].contains(word) ? Gender::male : lists[female].contains(word) ? Gender::female : Gender::untold;
}

}  // namespace

Gender gender_of_reference(const Document& document, const Mention& reference) {
    if (reference.tokens.size() == 1)
        return gender(document.tokens[reference.tokens.begin].lower, male_pronoun, female_pronoun);
    return gender(document.tokens[noun_of(document, reference.tokens)].lower, male_noun, female_noun);
}

Gender gender_of_owner(const Document& document, const Mention& reference) {
    if (reference.tokens.size() < 2) return Gender::untold;
    return gender(document.tokens[reference.tokens.begin].lower, male_pronoun, female_pronoun);
}

Gender gender_of_title(const Document& document, const Mention& name) {
    std::size_t before = name.tokens.begin;
    if (name.kind != "person" || before == 0) return Gender::untold;
    if (--before > 0 && document.tokens[before].lower == ".") --before;
    return gender(document.tokens[before].lower, male_title, female_title);
}

Gender gender_of_name(std::string_view name) {
    const std::size_t blank = name.find(' ');
    if (blank == name.npos) return Gender::untold;
    return gender(ascii::lower_case(name.substr(0, blank)), male_given, female_given);
}

bool is_given_name(std::string_view word) {
    return gender(ascii::lower_case(word), male_given, female_given) != Gender::untold;
}

}  // namespace kith::text
