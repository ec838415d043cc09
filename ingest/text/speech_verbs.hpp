// Verbs of speech: data/speech_verbs.tsv.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>

#include "graph/claim.hpp"

namespace kith::text {

struct SpeechVerb {
    std::optional<Status> status;  // what the verb lends to what is said: "denied that"
};

class SpeechVerbs {
public:
    static const SpeechVerbs& builtin();
    const SpeechVerb* find(std::string_view lemma) const;  // null: no verb of speech

private:
    SpeechVerbs();
    std::unordered_map<std::string_view, SpeechVerb> verbs_;
};

}  // namespace kith::text
