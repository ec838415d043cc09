#include "ingest/text/speech_verbs.hpp"

#include "graph/embedded.hpp"
#include "ingest/text/table.hpp"

KITH_EMBEDDED(speech_verbs_tsv)

namespace kith::text {

const SpeechVerbs& SpeechVerbs::builtin() {
    static const SpeechVerbs verbs;
    return verbs;
}

SpeechVerbs::SpeechVerbs() {
    for (const Row& row : rows(speech_verbs_tsv())) {
        for (const std::string_view verb : split(row[0], ' '))
            verbs_.try_emplace(verb, SpeechVerb{parse_status(row[1])});
    }
}

const SpeechVerb* SpeechVerbs::find(std::string_view lemma) const {
    const auto found = verbs_.find(lemma);
    return found == verbs_.end() ? nullptr : &found->second;
}

}  // namespace kith::text
