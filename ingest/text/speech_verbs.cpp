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
        for (const std::string_view verb : split(row[0], ' ')) verbs_.insert(verb);
    }
}

}  // namespace kith::text
