// A database of random claims (bench/random_claims), for benchmarks and for tests that need a large one.
//
//     write_random_database({.actors = 100'000, .claims = 1'000'000, .seed = 1}, "large.db");
//
// It is filled table by table, which saves the time that names and identities cost an ingester.
#pragma once

#include <array>
#include <string>

#include "bench/random_claims.hpp"
#include "graph/store/bulk_load.hpp"
#include "graph/store/database.hpp"
#include "graph/store/schema.hpp"

namespace kith::bench {

inline std::string name_of(std::uint32_t actor) {
    return "Actor " + std::to_string(actor);
}

inline void write_entities(Database& database, const Size& size) {
    Statement entity = database.prepare("INSERT INTO entity (id, name, kind) VALUES (?1, ?2, ?3)");
    Statement alias = database.prepare("INSERT INTO alias (key, entity, name, origin) VALUES (?1, ?2, ?3, 'name')");
    for (std::uint32_t actor = 0; actor < size.actors; ++actor) {
        const std::string name = name_of(actor);
        entity.bind(1, std::int64_t{actor} + 1).bind(2, name).bind(3, to_string(kind_of(actor))).run();
        alias.bind(1, "actor " + std::to_string(actor)).bind(2, std::int64_t{actor} + 1).bind(3, name).run();
    }
}

inline void write_documents(Database& database, std::uint32_t count) {
    Statement document =
        database.prepare("INSERT INTO document (id, sha256, location, publisher, lineage) VALUES (?1, ?2, ?3, ?4, ?1)");
    for (std::uint32_t number = 0; number < count; ++number) {
        std::array<unsigned char, 32> digest{};
        for (std::size_t i = 0; i < 4; ++i) digest[i] = static_cast<unsigned char>(number >> 8 * i);
        document.bind(1, std::int64_t{number} + 1).bind_blob(2, digest);
        document.bind(3, "article-" + std::to_string(number))
            .bind(4, "publisher-" + std::to_string(number % 200))
            .run();
    }
}

inline void write_claims(Database& database, RandomClaims& claims) {
    Statement insert = database.prepare(
        "INSERT INTO claim (id, subject, relation, object, status, confidence, day) VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
        "?7)");
    Statement evidence = database.prepare(
        "INSERT INTO evidence (claim, document, begin, \"end\", confidence, source) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?2)");
    for (std::int64_t id = 1; const auto claim = claims.next(); ++id) {
        insert.bind(1, id).bind(2, std::int64_t{claim->subject} + 1).bind(3, std::int64_t{claim->relation});
        insert.bind(4, std::int64_t{claim->object} + 1).bind(5, static_cast<std::int64_t>(claim->status));
        insert.bind(6, std::int64_t{claim->confidence_thousandths}).bind(7, std::int64_t{claim->day}).run();
        evidence.bind(1, id)
            .bind(2, std::int64_t{claim->document} + 1)
            .bind(3, id % 20 * 100)
            .bind(4, id % 20 * 100 + 90)
            .bind(5, std::int64_t{claim->confidence_thousandths});
        evidence.run();
    }
}

inline void write_random_database(const Size& size, const std::string& path) {
    Database database(path, Database::Mode::create);
    database.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN");
    create_schema(database, Ontology::builtin());
    EntityWriter entities(database);
    BulkLoad load(database, entities);
    RandomClaims claims(size);
    write_entities(database, size);
    write_documents(database, claims.documents());
    write_claims(database, claims);
    ClaimWriter writer(database);
    load.finish(writer);
    database.execute("UPDATE property SET value = 1 WHERE name = 'generation'; COMMIT");
}

}  // namespace kith::bench
