#include "graph/store/schema.hpp"

#include <array>
#include <string>
#include <vector>

#include "graph/embedded.hpp"
#include "graph/error.hpp"
#include "graph/store/evidence_sources.hpp"
#include "graph/store/merged_entities.hpp"

KITH_EMBEDDED(schema_sql)

namespace kith {

namespace {

constexpr std::int64_t application_id = 0x6b697468;  // "kith", as in schema.sql

// What schema.sql has gained since the version before: statements that change what is there, the beginnings of those of
// schema.sql that make what is new, and what fills it. Views and indexes hold no data of their own, so they are made as
// schema.sql has them today.
struct Migration {
    std::string_view changes{};
    std::vector<std::string_view> made_anew{};
    void (*fill)(Database&) = nullptr;
};

void give_evidence_its_own_confidence(Database& database) {
    database.execute(
        "INSERT INTO evidence (claim, document, begin, \"end\", cue_begin, cue_end, line, confidence, source) SELECT "
        "e.claim, e.document, e.begin, e.\"end\", e.cue_begin, e.cue_end, e.line, "
        "c.confidence, d.lineage FROM old_evidence e JOIN claim c ON c.id = e.claim JOIN document d ON d.id = "
        "e.document;"
        "DROP TABLE old_evidence;"
        "INSERT INTO property SELECT 'alternatives', coalesce(max(max(alternative_of), max(id)), 0) FROM claim;"
        "INSERT INTO sentence_search (sentence_search) VALUES ('rebuild')");
    fill_merged_entities(database);
    EvidenceSources(database).settle_all();
}

// Older files than of version 4 have made the table anew, with these columns.
void let_evidence_tell_its_record(Database& database) {
    if (database.integer("SELECT count(*) FROM pragma_table_info('evidence') WHERE name = 'record'") != 0) return;
    for (const char* column : {"record", "url", "quote", "extractor"})
        database.execute("ALTER TABLE evidence ADD COLUMN " + std::string(column) + " TEXT");
}

void let_extractors_stand_side_by_side(Database& database) {
    database.execute(
        "INSERT INTO evidence (claim, document, begin, extractor, \"end\", cue_begin, cue_end, line, confidence, "
        "source, record, url, quote) "
        "SELECT claim, document, begin, coalesce(extractor, ''), \"end\", cue_begin, cue_end, line, confidence, "
        "source, record, url, quote FROM old_evidence; DROP TABLE old_evidence");
}

// migrations[n] turns version n + 1 into version n + 2.
const std::array<Migration, schema_version - 1> migrations = {{
    {.made_anew = {"CREATE INDEX judgement_other ", "CREATE VIEW entity_name "}},
    {.changes = "ALTER TABLE claim ADD COLUMN unnamed_speaker TEXT NOT NULL DEFAULT ''; DROP VIEW claim_text",
     .made_anew = {"CREATE VIEW claim_text "}},
    {.changes = "DROP VIEW claim_text; DROP VIEW edge; DROP VIEW entity_name; DROP TRIGGER claim_kinds;"
                "DROP INDEX evidence_document; ALTER TABLE evidence RENAME TO old_evidence",
     .made_anew = {"CREATE TABLE evidence ", "CREATE INDEX evidence_document ", "CREATE TABLE merged_entity ",
                   "CREATE INDEX merged_entity_canonical ", "CREATE INDEX alias_last_word ",
                   "CREATE VIEW sentence_text ", "CREATE VIRTUAL TABLE sentence_search ", "CREATE VIEW claim_text ",
                   "CREATE VIEW edge ", "CREATE VIEW entity_name "},
     .fill = give_evidence_its_own_confidence},
    {.changes = "DROP VIEW claim_text",
     .made_anew = {"CREATE TABLE identifier ", "CREATE INDEX identifier_entity ", "CREATE TABLE parting ",
                   "CREATE INDEX parting_document ", "CREATE VIEW claim_text "},
     .fill = let_evidence_tell_its_record},
    {.changes = "DROP VIEW claim_text; DROP VIEW edge; DROP INDEX evidence_document;"
                "ALTER TABLE evidence RENAME TO old_evidence; ALTER TABLE document ADD COLUMN list TEXT;"
                "ALTER TABLE document ADD COLUMN edition TEXT; ALTER TABLE document ADD COLUMN is_snapshot INTEGER NOT "
                "NULL DEFAULT 0 CHECK (is_snapshot IN (0, 1))",
     .made_anew = {"CREATE TABLE evidence ", "CREATE INDEX evidence_document ", "CREATE VIEW claim_text ",
                   "CREATE VIEW edge ", "CREATE INDEX document_list ", "CREATE TABLE record ",
                   "CREATE TABLE past_claim ", "CREATE INDEX past_claim_document ", "CREATE INDEX past_claim_until ",
                   "CREATE INDEX past_claim_subject ", "CREATE INDEX past_claim_object ",
                   "CREATE INDEX past_claim_speaker ", "CREATE INDEX past_claim_place "},
     .fill = let_extractors_stand_side_by_side},
    {.changes = "INSERT INTO status VALUES (6, 'rejected'); DROP VIEW edge",
     .made_anew = {"CREATE TABLE claim_judgement ", "CREATE INDEX claim_judgement_claim ",
                   "CREATE TABLE vouched_evidence ", "CREATE VIEW edge "}},
}};

std::string statement_of_schema(std::string_view beginning) {
    const std::string_view schema = schema_sql();
    const std::size_t begin = schema.find(beginning);
    return std::string(schema.substr(begin, schema.find(";\n", begin) + 1 - begin));
}

void write_kinds(Statement& insert, const Relation& relation, std::string_view side, const EntityKindSet& kinds) {
    for (const EntityKind kind : all_entity_kinds()) {
        if (!kinds.test(static_cast<std::size_t>(kind))) continue;
        insert.bind(1, std::int64_t{relation.id}).bind(2, side).bind(3, to_string(kind)).run();
    }
}

}  // namespace

bool is_empty_database(const Database& database) {
    return database.integer("PRAGMA application_id") == 0 && database.integer("PRAGMA user_version") == 0 &&
           database.integer("SELECT count(*) FROM sqlite_master") == 0;
}

bool is_kith_database(const Database& database) {
    return database.integer("PRAGMA application_id") == application_id;
}

void check_schema(const Database& database) {
    const InputPosition position{database.path(), 0, 0};
    if (!is_kith_database(database)) {
        throw Error(position, "this is an SQLite database of another program, not kith's",
                    "Name another file with --db.");
    }
    const std::int64_t version = database.integer("PRAGMA user_version");
    if (version < 1) {
        throw Error(position, "the database is damaged (its schema has version " + std::to_string(version) + ")",
                    "Restore a copy, or ingest the sources again into a new file.");
    }
    if (version > schema_version) {
        throw Error(position,
                    "the database was made by a newer kith (schema " + std::to_string(version) +
                        ", this program knows " + std::to_string(schema_version) + ")",
                    "Install the newer kith, or name another file with --db.");
    }
    // A stranger's view in the place of a table may be without end.
    Statement others = database.prepare("SELECT name FROM sqlite_master WHERE type <> 'table'");
    while (others.step()) {
        if (schema_sql().find("\nCREATE TABLE " + std::string(others.text(0)) + " (") == std::string_view::npos)
            continue;
        throw Error(position,
                    "the database is not as kith makes it: \"" + std::string(others.text(0)) + "\" is no table",
                    "Ingest the sources again into a new file.");
    }
}

void create_schema(Database& database, const Ontology& ontology) {
    database.execute(std::string(schema_sql()));
    write_relations(database, ontology.all());
}

void write_relations(Database& database, std::span<const Relation> added) {
    Statement relations =
        database.prepare("INSERT INTO relation VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
    Statement kinds = database.prepare("INSERT INTO relation_kind VALUES (?1, ?2, ?3)");
    for (const Relation& relation : added) {
        relations.bind(1, std::int64_t{relation.id})
            .bind(2, relation.name)
            .bind(3, relation.group)
            .bind(4, relation.inverse)
            .bind(5, std::int64_t{relation.symmetric})
            .bind_text_or_null(6, relation.plover)
            .bind_text_or_null(7, relation.cameo)
            .bind_text_or_null(8, relation.follow_the_money)
            .bind_text_or_null(9, relation.wikidata)
            .bind_text_or_null(10, relation.stix)
            .bind(11, relation.gloss)
            .run();
        write_kinds(kinds, relation, "subject", relation.subject_kinds);
        write_kinds(kinds, relation, "object", relation.object_kinds);
    }
}

void migrate_schema(Database& database) {
    const auto version = static_cast<std::size_t>(database.integer("PRAGMA user_version"));
    for (std::size_t i = version; i < static_cast<std::size_t>(schema_version); ++i) {
        const Migration& migration = migrations.at(i - 1);
        database.execute(std::string(migration.changes));
        for (const std::string_view beginning : migration.made_anew) database.execute(statement_of_schema(beginning));
        if (migration.fill != nullptr) migration.fill(database);
        database.execute("PRAGMA user_version = " + std::to_string(i + 1));
    }
}

void complete_old_version(Database& database) {
    const std::int64_t version = database.integer("PRAGMA user_version");
    if (version >= 5) return;  // lacks nothing that readers ask for
    if (database.is_borrowed()) {
        throw Error(InputPosition{database.path(), 0, 0}, "the database was made by an older kith",
                    "`kith index` brings it up to date.");
    }
    database.execute(
        "PRAGMA temp_store = MEMORY;"
        "CREATE TEMP TABLE identifier (scheme TEXT, value TEXT, entity INTEGER, origin TEXT)");
    const std::string evidence =
                          "CREATE TEMP VIEW evidence AS SELECT e.claim, e.document, e.begin, e.\"end\", e.cue_begin, "
                          "e.cue_end, e.line, ",
                      record = ", NULL AS record, NULL AS url, NULL AS quote, NULL AS extractor FROM main.evidence e";
    if (version == 4) {
        database.execute(evidence + "e.confidence, e.source" + record);
        return;
    }
    database.execute(
        "CREATE TEMP TABLE merged_entity (entity INTEGER PRIMARY KEY, canonical INTEGER NOT NULL);"
        "CREATE INDEX temp.merged_entity_canonical ON merged_entity (canonical);" +
        evidence + "c.confidence, d.lineage AS source" + record +
        " JOIN main.claim c ON c.id = e.claim JOIN main.document d ON d.id = e.document");
    fill_merged_entities(database);
}

std::vector<IndexDefinition> indexes_of_loaded_tables() {
    constexpr std::string_view beginning = "\nCREATE INDEX ";
    const std::string_view schema = schema_sql();
    std::vector<IndexDefinition> indexes;
    for (std::size_t at = schema.find(beginning); at != std::string_view::npos; at = schema.find(beginning, at + 1)) {
        std::string statement = statement_of_schema(schema.substr(at + 1, schema.find(';', at) - at));
        const std::size_t name = beginning.size() - 1, name_end = statement.find(' ', name);
        const std::string_view rest = std::string_view(statement).substr(name_end);
        if (!rest.starts_with(" ON claim (") && !rest.starts_with(" ON evidence (") && !rest.starts_with(" ON alias ("))
            continue;
        indexes.push_back({statement.substr(name, name_end - name), std::move(statement)});
    }
    return indexes;
}

Ontology read_ontology(const Database& database) {
    std::vector<Relation> relations;
    Statement rows = database.prepare(
        "SELECT id, name, relation_group, inverse, symmetric, plover, cameo, follow_the_money, wikidata, stix, gloss "
        "FROM relation ORDER BY id");
    Statement kinds = database.prepare("SELECT side = 'subject', kind FROM relation_kind WHERE relation = ?1");
    while (rows.step()) {
        const auto text = [&](int column) { return std::string(rows.text(column)); };
        Relation relation{.id = static_cast<RelationId>(rows.integer(0)),
                          .name = text(1),
                          .group = text(2),
                          .inverse = text(3),
                          .symmetric = rows.integer(4) != 0,
                          .plover = text(5),
                          .cameo = text(6),
                          .follow_the_money = text(7),
                          .wikidata = text(8),
                          .stix = text(9),
                          .gloss = text(10),
                          .subject_kinds = {},
                          .object_kinds = {}};
        for (kinds.bind(1, std::int64_t{relation.id}); kinds.step();) {
            const auto kind = parse_entity_kind(kinds.text(1));
            if (!kind) continue;
            (kinds.integer(0) != 0 ? relation.subject_kinds : relation.object_kinds)
                .set(static_cast<std::size_t>(*kind));
        }
        relations.push_back(std::move(relation));
    }
    return Ontology(std::move(relations));
}

}  // namespace kith
