// Makes the data that the benchmarks run on, as a CSV file for `kith ingest` and its peers, or straight as a database:
//
//     kith_make_claims csv 1000000 10000000 > claims.csv
//     kith_make_claims database 1000000 10000000 large.db
//
// The database is filled table by table, which saves the time that names and identities cost an ingester.
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <string>

#include "bench/random_claims.hpp"
#include "graph/store/bulk_load.hpp"
#include "graph/store/database.hpp"
#include "graph/store/schema.hpp"

namespace {

using namespace kith;
using namespace kith::bench;

std::string name_of(std::uint32_t actor) {
    return "Actor " + std::to_string(actor);
}

void write_csv(const Size& size) {
    RandomClaims claims(size);
    std::cout << "subject,relation,object,subject_kind,object_kind,status,confidence,date,source\n";
    while (const auto claim = claims.next()) {
        std::cout << name_of(claim->subject) << ',' << Ontology::builtin().at(claim->relation).name << ','
                  << name_of(claim->object) << ',' << to_string(kind_of(claim->subject)) << ','
                  << to_string(kind_of(claim->object)) << ',' << to_string(claim->status) << ','
                  << claim->confidence_thousandths / 1000.0 << ',' << date_of(claim->day).to_string() << ",publisher-"
                  << claim->document % 200 << '\n';
    }
}

void write_entities(Database& database, const Size& size) {
    Statement entity = database.prepare("INSERT INTO entity (id, name, kind) VALUES (?1, ?2, ?3)");
    Statement alias = database.prepare("INSERT INTO alias (key, entity, name, origin) VALUES (?1, ?2, ?3, 'name')");
    for (std::uint32_t actor = 0; actor < size.actors; ++actor) {
        const std::string name = name_of(actor);
        entity.bind(1, std::int64_t{actor} + 1).bind(2, name).bind(3, to_string(kind_of(actor))).run();
        alias.bind(1, "actor " + std::to_string(actor)).bind(2, std::int64_t{actor} + 1).bind(3, name).run();
    }
}

void write_documents(Database& database, std::uint32_t count) {
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

void write_claims(Database& database, RandomClaims& claims) {
    Statement insert = database.prepare(
        "INSERT INTO claim (id, subject, relation, object, status, confidence, day) VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
        "?7)");
    Statement evidence =
        database.prepare("INSERT INTO evidence (claim, document, begin, \"end\") VALUES (?1, ?2, ?3, ?4)");
    for (std::int64_t id = 1; const auto claim = claims.next(); ++id) {
        insert.bind(1, id).bind(2, std::int64_t{claim->subject} + 1).bind(3, std::int64_t{claim->relation});
        insert.bind(4, std::int64_t{claim->object} + 1).bind(5, static_cast<std::int64_t>(claim->status));
        insert.bind(6, std::int64_t{claim->confidence_thousandths}).bind(7, std::int64_t{claim->day}).run();
        evidence.bind(1, id)
            .bind(2, std::int64_t{claim->document} + 1)
            .bind(3, id % 20 * 100)
            .bind(4, id % 20 * 100 + 90);
        evidence.run();
    }
}

void write_database(const Size& size, const std::string& path) {
    Database database(path, Database::Mode::create);
    database.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN");
    create_schema(database, Ontology::builtin());
    BulkLoad load(database);
    RandomClaims claims(size);
    write_entities(database, size);
    write_documents(database, claims.documents());
    write_claims(database, claims);
    load.finish();
    database.execute("UPDATE property SET value = 1 WHERE name = 'generation'; COMMIT");
}

}  // namespace

int main(int count, char** arguments) {
    const std::string form = count > 1 ? arguments[1] : "";
    if (!(form == "csv" && count == 4) && !(form == "database" && count == 5)) {
        std::cerr << "usage: kith_make_claims csv ACTORS CLAIMS | database ACTORS CLAIMS FILE\n";
        return 2;
    }
    std::ios::sync_with_stdio(false);
    const Size size{static_cast<std::uint32_t>(std::stoul(arguments[2])),
                    static_cast<std::uint32_t>(std::stoul(arguments[3])), 1};
    if (form == "csv") {
        write_csv(size);
    } else {
        write_database(size, arguments[4]);
    }
}
