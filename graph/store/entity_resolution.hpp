// From a name in a source to an entity of the store: "Wagner Group" (armed group) -> 4.
//
// Two references are one entity where their names have one key and their kinds are compatible: both persons, both
// places or states, both things, or both organisations of some sort (what one source calls a company another calls an
// armed group). A list's "PUTIN, Vladimir" is Vladimir Putin. A closer kind replaces a vaguer one: organisation by any
// closer kind, place by state. Records that give their entity identifiers are of one entity where both name and an
// identifier agree, whatever else bears the name. Everything finer (is this John Smith that John Smith?) is a judgement,
// which can be withdrawn: graph/resolution.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "graph/entity.hpp"
#include "graph/store/database.hpp"
#include "graph/store/entity_writer.hpp"
#include "graph/store/name_table.hpp"

namespace kith {

class EntityResolution {
public:
    EntityResolution(Database& database, EntityWriter& writer);

    // Whether resolving one and then the other gives one entity. Alters nothing.
    bool would_be_one(const EntityReference& one, const EntityReference& other);

    // The entity that it resolves to, where there is one. Alters nothing.
    std::optional<EntityId> known(const EntityReference& reference);

    // Finds the entity or makes it, and records the reference's further names. Throws RejectedRecord for a name without
    // letters or digits. Second: the entity's kind now.
    std::pair<EntityId, EntityKind> resolve(const EntityReference& reference);

    // Records a surface form as an alias where it says who is meant: it shares a word with a name of the entity or is
    // its acronym, unlike "he" or "the group".
    void add_mention(EntityId id, const EntityReference& reference);

    // Entities may have gone: what it remembers is looked up anew.
    void forget_known();

    // Many new names follow: keeps in memory which keys the store has, so that a name of another key is not looked up.
    void expect_many_names();

    std::int64_t made() const { return made_; }

private:
    struct Known {
        EntityId id;
        EntityKind kind;
    };

    using KnownByName = NameTable<Known>;
    struct Nothing {};

    std::optional<Known> find(const EntityReference& reference);
    std::optional<Known> find(const EntityReference& reference, const std::string& key);  // key: of its name
    Known find_or_make(const EntityReference& reference);
    // Of those whom the key names: who has no identifiers by a record, or shares one of these.
    // Own ones of whom the gazetteer does not know, or all, those of the gazetteer and the user, too.
    enum class Names { any, own };
    std::optional<Known> find(const std::string& key, EntityKind kind, std::span<const Identifier> identifiers,
                              Names names);
    std::optional<Known> first_of_kind(Statement& rows, EntityKind kind, std::span<const Identifier> identifiers);
    std::vector<Identifier> recorded_identifiers(EntityId id);
    void add_alias(EntityId id, std::string_view name, std::string_view origin);
    void insert_alias(const std::string& key, EntityId id, std::string_view name, std::string_view origin);
    void add_identifier(EntityId id, const Identifier& identifier, std::string_view origin);

    Database& database_;
    EntityWriter& writer_;
    Statement find_;
    Statement find_recorded_;
    Statement find_identifiers_;
    std::array<KnownByName, kind_classes> known_;  // by class of kind; names as they were written, with identifiers
    std::unordered_set<std::string> recorded_;     // aliases and identifiers dealt with, by entity
    std::optional<NameTable<Nothing>> keys_;       // of all aliases; nothing: not kept
    std::int64_t made_ = 0;
};

}  // namespace kith
