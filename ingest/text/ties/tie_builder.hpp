// Makes ties out of mentions: takes a capital for its government where a place cannot stand, and lets nothing pass
// that the ontology does not allow.
#pragma once

#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "graph/relation.hpp"
#include "ingest/gazetteer/gazetteer.hpp"
#include "ingest/text/words/document.hpp"

namespace kith {
namespace [[gnu::visibility("default")]] text {

// More ties in one sentence are a list of hostile length, not news.
inline constexpr std::size_t max_ties_per_sentence = 200;

// Subject, relation and object: ties that agree in these say the same, whichever way round a symmetric one is told.
using TieKey = std::tuple<ActorIndex, std::string, ActorIndex>;
TieKey key_of(const Document& document, const Tie& tie);

// The relation of this name. Throws Error, that a component made a mistake, where there is none.
const Relation& relation_named(const Document& document, std::string_view name);

class TieBuilder {
public:
    explicit TieBuilder(Document& document);

    // The tie between two mentions, to be completed by the caller; null: not allowed, or of an actor with itself.
    // Throws Error for a relation that there is not.
    // Valid until the next call. Tie::sentence is the object's unless the caller alters it.
    Tie* add(MentionIndex subject_mention, std::string_view relation, MentionIndex object_mention,
             SentenceIndex sentence, std::string_view rule, double confidence);

    // The same between two actors, with the tokens that name them.
    Tie* add_between(ActorIndex subject, Range subject_tokens, std::string_view relation, ActorIndex object,
                     Range object_tokens, SentenceIndex sentence, std::string_view rule, double confidence);

private:
    // The actor that may stand at this end: the mention's own, or the state of a capital; none: neither.
    ActorIndex allowed(ActorIndex actor, const EntityKindSet& kinds);
    // The actor of a state of the gazetteer; none: no such.
    ActorIndex state_named(const std::string& name);
    ActorIndex actor_of(const GazetteerEntry& entry);

    Document& document_;
    std::unordered_map<std::string, ActorIndex> known_;  // actors of the gazetteer by any of their names
    SentenceIndex sentence_;                             // of the last tie, and how many it has so far
    std::size_t ties_of_sentence_ = 0;
};

}  // namespace text
}  // namespace kith
