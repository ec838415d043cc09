#include "ingest/text/words/speech_verbs.hpp"

#include "graph/embedded.hpp"

KITH_EMBEDDED(speech_verbs_tsv)

namespace kith::text {

const SpeechVerbs& SpeechVerbs::builtin() {
    static const SpeechVerbs verbs;
    return verbs;
}

SpeechVerbs::SpeechVerbs()
    : lists_(speech_verbs_tsv(), "ingest/text/data/speech_verbs.tsv", {"verb", "inverted", "deed"}) {}

}  // namespace kith::text
