#include "ingest/text/speech_verbs.hpp"

#include "graph/embedded.hpp"
#include "graph/tsv.hpp"

KITH_EMBEDDED(speech_verbs_tsv)

namespace kith::text {

const SpeechVerbs& SpeechVerbs::builtin() {
    static const SpeechVerbs verbs;
    return verbs;
}

SpeechVerbs::SpeechVerbs() {
    for (const TsvRow& row : tsv_rows(speech_verbs_tsv(), "ingest/text/data/speech_verbs.tsv", 1, 1)) {
        for (const std::string_view verb : split(row[0], ' ')) verbs_.insert(verb);
    }
}

}  // namespace kith::text
