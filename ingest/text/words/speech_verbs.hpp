// Verbs that report what somebody said, from data/speech_verbs.tsv.
#pragma once

#include "ingest/text/words/word_lists.hpp"

namespace kith::text {

class SpeechVerbs {
public:
    static const SpeechVerbs& builtin();

    bool contains(std::string_view lemma) const { return lists_[0].contains(lemma); }
    // Whether it may stand before its subject: ", said officials".
    bool may_be_inverted(std::string_view lemma) const { return lists_[1].contains(lemma); }
    // Whether it is a deed as well: its date is then that of the deed, not of the saying.
    bool is_deed(std::string_view lemma) const { return lists_[2].contains(lemma); }

private:
    SpeechVerbs();
    WordLists lists_;
};

}  // namespace kith::text
