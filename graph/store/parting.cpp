#include "graph/store/parting.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/error.hpp"
#include "graph/name_key.hpp"
#include "graph/store/unsupported_rows.hpp"

namespace kith {

namespace {

// A claim as it is stored.
struct Told {
    ResolvedClaim claim{};
    bool is_symmetric = false;  // its relation
    Status status = Status::actual;
    std::string time{}, item{}, role{}, unnamed_speaker{};

    ClaimDetails details() const { return {status, time, item, role, unnamed_speaker}; }

    // False: it would be a tie to itself.
    bool replace(EntityId from, EntityId to) {
        if (claim.subject == from) claim.subject = to;
        if (claim.object == from) claim.object = to;
        if (claim.speaker == from) claim.speaker = to;
        if (claim.place == from) claim.place = to;
        if (is_symmetric && claim.object < claim.subject) std::swap(claim.subject, claim.object);
        return claim.subject != claim.object;
    }
};

Told read_claim(const Database& database, ClaimId claim) {
    Statement row = database.prepare(
        "SELECT c.subject, c.relation, c.object, c.speaker, c.place, r.symmetric, c.status, c.time, c.item, c.role, "
        "c.unnamed_speaker FROM claim c JOIN relation r ON r.id = c.relation WHERE c.id = ?1");
    row.bind(1, claim).step();
    const auto text = [&](int column) { return std::string(row.text(column)); };
    return {.claim = {.subject = row.integer(0),
                      .relation = static_cast<RelationId>(row.integer(1)),
                      .object = row.integer(2),
                      .speaker = row.optional_integer(3),
                      .place = row.optional_integer(4)},
            .is_symmetric = row.integer(5) != 0,
            .status = static_cast<Status>(row.integer(6)),
            .time = text(7),
            .item = text(8),
            .role = text(9),
            .unnamed_speaker = text(10)};
}

void write_parties(Database& database, ClaimId id, const ResolvedClaim& claim) {
    Statement update =
        database.prepare("UPDATE claim SET subject = ?2, object = ?3, speaker = ?4, place = ?5 WHERE id = ?1");
    update.bind(1, id).bind(2, claim.subject).bind(3, claim.object);
    update.bind(4, claim.speaker).bind(5, claim.place).run();
}

std::pair<EntityId, EntityId> sides_of(const Database& database, std::int64_t judgement) {
    Statement row = database.prepare("SELECT entity, other FROM judgement WHERE id = ?1");
    row.bind(1, judgement).step();
    return {row.integer(0), row.integer(1)};
}

ClaimId copy_of(Database& database, ClaimId claim) {
    Statement insert = database.prepare(
        "INSERT INTO claim (subject, relation, object, status, confidence, day, speaker, item, role, place, time, "
        "alternative_of, unnamed_speaker) SELECT subject, relation, object, status, confidence, day, speaker, item, "
        "role, place, time, alternative_of, unnamed_speaker FROM claim WHERE id = ?1");
    insert.bind(1, claim).run();
    return database.last_insert_id();
}

}  // namespace

Parting::Parting(Database& database, ClaimWriter& claims, EvidenceSources& sources)
    : database_(database), claims_(claims), sources_(sources) {
    look();
}

void Parting::look() {
    any_ = database_.integer("SELECT EXISTS (SELECT 1 FROM parting)") != 0;
}

EntityId Parting::make(EntityId whole, std::string_view name) {
    const std::string key = name_key(name);
    if (key.empty()) throw Error("an entity's name needs letters or digits", "Give one with --as.");
    Statement insert = database_.prepare("INSERT INTO entity (name, kind) SELECT ?2, kind FROM entity WHERE id = ?1");
    insert.bind(1, whole).bind(2, name).run();
    const EntityId part = database_.last_insert_id();
    Statement alias = database_.prepare("INSERT INTO alias (key, entity, name, origin) VALUES (?1, ?2, ?3, 'name')");
    alias.bind(1, key).bind(2, part).bind(3, name).run();
    take_names(whole, part);
    return part;
}

void Parting::take_names(EntityId whole, EntityId part) {
    Statement names = database_.prepare(
        "INSERT INTO alias (key, entity, name, origin) SELECT key, ?2, name, 'mention' FROM alias WHERE entity = ?1 "
        "AND origin = 'name' AND key NOT IN (SELECT key FROM alias WHERE entity = ?2)");
    names.bind(1, whole).bind(2, part).run();
}

void Parting::begin(std::int64_t judgement, std::span<const DocumentId> documents) {
    any_ = true;
    const auto [whole, part] = sides_of(database_, judgement);
    Statement insert = database_.prepare("INSERT INTO parting (judgement, document) VALUES (?1, ?2)");
    UnsupportedRows unsupported(database_);
    for (const DocumentId document : documents) {
        insert.bind(1, judgement).bind(2, document).run();
        make({whole, part, document}, unsupported);
    }
    unsupported.remove();
}

void Parting::undo(std::int64_t judgement) {
    const auto [whole, part] = sides_of(database_, judgement);
    std::vector<DocumentId> documents;
    Statement rows = database_.prepare("SELECT document FROM parting WHERE judgement = ?1 ORDER BY document");
    for (rows.bind(1, judgement); rows.step();) documents.push_back(rows.integer(0));
    UnsupportedRows unsupported(database_);
    for (const DocumentId document : documents) make({part, whole, document}, unsupported);
    unsupported.remove();
    database_.prepare("DELETE FROM parting WHERE judgement = ?1").bind(1, judgement).run();
    Statement later = database_.prepare(
        "UPDATE judgement SET entity = ?2 WHERE entity = ?1 AND id IN (SELECT judgement FROM parting)");
    later.bind(1, part).bind(2, whole).run();
}

void Parting::make(const Move& move, UnsupportedRows& unsupported) {
    std::vector<ClaimId> claims;
    Statement rows = database_.prepare(
        "SELECT DISTINCT c.id FROM evidence e JOIN claim c ON c.id = e.claim WHERE e.document = ?2 AND "
        "(c.subject = ?1 OR c.object = ?1 OR c.speaker = ?1 OR c.place = ?1) ORDER BY c.id");
    for (rows.bind(1, move.from).bind(2, move.document); rows.step();) claims.push_back(rows.integer(0));
    for (const ClaimId claim : claims) make(move, claim, unsupported);
    for (const char* party : {"subject", "object", "speaker", "place"}) {
        Statement past = database_.prepare(std::string("UPDATE past_claim SET ") + party +
                                           " = ?2 WHERE document = ?3 AND " + party + " = ?1");
        past.bind(1, move.from).bind(2, move.to).bind(3, move.document).run();
    }
    Statement mentions =
        database_.prepare("UPDATE OR IGNORE mention SET entity = ?2 WHERE entity = ?1 AND document = ?3");
    mentions.bind(1, move.from).bind(2, move.to).bind(3, move.document).run();
    Statement doubles = database_.prepare("DELETE FROM mention WHERE entity = ?1 AND document = ?2");
    doubles.bind(1, move.from).bind(2, move.document).run();
}

void Parting::make(const Move& move, ClaimId claim, UnsupportedRows& unsupported) {
    std::vector<ClaimId> told;  // whose occasions may change
    sources_.append_told_with(claim, told);
    Told moved = read_claim(database_, claim);
    if (!moved.replace(move.from, move.to)) return;
    unsupported.touch("VALUES (" + std::to_string(claim) + ")", "VALUES (" + std::to_string(move.from) + ")");
    Statement elsewhere = database_.prepare("SELECT 1 FROM evidence WHERE claim = ?1 AND document <> ?2");
    const auto same = claims_.find(moved.claim, moved.details());
    const bool is_left = !same && elsewhere.bind(1, claim).bind(2, move.document).step();
    const ClaimId target = same ? same->id : is_left ? copy_of(database_, claim) : claim;
    write_parties(database_, target, moved.claim);
    if (target != claim) {
        Statement evidence =
            database_.prepare("UPDATE OR IGNORE evidence SET claim = ?2 WHERE claim = ?1 AND document = ?3");
        evidence.bind(1, claim).bind(2, target).bind(3, move.document).run();
        Statement doubles = database_.prepare("DELETE FROM evidence WHERE claim = ?1 AND document = ?2");
        doubles.bind(1, claim).bind(2, move.document).run();
    }
    unsupported.touch("VALUES (" + std::to_string(target) + ")", "VALUES (" + std::to_string(move.to) + ")");
    for (const ClaimId each : told) sources_.touch(each);
    sources_.touch(target);
}

std::set<DocumentId> documents_naming(const Database& database, EntityId entity) {
    std::set<DocumentId> found;
    Statement rows = database.prepare(
        "SELECT document FROM mention WHERE entity = ?1 UNION SELECT e.document FROM claim c JOIN evidence e ON "
        "e.claim = c.id WHERE c.subject = ?1 OR c.object = ?1 OR c.speaker = ?1 OR c.place = ?1");
    for (rows.bind(1, entity); rows.step();) found.insert(rows.integer(0));
    return found;
}

std::unordered_map<EntityId, EntityId> stand_ins(const Database& database, DocumentId document) {
    std::unordered_map<EntityId, EntityId> found;
    Statement rows = database.prepare(
        "SELECT j.entity, j.other FROM parting p JOIN judgement j ON j.id = p.judgement WHERE p.document = ?1 "
        "ORDER BY j.id DESC");
    for (rows.bind(1, document); rows.step();) {
        const auto further = found.find(rows.integer(1));  // parted once more
        found[rows.integer(0)] = further == found.end() ? rows.integer(1) : further->second;
    }
    return found;
}

}  // namespace kith
