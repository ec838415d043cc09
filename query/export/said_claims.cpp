#include "query/export/said_claims.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "graph/resolution/duplicates.hpp"
#include "graph/store/merged_entities.hpp"
#include "graph/store/parting.hpp"
#include "graph/store/store_database.hpp"

namespace kith {
namespace {

constexpr std::size_t remembered_entities = 1 << 15;

bool has_table(const Database& database, std::string_view name) {
    Statement row = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1");
    return row.bind(1, name).step();
}

}  // namespace

SaidClaims::SaidClaims(const Store& store)
    : store_(store), judgements_(store.claim_judgements()), recent_(remembered_entities) {
    const Database& database = database_of(store);
    has_lists_ = has_table(database, "past_claim");
    join_automatic();
    read_partings();
    for (const ClaimJudgement& each : judgements_) {
        if (each.claim) judged_[*each.claim] = &each;
    }
    if (!judgements_.empty()) {
        Statement rows = database.prepare("SELECT claim, document, begin, extractor, confidence FROM vouched_evidence");
        while (rows.step()) {
            confidences_[{rows.integer(0), rows.integer(1), static_cast<std::size_t>(rows.integer(2)),
                          std::string(rows.text(3))}] = static_cast<double>(rows.integer(4)) / 1000.0;
        }
    }
    is_plain_ = judgements_.empty() && sameness().empty();
    find_entities();
}

// As the store does it (graph/store/merged_entities), but of kith's judgements alone.
void SaidClaims::join_automatic() {
    const Database& database = database_of(store_);
    Statement rows = database.prepare(
        "SELECT entity, other FROM judgement j WHERE verdict = 'same' AND judge = ?1 AND NOT EXISTS (SELECT 1 FROM "
        "judgement k WHERE k.id > j.id AND min(k.entity, k.other) = min(j.entity, j.other) AND max(k.entity, k.other) "
        "= "
        "max(j.entity, j.other)) ORDER BY id");
    const auto root = [&](EntityId id) {  // halving the way for who comes next
        for (auto found = heads_.find(id); found != heads_.end(); found = heads_.find(id)) {
            if (const auto next = heads_.find(found->second); next != heads_.end()) found->second = next->second;
            id = found->second;
        }
        return id;
    };
    for (rows.bind(1, automatic_judge); rows.step();) {
        const EntityId kept = root(rows.integer(0)), joined = root(rows.integer(1));
        if (kept != joined) heads_[joined] = kept;
    }
    for (auto& [each, next] : heads_) next = root(next);
    for (const auto& [each, next] : heads_) members_[next].push_back(each);
}

void SaidClaims::read_partings() {
    const Database& database = database_of(store_);
    if (!has_table(database, "parting")) return;
    std::map<DocumentId, std::vector<EntityId>> parted;  // in order of time
    Statement rows = database.prepare(
        "SELECT p.document, j.entity FROM parting p JOIN judgement j ON j.id = p.judgement ORDER BY j.id");
    while (rows.step()) parted[rows.integer(0)].push_back(rows.integer(1));
    for (const auto& [document, wholes] : parted) {
        // Of a chain of those who were parted the first is whom the document names.
        const auto parts = stand_ins(database, document);
        for (const EntityId whole : wholes) wholes_[document].try_emplace(parts.at(whole), whole);
    }
}

EntityId SaidClaims::head(EntityId born) const {
    const auto found = heads_.find(born);
    return found == heads_.end() ? born : found->second;
}

std::vector<EntityId> SaidClaims::members(EntityId head) const {
    std::vector<EntityId> found{head};
    if (const auto others = members_.find(head); others != members_.end()) {
        found.insert(found.end(), others->second.begin(), others->second.end());
        std::sort(found.begin() + 1, found.end());
    }
    return found;
}

void SaidClaims::find_entities() {
    const auto insert = [&](EntityId born) { entities_.insert(head(born)); };
    const auto insert_optional = [&](std::optional<EntityId> born) {
        if (born) insert(*born);
    };
    const Database& database = database_of(store_);
    for (const char* const table : {"claim", "past_claim"}) {
        if (!has_table(database, table)) continue;
        Statement rows = database.prepare(std::string("SELECT subject, object, speaker, place FROM ") + table);
        while (rows.step()) {
            insert(rows.integer(0));
            insert(rows.integer(1));
            insert_optional(rows.optional_integer(2));
            insert_optional(rows.optional_integer(3));
        }
    }
    for (const ClaimJudgement& each : judgements_) {
        for (const EntityId party : {each.said.subject, each.said.object, each.right.subject, each.right.object})
            insert(party);
        insert_optional(each.said.speaker);
        insert_optional(each.said.place);
    }
    for (const Sameness& each : sameness()) {
        entities_.insert(each.entity);
        entities_.insert(each.other);
    }
    entities_.count();
}

const ExportedEntity& SaidClaims::entity(EntityId id) const {
    ExportedEntity& place = recent_[static_cast<std::size_t>(id) % recent_.size()];
    if (place.entity.id != id) place = read(id);
    return place;
}

ExportedEntity SaidClaims::read(EntityId id) const {
    const Database& database = database_of(store_);
    Statement row = database.prepare("SELECT name, kind FROM entity WHERE id = ?1");
    row.bind(1, id).step();
    ExportedEntity found{.number = entities_.place(id)};
    found.entity = {id, std::string(row.text(0)), parse_entity_kind(row.text(1)).value_or(EntityKind::organisation)};
    std::set<std::string> aliases;
    std::set<Identifier> told, known;
    Statement names = database.prepare("SELECT name FROM alias WHERE entity = ?1 AND origin <> 'mention'");
    Statement identifiers = database.prepare("SELECT scheme, value, origin FROM identifier WHERE entity = ?1");
    for (const EntityId member : members(id)) {
        for (names.bind(1, member); names.step();) aliases.emplace(names.text(0));
        for (identifiers.bind(1, member); identifiers.step();) {
            (identifiers.text(2) == "record" ? told : known)
                .insert({std::string(identifiers.text(0)), std::string(identifiers.text(1))});
        }
    }
    aliases.erase(found.entity.name);
    found.aliases.assign(aliases.begin(), aliases.end());
    found.identifiers.assign(told.begin(), told.end());
    std::ranges::set_difference(known, told, std::back_inserter(found.known_identifiers));
    return found;
}

bool SaidClaims::is_merged(EntityId id) const {
    return store_.members(id) != members(id);
}

bool SaidClaims::are_all_standing() const {
    return is_plain_ && (!has_lists_ || database_of(store_).integer("SELECT EXISTS (SELECT 1 FROM record)") == 0);
}

std::vector<std::string> SaidClaims::mentions(EntityId id) const {
    std::set<std::string> mentions, others;
    Statement names = database_of(store_).prepare("SELECT name, origin = 'mention' FROM alias WHERE entity = ?1");
    for (const EntityId member : members(id)) {
        for (names.bind(1, member); names.step();) (names.integer(1) != 0 ? mentions : others).emplace(names.text(0));
    }
    std::vector<std::string> found;
    std::ranges::set_difference(mentions, others, std::back_inserter(found));
    return found;
}

EntityId SaidClaims::named_in(DocumentId document, EntityId born) const {
    const auto parted = wholes_.find(document);
    if (parted == wholes_.end()) return head(born);
    const auto whole = parted->second.find(born);
    return head(whole == parted->second.end() ? born : whole->second);
}

void SaidClaims::name_in(DocumentId document, Claim& claim) const {
    claim.subject = named_in(document, claim.subject);
    claim.object = named_in(document, claim.object);
    if (claim.speaker) claim.speaker = named_in(document, *claim.speaker);
    if (claim.place) claim.place = named_in(document, *claim.place);
    if (store_.ontology().at(claim.relation).symmetric && claim.object < claim.subject)
        std::swap(claim.subject, claim.object);
}

Claim SaidClaims::claim(const Claim& standing, DocumentId document) const {
    if (is_plain_) return standing;
    Claim said = standing;
    Statement row = database_of(store_).prepare("SELECT subject, object, speaker, place FROM claim WHERE id = ?1");
    row.bind(1, standing.id).step();
    said.subject = row.integer(0);
    said.object = row.integer(1);
    said.speaker = row.optional_integer(2);
    said.place = row.optional_integer(3);
    if (const auto judged = judged_.find(standing.id); judged != judged_.end()) {
        const Claim& before = judged->second->said;
        std::tie(said.subject, said.relation, said.object, said.status) =
            std::tie(before.subject, before.relation, before.object, before.status);
    }
    name_in(document, said);
    return said;
}

double SaidClaims::confidence(const Evidence& evidence) const {
    if (confidences_.empty()) return evidence.confidence;
    const auto before =
        confidences_.find({evidence.claim, evidence.document, evidence.sentence.begin, evidence.extractor});
    return before == confidences_.end() ? evidence.confidence : before->second;
}

std::vector<SaidClaims::Past> SaidClaims::past(DocumentId document) const {
    std::vector<Past> found;
    if (!has_lists_) return found;
    Statement rows = database_of(store_).prepare(
        "SELECT subject, relation, object, status, speaker, item, role, place, time, unnamed_speaker, begin, \"end\", "
        "cue_begin, cue_end, line, confidence, url, quote, extractor, record FROM past_claim WHERE document = ?1 ORDER "
        "BY begin, id");
    const auto text = [&](int column) { return std::string(rows.text(column)); };
    const auto position = [&](int column) { return static_cast<std::size_t>(rows.integer(column)); };
    for (rows.bind(1, document); rows.step();) {
        Past& each = found.emplace_back();
        each.claim.subject = rows.integer(0);
        each.claim.relation = static_cast<RelationId>(rows.integer(1));
        each.claim.object = rows.integer(2);
        each.claim.status = static_cast<Status>(rows.integer(3));
        each.claim.speaker = rows.optional_integer(4);
        each.claim.item = text(5);
        each.claim.role = text(6);
        each.claim.place = rows.optional_integer(7);
        each.claim.time = text(8);
        each.claim.unnamed_speaker = text(9);
        name_in(document, each.claim);
        each.evidence = {.document = document,
                         .sentence = {position(10), position(11)},
                         .cue = {position(12), position(13)},
                         .line = position(14),
                         .quote = text(17),
                         .confidence = static_cast<double>(rows.integer(15)) / 1000.0,
                         .record = text(19),
                         .url = text(16),
                         .extractor = text(18)};
    }
    return found;
}

std::vector<std::string> SaidClaims::bare_records(DocumentId document) const {
    std::vector<std::string> found;
    if (!has_lists_) return found;
    Statement rows = database_of(store_).prepare(
        "SELECT id FROM record WHERE document = ?1 EXCEPT SELECT record FROM evidence WHERE document = ?1 EXCEPT "
        "SELECT record FROM past_claim WHERE document = ?1 ORDER BY 1");
    for (rows.bind(1, document); rows.step();) found.emplace_back(rows.text(0));
    return found;
}

std::vector<SaidClaims::Sameness> SaidClaims::sameness() const {
    const Database& database = database_of(store_);
    std::vector<Sameness> found;
    std::map<std::int64_t, std::vector<DocumentId>> partings;
    if (has_table(database, "parting")) {
        Statement rows = database.prepare("SELECT judgement, document FROM parting ORDER BY 1, 2");
        while (rows.step()) partings[rows.integer(0)].push_back(rows.integer(1));
    }
    Statement rows = database.prepare(
        "SELECT id, entity, other, verdict, judge, decided, coalesce(score, 1.0) FROM judgement WHERE judge <> ?1 "
        "ORDER BY id");
    for (rows.bind(1, automatic_judge); rows.step();) {
        const EntityId entity = head(rows.integer(1)), other = head(rows.integer(2));
        if (entity == other) continue;  // whom kith has joined by others
        found.push_back({entity, other, std::string(rows.text(3)), std::string(rows.text(4)), std::string(rows.text(5)),
                         rows.real(6), partings[rows.integer(0)]});
    }
    return found;
}

std::vector<ClaimJudgement> SaidClaims::claim_judgements() const {
    std::vector<ClaimJudgement> found = judgements_;
    for (ClaimJudgement& each : found) {
        name_in(0, each.said);  // of no document
        each.right.subject = head(each.right.subject);
        each.right.object = head(each.right.object);
    }
    std::erase_if(found, [](const ClaimJudgement& each) {
        return each.said.subject == each.said.object || each.right.subject == each.right.object;
    });
    return found;
}

}  // namespace kith
