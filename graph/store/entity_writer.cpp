#include "graph/store/entity_writer.hpp"

#include <limits>
#include <utility>

#include "graph/store/bulk_load.hpp"

namespace kith {

EntityWriter::EntityWriter(Database& database)
    : database_(database),
      insert_entity_(database.prepare("INSERT INTO entity (id, name, kind) VALUES (?1, ?2, ?3)")),
      update_kind_(database.prepare("UPDATE entity SET kind = ?2 WHERE id = ?1")),
      insert_alias_(database.prepare(
          "INSERT INTO alias (key, entity, name, origin) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING")),
      insert_identifier_(
          database.prepare("INSERT INTO identifier (scheme, value, entity, origin) VALUES (?1, ?2, ?3, ?4) ON CONFLICT "
                           "DO UPDATE SET origin = 'record' WHERE excluded.origin = 'record'")),
      insert_mention_(database.prepare("INSERT INTO mention (document, begin, \"end\", entity) VALUES (?1, ?2, ?3, ?4) "
                                       "ON CONFLICT DO NOTHING")) {}

EntityId EntityWriter::make(std::string_view name, EntityKind kind) {
    EntityRow row{.of = EntityRow::Of::entity, .kind = kind, .name = std::string(name)};
    if (load_ == nullptr) {
        write(row);
        return database_.last_insert_id();
    }
    if (!last_) last_ = database_.integer("SELECT max(id) FROM entity");
    if (*last_ == std::numeric_limits<EntityId>::max()) fail_numbering(database_, "an entity");
    row.entity = ++*last_;
    put(std::move(row));
    return *last_;
}

void EntityWriter::put(EntityRow row) {
    if (load_ != nullptr) {
        load_->add(std::move(row));
    } else {
        write(row);
    }
}

void EntityWriter::settle() {
    if (load_ == nullptr) return;
    load_->settle_entities();
    last_.reset();
}

void EntityWriter::begin_load(BulkLoad* load) {
    load_ = load;
    last_.reset();
}

void EntityWriter::write(const EntityRow& row) {
    switch (row.of) {
        case EntityRow::Of::entity:
            insert_entity_.bind(1, row.entity == 0 ? std::nullopt : std::optional(row.entity)).bind(2, row.name);
            insert_entity_.bind(3, to_string(row.kind)).run();
            return;
        case EntityRow::Of::kind:
            update_kind_.bind(1, row.entity).bind(2, to_string(row.kind)).run();
            return;
        case EntityRow::Of::alias:
            insert_alias_.bind(1, row.key).bind(2, row.entity).bind(3, row.name).bind(4, row.origin).run();
            return;
        case EntityRow::Of::identifier:
            insert_identifier_.bind(1, row.key).bind(2, row.name).bind(3, row.entity).bind(4, row.origin).run();
            return;
        case EntityRow::Of::mention:
            insert_mention_.bind(1, row.document).bind(2, row.begin).bind(3, row.end).bind(4, row.entity).run();
            return;
    }
}

}  // namespace kith
