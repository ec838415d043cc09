// Relations: the ontology of what may tie two entities, read from graph/relations.tsv or from the database.
//
//     const Relation* supplies = Ontology::builtin().find("supplies");
//     supplies->allows_subject(EntityKind::state)  // true
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/entity.hpp"

namespace [[gnu::visibility("default")]] kith {

// Row number in the table `relation`; from 1, in the order of relations.tsv.
using RelationId = std::uint16_t;

using EntityKindSet = std::bitset<32>;

struct Relation {
    RelationId id = 0;
    std::string name{};     // "supplies"
    std::string group{};    // "support"
    std::string inverse{};  // "supplied_by"; the same as name where symmetric
    bool symmetric = false;
    std::string plover{}, cameo{}, follow_the_money{}, wikidata{}, stix{};  // equivalents elsewhere; may be empty
    std::string gloss{};
    EntityKindSet subject_kinds{};
    EntityKindSet object_kinds{};

    bool allows_subject(EntityKind kind) const { return subject_kinds.test(static_cast<std::size_t>(kind)); }
    bool allows_object(EntityKind kind) const { return object_kinds.test(static_cast<std::size_t>(kind)); }
};

// "is allied with", "supplies": the relation as a verb for sentences; inverse likewise ("is supplied by").
std::string in_words(const Relation& relation, bool inverse = false);

class Ontology {
public:
    // The relations that the program was built with.
    static const Ontology& builtin();

    // Reads the format of relations.tsv; the columns after `symmetric` may be left out. Throws Error with file, line
    // and column.
    static Ontology parse(std::string_view tsv, const std::string& file);
    static Ontology read(const std::string& path);

    // Relations in order of id.
    explicit Ontology(std::vector<Relation> relations);

    const std::vector<Relation>& all() const { return relations_; }
    const Relation& at(RelationId id) const;            // throws Error where there is none
    const Relation* find(std::string_view name) const;  // null: unknown

    // These relations, and further ones of a user's. One that is here already, defined alike, is one; throws Error
    // where it is defined otherwise, or where a word would mean two relations.
    Ontology with(const Ontology& more) const;

    // Adds one relation, with the next id. False: it is here already. Throws as with() does.
    bool add(Relation relation);

    // Relations for a word a user may write: a relation, its inverse's name, or a group. Empty: unknown.
    std::vector<RelationId> matching(std::string_view word) const;

private:
    std::vector<Relation> relations_{};
};

// Kinds for a domain or range written as in relations.tsv: A actors, L places and states, P persons, Q things made; or
// as the kinds themselves, "person,company". None: it is written otherwise.
EntityKindSet kinds_of_domain(std::string_view words);

}  // namespace kith
