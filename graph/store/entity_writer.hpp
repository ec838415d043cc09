// The rows that tell of entities: who there is, by which names and identifiers, and where they are named.
//
// Rows go into their tables at once, or, while a bulk load is under way, into its batches: then they are in the tables
// once they are settled, in the order in which they were put.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "graph/claim.hpp"
#include "graph/entity.hpp"
#include "graph/store/database.hpp"

namespace kith {

struct EntityRow {
    enum class Of : std::uint8_t { entity, kind, alias, identifier, mention };

    Of of = Of::entity;
    EntityKind kind{};  // of a new entity, or its new one
    EntityId entity = 0;
    std::string key{};          // of an alias; an identifier's scheme
    std::string name{};         // of the entity or the alias; an identifier's value
    std::string_view origin{};  // of alias and identifier; a literal
    DocumentId document = 0;    // of a mention
    std::int64_t begin = 0, end = 0;
};

class BulkLoad;

class EntityWriter {
public:
    explicit EntityWriter(Database& database);

    EntityId make(std::string_view name, EntityKind kind);
    void put(EntityRow row);
    // Afterwards the tables have what was put, and others may write to them.
    void settle();

    // From now on rows go to this load; null: to their tables. None is on the way.
    void begin_load(BulkLoad* load);
    void write(const EntityRow& row);

private:
    Database& database_;
    BulkLoad* load_ = nullptr;
    std::optional<EntityId> last_{};  // entity made for the load; none where the table has the last one
    Statement insert_entity_;
    Statement update_kind_;
    Statement insert_alias_;
    Statement insert_identifier_;
    Statement insert_mention_;
};

}  // namespace kith
