// What the analysis minds of relations beyond the ontology, from data/relation_traits.tsv: whether the words that go
// with one tell a role or an item, whether it lasts, whether it is hostile.
//
//     RelationTraits::builtin().tells_role(*ontology.find("leads"))  // true: "leads the army as its commander"
#pragma once

#include <string>
#include <string_view>

#include "graph/relation.hpp"
#include "ingest/text/words/word_lists.hpp"

namespace kith::text {

class RelationTraits {
public:
    static const RelationTraits& builtin();

    // Views into `table`, which must outlive them. Throws Error with file and line for a trait that there is not, and
    // for a word that is neither a relation nor a group of the ontology that the program was built with.
    RelationTraits(std::string_view table, const std::string& file);

    bool tells_role(const Relation& relation) const { return has(roles_, relation); }
    bool is_lasting(const Relation& relation) const { return has(lasting_, relation); }
    bool is_kinship(const Relation& relation) const { return has(kinship_, relation); }
    bool is_hostile(const Relation& relation) const { return has(hostile_, relation) && !has(peaceful_, relation); }

private:
    static bool has(const WordList& list, const Relation& relation) {
        return list.contains(relation.name) || list.contains(relation.group);
    }

    WordList roles_, lasting_, hostile_, peaceful_, kinship_;
};

}  // namespace kith::text
