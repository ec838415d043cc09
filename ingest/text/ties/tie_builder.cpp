#include "ingest/text/ties/tie_builder.hpp"

#include "graph/error.hpp"
#include "ingest/text/actors/known_actor.hpp"

namespace kith::text {

const Relation& relation_named(const Document& document, std::string_view name) {
    if (const Relation* known = document.ontology->find(name)) return *known;
    // What the net tells is known, also where a database has it no more: its sink will say so.
    if (const Relation* known = Ontology::builtin().find(name)) return *known;
    throw Error("a component of the analysis tells of the relation \"" + std::string(name) + "\", which there is not",
                "`kith relations` lists them; --relations, or StoreWriter::add_relations, adds some.");
}

TieKey key_of(const Document& document, const Tie& tie) {
    const bool swapped = relation_named(document, tie.relation).symmetric && tie.subject > tie.object;
    return {swapped ? tie.object : tie.subject, tie.relation, swapped ? tie.subject : tie.object};
}

TieBuilder::TieBuilder(Document& document) : document_(document) {
    for (const ActorIndex i : document.actors.indices()) {
        if (!document.actors[i].known) continue;
        known_.try_emplace(document.actors[i].name, i);
        for (const std::string& alias : document.actors[i].aliases) known_.try_emplace(alias, i);
    }
}

Tie* TieBuilder::add(MentionIndex subject_mention, std::string_view relation, MentionIndex object_mention,
                     SentenceIndex sentence, std::string_view rule, double confidence) {
    if (subject_mention == none || object_mention == none) return nullptr;
    const Mention subject = document_.mentions[subject_mention];
    const Mention object = document_.mentions[object_mention];
    if (subject.actor == none || object.actor == none) return nullptr;
    return add_between(subject.actor, subject.tokens, relation, object.actor, object.tokens, sentence, rule,
                       confidence);
}

Tie* TieBuilder::add_between(ActorIndex subject, Range subject_tokens, std::string_view relation, ActorIndex object,
                             Range object_tokens, SentenceIndex sentence, std::string_view rule, double confidence) {
    const Relation& known = relation_named(document_, relation);
    Tie tie;
    tie.subject = allowed(subject, known.subject_kinds);
    tie.object = allowed(object, known.object_kinds);
    if (tie.subject == none || tie.object == none || tie.subject == tie.object) return nullptr;
    if (sentence != sentence_) ties_of_sentence_ = 0;
    sentence_ = sentence;
    if (++ties_of_sentence_ > max_ties_per_sentence) return nullptr;
    tie.sentence = sentence;
    tie.subject_tokens = subject_tokens;
    tie.object_tokens = object_tokens;
    tie.relation = known.name;
    tie.rule = rule;
    tie.confidence = confidence;
    document_.ties.push_back(std::move(tie));
    return &document_.ties.back();
}

ActorIndex TieBuilder::allowed(ActorIndex actor, const EntityKindSet& kinds) {
    const Actor& candidate = document_.actors[actor];
    if (kinds.test(static_cast<std::size_t>(candidate.kind))) return actor;
    if (!candidate.capital || !kinds.test(static_cast<std::size_t>(EntityKind::state))) return none;
    return state_named(candidate.state);
}

ActorIndex TieBuilder::state_named(const std::string& name) {
    const auto match = document_.gazetteer->match_exactly(name);
    return match ? actor_of(match->entry) : ActorIndex{};
}

ActorIndex TieBuilder::actor_of(const GazetteerEntry& entry) {
    const auto [found, added] = known_.try_emplace(std::string(entry.name), document_.actors.next());
    if (added) document_.actors.push_back(known_actor(entry, entry.name));
    return found->second;
}

}  // namespace kith::text
