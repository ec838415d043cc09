// Verbs that report what somebody said, from data/speech_verbs.tsv.
#pragma once

#include <string_view>
#include <unordered_set>

namespace kith::text {

class SpeechVerbs {
public:
    static const SpeechVerbs& builtin();
    bool contains(std::string_view lemma) const { return verbs_.contains(lemma); }

private:
    SpeechVerbs();
    std::unordered_set<std::string_view> verbs_;
};

}  // namespace kith::text
