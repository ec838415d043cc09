#include "ingest/records/relation_words.hpp"

#include "ingest/records/column_names.hpp"

namespace kith::records {
namespace {

// "is_owned_by", "Owned by" and "OWNED-BY" are one.
std::string key_of(std::string_view word) {
    std::string key = column_key(word);
    for (const std::string_view verb : {"is", "was", "has"}) {
        if (key.starts_with(verb) && key.size() > verb.size() + 4 && word.size() > verb.size() &&
            (word[verb.size()] == ' ' || word[verb.size()] == '_')) {
            key.erase(0, verb.size());
            break;
        }
    }
    return key;
}

}  // namespace

RelationWords::RelationWords(const Ontology& ontology) {
    for (const Relation& relation : ontology.all()) {
        names_.emplace(relation.name, &relation);
        keys_.emplace(key_of(relation.name), RelationWord{&relation, false});
    }
    for (const Relation& relation : ontology.all()) {
        keys_.emplace(key_of(relation.inverse), RelationWord{&relation, true});
        keys_.emplace(key_of(in_words(relation)), RelationWord{&relation, false});
        keys_.emplace(key_of(in_words(relation, true)), RelationWord{&relation, true});
    }
}

RelationWord RelationWords::find(std::string_view word) const {
    if (const auto exact = names_.find(word); exact != names_.end()) return {exact->second, false};
    const auto found = keys_.find(key_of(word));
    return found == keys_.end() ? RelationWord{} : found->second;
}

EntityKind usual_kind(const Relation* relation, bool is_subject) {
    using enum EntityKind;
    if (relation == nullptr) return organisation;
    for (const EntityKind kind : {organisation, person, place, product}) {
        if (is_subject ? relation->allows_subject(kind) : relation->allows_object(kind)) return kind;
    }
    return organisation;
}

}  // namespace kith::records
